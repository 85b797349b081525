"""The page of a signed picture as ready strings: head, strip of changes, navigation, receipts."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.core.access import Actor, Permission
from samsyn.shell import words
from samsyn.web.components import parts
from samsyn.web.frame import Notice, NoticeKind
from samsyn.web.reading.changes import Marks, marks_since
from samsyn.web.reading.chapters import ChapterView, SectionView, chapters
from samsyn.web.reading.gather import Gathered, clearance
from samsyn.web.reading.listing import receipt_rows, signed_by
from samsyn.web.reading.paragraphs import margins, person


@dataclass(frozen=True, slots=True)
class Strip:
    """What has changed since the reader last took note: strong words, the rest, links."""

    strong: str
    text: str
    links: tuple[parts.Link, ...]


@dataclass(frozen=True, slots=True)
class PictureView:
    """A version in force or an older one, whole or only what has changed."""

    title: str
    lead: str
    code: str
    number: int
    chosen_day: str
    latest_day: str
    noted: str
    may_note: bool
    compare_url: str
    pdf_url: str
    receipts_url: str
    draft_url: str
    strip: Strip | None
    nav: tuple[parts.NavGroup, ...]
    receipts: tuple[parts.Receipt, ...]
    chapters: tuple[ChapterView, ...]


def picture(gathered: Gathered, *, path: str, only_changes: bool) -> PictureView:
    """Write out the whole page."""
    version, code = gathered.version, gathered.unit.code
    beside, marks = margins(gathered), marks_since(gathered)
    shown = chapters(beside, marks, only_changes=only_changes)
    address = [code, version.number]
    return PictureView(
        title=_("Lägesbild %(unit)s") % {"unit": gathered.unit.name},
        lead=_lead(gathered),
        code=code,
        number=version.number,
        chosen_day=gathered.at.chosen.isoformat() if gathered.at.chosen else "",
        latest_day=gathered.at.today.isoformat(),
        noted=_("Du tog del av versionen %(day)s.") % {"day": words.day(words.local_day(gathered.noted_at))}
        if gathered.noted_at
        else "",
        may_note=_may_note(gathered),
        compare_url=_compare_url(gathered),
        pdf_url=reverse("reading:pdf", args=address),
        receipts_url=reverse("reading:receipts", args=address),
        draft_url=_draft_url(gathered.actor, code, gathered.unit.id),
        strip=_strip(gathered, marks, shown, path=path, only_changes=only_changes),
        nav=nav(shown),
        receipts=receipt_rows(gathered.coverage, gathered.units),
        chapters=shown,
    )


def clearance_note(gathered: Gathered) -> str:
    """Return the sentence that always stands: how far up the reader reads, and what waits for a purpose."""
    told = [_("Du läser upp till klass %(level)s.") % {"level": clearance(gathered)}]
    if not gathered.reading.whole:
        told.append(_("Du ser de stycken som bygger på din egen enhets ord."))
    withheld = gathered.reading.withheld
    if withheld:
        told.append(
            ngettext("%(n)s stycke visas när du valt ändamål.", "%(n)s stycken visas när du valt ändamål.", withheld)
            % {"n": withheld}
        )
    return " ".join(told)


def notices(gathered: Gathered) -> tuple[Notice, ...]:
    """Return what a reader must know of this version before reading it: corrected, correcting, or past."""
    version, code = gathered.version, gathered.unit.code
    told = []
    if version.corrected_by is not None:
        url = reverse("reading:version", args=[code, version.corrected_by])
        text = _("Rättad i version %(number)s.") % {"number": version.corrected_by}
        told.append(Notice(text, NoticeKind.ATTENTION, url, _("Läs den rättade versionen")))
    elif version.superseded_at is not None and not gathered.at.chosen:
        text = _("Version %(number)s gällde till %(moment)s.") % {
            "number": version.number,
            "moment": words.moment(version.superseded_at),
        }
        told.append(
            Notice(text, NoticeKind.ATTENTION, reverse("reading:picture", args=[code]), _("Läs versionen i kraft"))
        )
    if version.corrects is not None:
        url = reverse("reading:version", args=[code, version.corrects])
        text = _("Den här versionen rättar version %(number)s.") % {"number": version.corrects}
        told.append(Notice(text, NoticeKind.ATTENTION, url, _("Läs den version som rättades")))
    return tuple(told)


def nav(shown: tuple[ChapterView, ...]) -> tuple[parts.NavGroup, ...]:
    """Return the chapters with their sections, and how many changes each holds."""
    return tuple(
        parts.NavGroup(
            chapter.title,
            tuple(parts.Link(section.title, f"#{section.anchor}", note=_count(section)) for section in chapter.sections)
            or (parts.Link(_("Hela kapitlet"), f"#{chapter.anchor}"),),
        )
        for chapter in shown
    )


def _may_note(gathered: Gathered) -> bool:
    """Offer to take note of what is in force, once all that the reader may read is shown."""
    stands = gathered.version.in_force and gathered.at.chosen is None
    return stands and gathered.noted_at is None and not gathered.reading.withheld


def _count(section: SectionView) -> str:
    n = section.changes
    return ngettext("%(n)s ändring", "%(n)s ändringar", n) % {"n": n} if n else ""


def _lead(gathered: Gathered) -> str:
    version = gathered.version
    signed = words.day(words.local_day(version.signed_at))
    number = {"number": version.number, "day": signed}
    if gathered.at.chosen:
        told = _("Version %(number)s, som gällde %(day)s. Namn, gränser och svar som de var den dagen.") % {
            "number": version.number,
            "day": words.day(gathered.at.chosen),
        }
    elif version.in_force:
        told = _("Version %(number)s, i kraft sedan %(day)s.") % number
    else:
        told = _("Version %(number)s, fastställd %(day)s.") % number
    who = signed_by(version, person(gathered, version.signed_by))
    rest = _("Fastställd av %(who)s. Metod %(method)s.") % {"who": who, "method": version.method}
    return f"{told} {rest}"


def _compare_url(gathered: Gathered) -> str:
    number = gathered.version.number
    if number == 1:
        return ""
    before = gathered.earlier.version.number if gathered.earlier else number - 1
    return reverse("comparing:compare", args=[gathered.unit.code], query={"fore": before, "efter": number})


def _draft_url(actor: Actor, code: str, unit_id: int) -> str:
    return reverse("writing:draft", args=[code]) if actor.may(Permission.DRAFT_READ, unit_id) else ""


def _strip(
    gathered: Gathered, marks: Marks, shown: tuple[ChapterView, ...], *, path: str, only_changes: bool
) -> Strip | None:
    earlier = gathered.earlier
    if earlier is None:
        return None
    number = earlier.version.number
    if earlier.noted_at:
        since = _("sedan du tog del av version %(number)s den %(day)s.") % {
            "number": number,
            "day": words.day(words.local_day(earlier.noted_at)),
        }
    else:
        since = _("sedan version %(number)s. Du har inte tagit del av någon tidigare version.") % {"number": number}
    if not marks.total:
        return Strip(_("Inga ändringar"), since, ())
    if marks.removed:
        gone = ngettext("%(n)s stycke är borttaget.", "%(n)s stycken är borttagna.", marks.removed)
        since = f"{since} {gone % {'n': marks.removed}}"
    total = ngettext("%(n)s ändring", "%(n)s ändringar", marks.total) % {"n": marks.total}
    other = (
        parts.Link(_("Visa hela bilden"), path)
        if only_changes
        else parts.Link(_("Visa bara ändringar"), f"{path}{'&' if '?' in path else '?'}visa=andringar")
    )
    first = next(iter(_changed_anchors(shown)), "")
    links = (other, parts.Link(_("Till första ändringen"), f"#{first}")) if first else (other,)
    return Strip(total, since, links)


def _changed_anchors(shown: Iterable[ChapterView]) -> Iterable[str]:
    for chapter in shown:
        for section in chapter.sections:
            yield from (one.view.anchor for one in section.entries if one.view.change)
            yield from (row.anchor for row in section.answers.rows if row.change_words) if section.answers else ()
        if chapter.changes and not chapter.sections:
            yield chapter.anchor
