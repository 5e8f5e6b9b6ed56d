import "../common/site.js";
import "../compare/ready_memo.js";
import "../common/charts.js";
