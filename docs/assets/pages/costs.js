import "../common/site.js";
import "../evidence/cost_calculator.js";
