/* Saves a form after a second of rest, when it is left, and when the page is. Nothing is kept outside the page. */
import { post } from "./post.js";
import { show, swap } from "./save-status.js";

const REST_MS = 1000;
const SLOW_MS = 1000;
const RETRY_MS = [3000, 10000, 30000, 60000];
const TRY_AGAIN = new Set(["unsent", "failed", "signed-out"]);
const NOT_KEPT = new Set(["stopped", "refused"]);

export default function autosave(form) {
  let written = 0; // counts changes; `sending` and `saved` are the counts that were posted and answered
  let sending = 0;
  let saved = 0;
  let failures = 0;
  let timer = 0;

  const wait = (ms) => {
    clearTimeout(timer);
    timer = setTimeout(save, ms);
  };

  async function save({ keepalive = false, last = false } = {}) {
    const busy = sending > saved;
    if (written === saved || written === sending || (busy && !last)) return;
    clearTimeout(timer);
    const sent = (sending = written);
    const slow = setTimeout(() => show(form, "saving"), SLOW_MS);
    const answer = await post(form, { keepalive });
    clearTimeout(slow);
    settle(answer, sent);
  }

  function settle(answer, sent) {
    show(form, answer.state, answer.time);
    swap(form, answer);
    if (answer.rev !== undefined) form.elements.rev.value = answer.rev;
    form.toggleAttribute("data-unsaved", NOT_KEPT.has(answer.state));
    if (TRY_AGAIN.has(answer.state)) {
      sending = saved;
      wait(RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)]);
      return;
    }
    failures = 0;
    saved = sent;
    if (written !== saved) wait(REST_MS);
  }

  form.querySelectorAll("[data-save-plain]").forEach((button) => { button.hidden = true; });
  form.addEventListener("input", () => { written += 1; wait(REST_MS); });
  form.addEventListener("focusout", () => save());
  addEventListener("pagehide", () => save({ keepalive: true, last: true }));
  addEventListener("online", () => save());
  document.addEventListener("visibilitychange", () => save({ keepalive: document.hidden }));
  addEventListener("beforeunload", (event) => {
    if (failures || form.hasAttribute("data-unsaved")) event.preventDefault();
  });
}
