/* Posts a form as it stands and says in one word what became of it. */
const STATES = { 401: "signed-out", 403: "refused", 404: "refused", 409: "conflict", 410: "refused", 413: "stopped", 422: "stopped" };
const KEEPALIVE_BYTES = 60_000; // browsers refuse to keep more than 64 KiB alive after the page

async function read(response) {
  // A redirect can only lead to signing in: a saved form is never answered with one.
  if (response.type === "opaqueredirect") return { state: "signed-out" };
  if (response.ok) {
    const { saved_at: time, rev, html = "" } = await response.json();
    return { state: "saved", time, rev, hints: html, answer: "" };
  }
  const state = STATES[response.status] ?? "failed";
  const isHtml = (response.headers.get("Content-Type") ?? "").startsWith("text/html");
  const html = isHtml && state !== "failed" ? await response.text() : "";
  if (state === "stopped") return { state, hints: html };
  return state === "signed-out" || state === "failed" ? { state } : { state, answer: html };
}

export async function post(form, { keepalive }) {
  const body = new URLSearchParams(new FormData(form));
  const headers = { "X-Requested-With": "samsyn-autosave" };
  const small = body.toString().length < KEEPALIVE_BYTES;
  try {
    return await read(await fetch(form.action, { method: "POST", body, headers, redirect: "manual", keepalive: keepalive && small }));
  } catch (error) {
    return { state: error instanceof SyntaxError ? "failed" : "unsent" };
  }
}
