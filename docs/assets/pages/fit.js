import "../common/site.js";
import "../fit/page.js";
