export { workbook } from "../compare/xlsx.js";
