import "../common/site.js";
import "../evidence/grid.js";
