export { takeAlong } from "../common/chart_files.js";
