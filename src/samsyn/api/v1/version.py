"""GET pictures/{code}/versions/{number}: a signed version as the token's person may read it; logged."""

from collections.abc import Mapping
from typing import Annotated

from django.http import HttpRequest
from ninja import Path

from samsyn.accounts import queries as accounts
from samsyn.api.tokens import Caller, caller
from samsyn.api.v1.shapes import Code, On, UnitName, version_shapes
from samsyn.api.v1.words import Source, VersionWithWords, chapter_shape
from samsyn.areas import queries as areas
from samsyn.core.access import Permission
from samsyn.core.pictures.document import Document
from samsyn.pictures.actions.reading import open_version
from samsyn.pictures.queries import versions

NumberInPath = Annotated[int, Path(ge=1, le=2**31 - 1)]


def version(request: HttpRequest, code: Code, number: NumberInPath, on: On) -> VersionWithWords:
    """Return a signed version as the token's person may read it.

    Reading marked text is logged with the token's purpose. Paragraphs above the person's clearance
    are left out; `whole` is false where only sentences that rest on words of the person's own unit
    are open. `on` names the unit as of a day.
    """
    who = caller(request)
    day = on or who.today
    unit = areas.unit_by_code(code, on=day)
    facts = versions.version(by=who.actor, unit_id=unit.id, number=number)
    read = open_version(by=who.actor, now=who.now, facts=facts, on=day, way="api")
    (told,) = version_shapes([facts], on=day)
    names = accounts.names({item.author for item in read.document.paragraphs()})
    sources = _sources(who, read.document)
    return VersionWithWords(
        **told.model_dump(),
        level=read.document.level,
        whole=read.whole,
        highest=read.highest,
        reads_up_to=max(level for level, _ in who.actor.clearances(Permission.PICTURE_READ)),
        chapters=[chapter_shape(one, names, sources) for one in read.document.chapters],
    )


def _sources(who: Caller, document: Document) -> Mapping[tuple[int, str], Source]:
    """Return what sentences rest on, as far as the person may know of the versions below."""
    wanted = {source for item in document.paragraphs() for source in item.sources}
    below = {one.id: one for one in versions.versions(by=who.actor, ids={one.version_id for one in wanted})}
    units = areas.units({one.unit_id for one in below.values()}, on=who.today)
    return {
        (one.version_id, one.paragraph_id): Source(
            unit=UnitName(code=units[facts.unit_id].code, name=units[facts.unit_id].name),
            number=facts.number,
            paragraph_id=one.paragraph_id,
        )
        for one in wanted
        if (facts := below.get(one.version_id)) and facts.unit_id in units
    }
