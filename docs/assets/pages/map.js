import "../common/site.js";
import "../evidence/grid.js";
import "../common/charts.js";
