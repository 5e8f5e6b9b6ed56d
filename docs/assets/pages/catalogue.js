import "../common/site.js";
import "../catalogue/page.js";
