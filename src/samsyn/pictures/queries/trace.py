"""The trail both ways: what a sentence rests on, and where one's words were used."""

from collections.abc import Iterable

from django.db.models import QuerySet

from samsyn.core.access import Actor
from samsyn.pictures.facts import Lift
from samsyn.pictures.models import SignedParagraph, Trace
from samsyn.pictures.queries.versions import may_read

_TOLD = ("version_id", "paragraph_id", "label", "text", "certainty", "erased")
"""The columns that tell whether a sentence has changed since it was lifted."""


def lifts_down(*, by: Actor, upper_version_id: int) -> tuple[Lift, ...]:
    """Return what the sentences of a version rest on, all levels down, within the reader's rights."""
    found = Trace.objects.filter(may_read(by, through="upper__"), upper__version_id=upper_version_id)
    return _lifts(found)


def lifts_up(*, by: Actor, lower_paragraph_ids: Iterable[str]) -> tuple[Lift, ...]:
    """Return where some sentences were lifted to, in versions in force above."""
    found = Trace.objects.filter(
        may_read(by, through="upper__"),
        lower_paragraph_id__in=set(lower_paragraph_ids),
        upper__version__superseded_at=None,
    )
    return _lifts(found)


def _lifts(found: QuerySet[Trace]) -> tuple[Lift, ...]:
    traces = tuple(
        found.select_related("upper__version__picture", "lower_version").defer(
            "upper__version__document", "lower_version__document", "upper__text"
        )
    )
    if not traces:
        return ()
    now_below = _current({trace.lower_paragraph_id for trace in traces})
    as_lifted = {
        (row.version_id, row.paragraph_id): row
        for row in SignedParagraph.objects.filter(
            paragraph_id__in={trace.lower_paragraph_id for trace in traces},
            version_id__in={trace.lower_version_id for trace in traces},
        ).only(*_TOLD)
    }
    return tuple(
        Lift(
            upper_version_id=trace.upper.version_id,
            upper_unit_id=trace.upper.version.picture.unit_id,
            upper_number=trace.upper.version.number,
            upper_paragraph_id=trace.upper.paragraph_id,
            upper_label=trace.upper.label,
            upper_in_force=trace.upper.version.superseded_at is None,
            lower_version_id=trace.lower_version_id,
            lower_unit_id=trace.lower_unit_id,
            lower_number=trace.lower_version.number,
            lower_paragraph_id=trace.lower_paragraph_id,
            depth=trace.depth,
            stale=_stale(
                as_lifted.get((trace.lower_version_id, trace.lower_paragraph_id)),
                now_below.get(trace.lower_paragraph_id),
            ),
            lower_label=_label(as_lifted.get((trace.lower_version_id, trace.lower_paragraph_id))),
        )
        for trace in traces
    )


def _label(lifted: SignedParagraph | None) -> str:
    return lifted.label if lifted else ""


def _current(paragraph_ids: set[str]) -> dict[str, SignedParagraph]:
    found = SignedParagraph.objects.filter(paragraph_id__in=paragraph_ids, version__superseded_at=None).only(*_TOLD)
    return {row.paragraph_id: row for row in found}


def _stale(lifted: SignedParagraph | None, standing: SignedParagraph | None) -> str:
    if lifted is None or lifted.erased:
        return "erased"
    if standing is None:
        return "removed"
    return "changed" if (lifted.text, lifted.certainty) != (standing.text, standing.certainty) else ""
