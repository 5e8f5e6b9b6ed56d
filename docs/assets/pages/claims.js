import "../common/site.js";
import "../evidence/table_filter.js";
