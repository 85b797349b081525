/* Binds behaviours to elements that name them in data-behaviour; again after htmx has put in new ones. */
import autosave from "./autosave.js";
import copy from "./copy.js";
import focusSummary from "./focus-summary.js";
import fold from "./fold.js";
import keys from "./keys.js";
import replace from "./replace.js";

const behaviours = { autosave, copy, "focus-summary": focusSummary, fold, keys, replace };
const bound = new WeakMap();

function bindOne(element) {
  const done = bound.get(element) ?? new Set();
  for (const name of element.dataset.behaviour.split(/\s+/)) {
    if (!done.has(name)) behaviours[name]?.(element);
    done.add(name);
  }
  bound.set(element, done);
}

export function bind(root) {
  if (root.matches?.("[data-behaviour]")) bindOne(root);
  root.querySelectorAll("[data-behaviour]").forEach(bindOne);
}

bind(document);
document.addEventListener("htmx:load", (event) => bind(event.detail.elt));
document.addEventListener("samsyn:swapped", (event) => bind(event.target));
