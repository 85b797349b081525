/* Folds a part where the page is narrow and opens it where there is room, and on paper. */
const WIDE_REM = 64;

export default function fold(details) {
  const page = details.closest(".page") ?? document.body;
  const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize);
  const isWide = () => page.clientWidth >= WIDE_REM * rem();
  let wide;
  const settle = () => {
    if (wide === isWide()) return;
    wide = isWide();
    details.open = wide;
  };
  settle();
  addEventListener("resize", settle);
  addEventListener("beforeprint", () => { details.open = true; });
}
