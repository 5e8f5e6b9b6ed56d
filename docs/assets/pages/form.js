import "../common/site.js";
import "../form/page.js";
