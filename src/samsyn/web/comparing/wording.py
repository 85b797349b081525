"""Spans of words as runs of text: what differs is marked, and the blank before it is not."""

from collections.abc import Iterable

from samsyn.core.pictures.compare import Span, SpanKind
from samsyn.web.components import parts


def marked(spans: Iterable[Span], *, side: SpanKind) -> parts.Line:
    """Return one side of a change: the words that stand on both, and those that stand only here."""
    run = {SpanKind.ADDED: parts.RunKind.ADDED, SpanKind.REMOVED: parts.RunKind.REMOVED}[side]
    runs: list[parts.Run] = []
    for span in spans:
        if span.kind is SpanKind.EQUAL:
            runs.append(parts.Run(span.text))
        elif span.kind is side:
            words = span.text.lstrip()
            blank = span.text[: len(span.text) - len(words)]
            runs += [one for one in (parts.Run(blank), parts.Run(words, run)) if one.text]
    return tuple(runs)
