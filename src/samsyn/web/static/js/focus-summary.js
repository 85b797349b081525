/* An error summary takes the focus when it appears, so that it is read first. */
export default function focusSummary(summary) {
  summary.focus();
}
