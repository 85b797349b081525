/* Moves the focus from paragraph to paragraph, in reading order. */
export const shown = (element) => element.getClientRects().length > 0;

export function step(selector, way) {
  const all = [...document.querySelectorAll(selector)].filter(shown);
  const here = document.activeElement?.closest?.("[data-paragraph]");
  const after = (a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING;
  const fromTop = (element) => element.getBoundingClientRect().top;
  const ahead = (element) => (here ? after(here, element) : fromTop(element) > 1);
  const behind = (element) => (here ? after(element, here) : fromTop(element) < 0);
  const next = way > 0 ? all.find(ahead) : all.findLast(behind);
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "start" });
}
