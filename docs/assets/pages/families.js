import "../common/site.js";
import "../evidence/families.js";
import "../common/charts.js";
