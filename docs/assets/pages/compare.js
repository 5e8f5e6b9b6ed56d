import "../common/site.js";
import "../compare/page.js";
