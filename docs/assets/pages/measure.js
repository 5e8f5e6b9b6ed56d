import "../common/site.js";
import "../evidence/chart.js";
