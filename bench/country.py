"""A generated country: 7 regions, 30 police areas, 97 local areas, 65 vulnerable areas, ten years, 3,000 people.

``make`` fills an empty home. ``times`` multiplies what grows with the years: versions, people, receipts, remarks,
needs and trail. The map and what one picture says stay as they are.
"""

from collections.abc import Mapping
from pathlib import Path

from django.db import models

from bench import pouring
from bench.drafts import EDITIONS_PER_VERSION, make_drafts
from bench.guide import Guide, Signing, Visit
from bench.land import FULL, TYPICAL, Land, make_land
from bench.paper import Paper, chapter_ids
from bench.shelf import Shelf
from bench.staff import Staff, make_staff, signed_in
from bench.talk import Talk
from samsyn.accounts.models import Person
from samsyn.audit.models import Entry
from samsyn.cli import preparing
from samsyn.pictures.models import Need, Receipt, Remark, SignedParagraph, Version
from samsyn.shell import clock

UNANSWERED = range(40, 46)
"""Numbers of the local areas whose signed versions answer no criteria; their drafts do, and wait to be signed."""


def make(home: str, times: int) -> None:
    """Fill the home that the settings name with the country, and leave a guide to it."""
    now = clock.now()
    preparing.migrate()
    land = make_land(now)
    pouring.hurry()
    staff = make_staff(land, now, times=times)
    later = {f"BM-L{number:02}" for number in UNANSWERED}
    papers = [Paper(place, staff.chief(place), answered=place.code not in later) for place in land.places.values()]
    shelf = Shelf(land, staff, papers, now=now, times=times)
    talk = Talk(land, staff, first_entry=Entry.objects.count() + 1)
    make_drafts(shelf, papers, now)
    for version in shelf.sign_all():
        talk.about(version)
    talk.end(now)
    _guide(land, staff, shelf).write(Path(home))


def _guide(land: Land, staff: Staff, shelf: Shelf) -> Guide:
    local, nation = land.of_kind("local_area"), land.of_kind("nation")[0]
    typical, full = local[TYPICAL], local[FULL]
    cookies = {
        place.id: signed_in(staff.chief(place), shelf.now)
        for place in (typical, full, nation, land.places[typical.above[0]], *(local[number] for number in UNANSWERED))
    }
    above, top = cookies[typical.above[0]], cookies[nation.id]
    nation_page = Visit("the nation's page", f"/riket/{nation.code}/", top)
    edition = shelf.newest * EDITIONS_PER_VERSION + 1
    return Guide(
        empty=Visit("an empty page", "/om/uppgifter/", cookies[typical.id]),
        visits=(
            Visit("start, local chief", "/", cookies[typical.id]),
            Visit("start, nation", "/", top),
            Visit("picture", f"/lagesbild/{typical.code}/", above),
            Visit("compare", f"/lagesbild/{typical.code}/jamfor/", above),
            nation_page,
            Visit("search, one word", "/sok/?q=torgplatsen", top),
            Visit("search, two words", "/sok/?q=bell+kiosk", top),
        ),
        signings=tuple(
            Signing(local[n].code, edition, chapter_ids(local[n]), cookies[local[n].id]) for n in UNANSWERED
        ),
        nation=nation_page,
        printed=Visit("PDF", f"/lagesbild/{full.code}/version/{shelf.newest}.pdf", cookies[full.id]),
        rows=_rows(),
    )


def _rows() -> Mapping[str, int]:
    counted: tuple[type[models.Model], ...] = (Person, Version, SignedParagraph, Receipt, Remark, Need, Entry)
    return {model.__name__: model.objects.count() for model in counted}  # type: ignore[attr-defined] # every table has one
