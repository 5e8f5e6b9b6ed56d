/**
 * Data as nothing but data: without the names that every object has from its prototype, such as constructor and toString.
 * An id or a field of that name is then not there, as it should be.
 *
 * @template Value
 * @param {Value} value  as JSON gives it
 * @returns {Value} the same value, changed where it lies
 */
export function bare(value) {
  if (value === null || typeof value !== "object") return value;
  if (!Array.isArray(value)) Object.setPrototypeOf(value, null);
  for (const inner of Object.values(value)) bare(inner);
  return value;
}
