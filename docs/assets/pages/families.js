import "../common/site.js";
import "../evidence/families.js";
