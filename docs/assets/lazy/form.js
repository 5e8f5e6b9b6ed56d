export { start } from "../form/form.js";
