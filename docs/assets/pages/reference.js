import "../common/site.js";
