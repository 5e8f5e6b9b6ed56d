// The door of the form: whatever of it does not load, the page says so and shows how to try again.

import { whenLoaded } from "./loading.js";

whenLoaded(document.querySelector("[data-form]"), () => import("../lazy/form.js"));
