/* Shows what became of a save: a word in the status line, and the fragment that the server sent. */

export function show(form, state, time = "") {
  const line = form.querySelector("[data-save-status]");
  if (!line) return;
  const key = state.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  const text = (line.dataset[key] ?? "").replace("{time}", time);
  line.dataset.state = { saved: "saved", saving: "saving", refused: "refused" }[state] ?? "unsent";
  if (line.textContent !== text) line.textContent = text;
}

function fill(place, html) {
  if (!place || html === undefined || place.innerHTML === html) return;
  place.innerHTML = html;
  place.dispatchEvent(new CustomEvent("samsyn:swapped", { bubbles: true }));
}

export function swap(form, { hints, answer }) {
  const frame = form.closest("[data-save-frame]") ?? form;
  fill(form.querySelector("[data-save-hints]"), hints);
  fill(frame.querySelector("[data-save-answer]"), answer);
}
