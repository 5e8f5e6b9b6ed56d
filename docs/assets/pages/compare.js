import "../common/site.js";
import "../compare/page.js";
import "../common/charts.js";
