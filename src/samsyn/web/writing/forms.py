"""What a writer posts, read into a wording; or the problem with it, with nothing typed lost."""

from dataclasses import dataclass, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from samsyn.core.access import InfoClass, Zone
from samsyn.core.guard import FreeText
from samsyn.core.pictures.document import Certainty, Evidence, EvidenceKind, Paragraph, ParagraphKind
from samsyn.pictures.facts import Wording

FACT_FIELDS = {
    ParagraphKind.ANSWER: ("criterion", "step"),
    ParagraphKind.NEED: ("level",),
    ParagraphKind.PROPOSAL: ("category", "trend"),
}
"""The coded part of each kind of paragraph, by the names of the form's fields."""

EVIDENCE_ROWS = 8


@dataclass(frozen=True, slots=True)
class Problem:
    """A form that was not taken: which paragraph, what was typed, what to say, where in the text."""

    paragraph_id: str
    typed: str
    sentence: str
    spans: tuple[tuple[int, int, str], ...] = ()


def wording(post: QueryDict, standing: Paragraph) -> Wording:
    """Return the wording that a form states; what the form does not hold stays as it stands.

    Raises the guard's errors; a value outside a choice counts as not posted.
    """
    facts = dict(standing.facts)
    for name in FACT_FIELDS.get(standing.kind, ()):
        if name in post:
            facts[name] = posted(post, name)
    reason = posted(post, "lowering_reason").strip()
    if reason:
        facts["lowering_reason"] = FreeText.checked(reason, longest=500).words
    return Wording(
        text=FreeText.checked(posted(post, "text")).words if "text" in post else standing.text,
        certainty=_certainty(posted(post, "certainty"), standing.certainty),
        info_class=_info_class(posted(post, "info_class"), standing.info_class),
        zone=_zone(posted(post, "zone"), standing.zone),
        facts=facts,
        evidence=standing.evidence,
        sources=standing.sources,
    )


def posted(post: QueryDict, name: str) -> str:
    """Return one field of a form, empty when it was not posted."""
    return str(post.get(name, ""))


def with_evidence(post: QueryDict, standing: Paragraph) -> Wording:
    """Return the standing wording with the evidence that the form lists; an empty row is left out."""
    return replace(
        wording(QueryDict(), standing),
        evidence=tuple(filter(None, (_evidence(post, row) for row in range(EVIDENCE_ROWS)))),
    )


def _evidence(post: QueryDict, row: int) -> Evidence | None:
    reference = posted(post, f"reference-{row}").strip()
    kind = posted(post, f"kind-{row}")
    if not reference or kind not in {item.value for item in EvidenceKind}:
        return None
    reliability, credibility = posted(post, f"reliability-{row}"), posted(post, f"credibility-{row}")
    graded = reliability in set("ABCDEF") and credibility in set("123456")
    return Evidence(
        kind=EvidenceKind(kind),
        reference=FreeText.checked(reference, longest=300).words,
        grading=f"{reliability}{credibility}" if graded else "",
    )


def _certainty(value: str, standing: Certainty | None) -> Certainty | None:
    known = {item.value: item for item in Certainty}
    return known.get(value, standing)


def _info_class(value: str, standing: InfoClass) -> InfoClass:
    known = {str(int(item)): item for item in InfoClass}
    return known.get(value, standing)


def _zone(value: str, standing: Zone) -> Zone:
    known = {item.value: item for item in Zone}
    return known.get(value, standing)


def hint(kind: str) -> str:
    """Return what to write instead of something the guard found."""
    hints = {
        "identity-number": _(
            "Personnummer sparas inte här. Skriv ”en person” eller hänvisa till ärendets diarienummer."
        ),
        "registration-number": _(
            "Registreringsnummer sparas inte här. Skriv ”en bil” eller hänvisa till ärendets diarienummer."
        ),
        "telephone": _("Telefonnummer sparas inte här. Skriv vilken funktion man når, inte numret."),
        "e-mail": _("E-postadresser sparas inte här. Skriv vilken funktion man når."),
        "name": _(
            "Det här ser ut som ett namn. Skriv en roll eller ”en boende”. Gäller det ett brott är anmälan rätt väg."
        ),
    }
    return hints.get(kind, hints["name"])
