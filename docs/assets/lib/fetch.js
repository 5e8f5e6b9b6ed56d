// Fetches what the build wrote beside the pages. Throws when it is not there, with the status of the answer.

const fetched = new Map();

async function answerOf(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw Object.assign(new Error(`${address}: ${response.status}`), { status: response.status });
  return response;
}

export const fetchText = async (address, options) => (await answerOf(address, options)).text();

export const fetchJson = async (address, options) => (await answerOf(address, options)).json();

/** Every file once for each page; what could not be fetched is tried again at the next call. */
export function fetchJsonOnce(address, options) {
  const key = String(address);
  if (!fetched.has(key)) {
    fetched.set(key, fetchJson(address, options));
    fetched.get(key).catch(() => fetched.delete(key));
  }
  return fetched.get(key);
}
