import "../common/site.js";
import "../evidence/table_filter.js";
import "../evidence/grid.js";
import "../evidence/cost_calculator.js";
import "../common/charts.js";
