import "../common/site.js";
import "../common/charts.js";
