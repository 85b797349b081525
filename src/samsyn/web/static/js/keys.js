/* Single keys: / search, j and k paragraphs, n next change, ? the list. Never in a field; can be switched off. */
import { shown, step } from "./walk.js";

const STORE = "samsyn-keys";

function stored(value) {
  try {
    if (value) localStorage.setItem(STORE, value);
    return localStorage.getItem(STORE);
  } catch {
    return value ?? null; // storage may be shut off; the choice then lasts as long as the page
  }
}

const inField = (target) => target.closest?.("input, textarea, select, [contenteditable]");

function search() {
  const fields = [...document.querySelectorAll("[data-search]")];
  if (!fields.some(shown)) document.querySelector(".menu")?.setAttribute("open", "");
  fields.find(shown)?.focus();
}

function list() {
  const details = document.getElementById("kortkommandon");
  if (!details) return;
  details.open = true;
  details.querySelector("summary").focus();
}

const actions = {
  "/": search,
  "?": list,
  j: () => step("[data-paragraph]", 1),
  k: () => step("[data-paragraph]", -1),
  n: () => step("[data-change]", 1),
};

export default function keys(body) {
  const box = body.querySelector("[data-keys-switch]");
  let on = stored() !== "off";
  if (box) {
    box.checked = on;
    box.closest("label").hidden = false;
    box.addEventListener("change", () => {
      on = box.checked;
      stored(on ? "on" : "off");
    });
  }
  document.addEventListener("keydown", (event) => {
    if (!on || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!Object.hasOwn(actions, event.key) || inField(event.target)) return;
    event.preventDefault();
    actions[event.key]();
  });
}
