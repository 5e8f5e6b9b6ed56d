import "../common/site.js";
import "../procurement/take_along.js";
