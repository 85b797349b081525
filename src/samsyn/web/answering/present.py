"""The one form of remarks, as ready strings."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from samsyn.areas.facts import UnitAt
from samsyn.core.pictures.document import Certainty, Paragraph
from samsyn.shell import words
from samsyn.web.components import parts


@dataclass(frozen=True, slots=True)
class RemarkPage:
    """What is said about what, and the form that says it."""

    title: str
    lead: str
    view: parts.ParagraphView
    info_class: int
    prompt: str
    button: str
    quote: str
    verdicts: tuple[parts.Option, ...]
    units: tuple[parts.Option, ...] = ()
    key: str = ""
    back: str = ""
    typed: str = ""
    errors: tuple[parts.FieldError, ...] = ()

    def with_form(
        self, *, units: Iterable[UnitAt], key: str, back: str, typed: str = "", error: str = ""
    ) -> "RemarkPage":
        """Return the page with its form as it stands."""
        return replace(
            self,
            units=tuple(parts.Option(str(unit.id), unit.name) for unit in units),
            key=key,
            back=back,
            typed=typed,
            errors=(parts.FieldError("text", error),) if error else (),
        )


def page_of(  # noqa: PLR0913 - the words that differ
    *,
    title: str,
    lead: str,
    paragraph: Paragraph,
    prompt: str,
    button: str,
    quote: str = "",
    verdicts: Iterable[tuple[str, str, bool]] = (),
) -> RemarkPage:
    """Return the page for a remark on a paragraph."""
    return RemarkPage(
        title=title,
        lead=lead,
        view=paragraph_view(paragraph),
        info_class=int(paragraph.info_class),
        prompt=prompt,
        button=button,
        quote=quote,
        verdicts=tuple(parts.Option(value, word, chosen) for value, word, chosen in verdicts),
    )


def paragraph_view(paragraph: Paragraph) -> parts.ParagraphView:
    """Write out a signed paragraph without its margins."""
    step = list(Certainty).index(paragraph.certainty) + 1 if paragraph.certainty else 0
    return parts.ParagraphView(
        anchor=f"s-{paragraph.id}",
        label=paragraph.label,
        text=parts.line(paragraph.text),
        certainty=parts.Certainty(step, words.certainty(paragraph.certainty)) if paragraph.certainty else None,
        mark=parts.Mark(int(paragraph.info_class), words.zone(paragraph.zone)),
        byline=words.short_day(paragraph.written_on),
    )
