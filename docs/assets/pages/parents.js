import "../common/site.js";
import "../parents/read_aloud.js";
