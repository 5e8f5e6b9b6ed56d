// Enter in a line of text goes on to the next field, as the key on the keyboard of a phone says.

const FIELDS = "input:not([type=checkbox]), textarea, select";

/** For the keydown of everything around the fields. */
export function nextOnEnter(event) {
  const { target, currentTarget, key } = event;
  if (key !== "Enter" || event.isComposing || event.defaultPrevented || !target.matches("input[enterkeyhint]")) return;
  const fields = [...currentTarget.querySelectorAll(FIELDS)].filter((field) => field.checkVisibility());
  const next = fields[fields.indexOf(target) + 1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
