"""Pages that no address alone leads to: forms sent wrong, a guard that stops, two who wrote at once, nothing there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from samsyn.accounts import actions as accounts
from samsyn.accounts.models import Person
from samsyn.areas.models import Unit
from samsyn.pictures.models import Paragraph, Rival
from samsyn.shell import clock
from tests.security.world import ABOVE, HERE, NATION, actor

NEWCOMER = "ny"
"""An officer of a local area that has written nothing."""

_FAR = "OV-540410"


@dataclass(frozen=True, slots=True)
class State:
    """A page that somebody opens, and a form on it that is filled in and sent as if no script were there."""

    name: str
    who: str
    path: str
    fill: Mapping[str, str] = field(default_factory=dict)
    form: str = ""
    status: int = 200
    file: bytes | None = None


def add_newcomer() -> None:
    """Add the officer, with a role that began today."""
    now, by, nation = clock.now(), actor("ivar"), Unit.objects.get(code=NATION).pk
    far = Unit.objects.get(code=_FAR).pk
    person = accounts.add_person(
        by=by, now=now, nation_id=nation, username=NEWCOMER, name="Ny Exempel", organisation="Polis", password="x"
    )
    accounts.give_role(by=by, now=now, nation_id=nation, person_id=person, role="officer", unit_id=far, start=now)
    assert Person.objects.get(pk=person).username == NEWCOMER


def states(names: Mapping[str, str]) -> tuple[State, ...]:
    """Return them all; ``names`` are the things of the world."""
    draft, rivals = _draft(Paragraph.objects.get(pk=names["draft"])), Rival.objects.get(pk=names["rival"])
    about = f"/lagesbild/{HERE}/version/4/stycke/{names['k1']}"
    reply, need = f"/lagesbild/{HERE}/fraga/{names['question']}/", f"/lagesbild/{HERE}/behov/{names['need']}/"
    return (
        State("nothing there yet", NEWCOMER, "/"),
        State("no draft yet", NEWCOMER, f"/lagesbild/{_FAR}/utkast/"),
        State("no role", "gun", "/"),
        State("no hit", "astrid", "/sok/?q=finnsinte"),
        State("a word too short", "astrid", "/sok/?q=%20-"),
        State("a day that is none", "farid", "/riket/OV/?dag=igår", status=422),
        State("versions that are none", "eva", f"/lagesbild/{HERE}/jamfor/?fore=98&efter=99", status=404),
        State("the same version twice", "eva", f"/lagesbild/{HERE}/jamfor/?fore=2&efter=2"),
        State("before the first", "eva", f"/lagesbild/{HERE}/?dag=2020-01-01"),
        State("wrong password", "out", "/logga-in/", {"username": "astrid", "password": "fel"}, FORM, 422),
        State("something is missing", "astrid", f"/lagesbild/{HERE}/faststall/", {}, FORM, 422),
        State("a question without words", "hanna", f"{about}/fraga/", {}, FORM, 422),
        State("a dissent the guard stops", "hanna", f"{about}/avvikande/", {"text": GUARDED}, FORM, 422),
        State("a reply without words", "astrid", reply, {}, FORM, 422),
        State("an answer without a reason", "hanna", need, {}, FORM, 422),
        State("an erasure without a decision", "karin", f"{about}/radera/", {}, FORM, 422),
        State("nothing to lift", "hanna", f"/lagesbild/{ABOVE}/hamta-in/", {}, FORM, 422),
        State("a round without a name", "farid", "/riket/OV/insamling/", {"sista_dag": "2020-01-01"}, FIELDS, 422),
        State("a list without a day", "farid", "/riket/OV/lista/", {}, "form.decide", 422),
        State("a broken layer", "ivar", "/omraden/inlasning/", {"dag": "2031-12-01"}, FIELDS, 200, b"{"),
        State("two who wrote at once", "bjorn", _draft(rivals.paragraph)),
        State("a paragraph open", "bjorn", draft),
        State("the guard in the draft", "bjorn", draft, {"text": GUARDED}, "form[data-behaviour=autosave]", 422),
    )


FORM, FIELDS = "main form[method=post]", "form.fields"
GUARDED = "Han heter Test, 19811218-9876, och kör ABC 123."


def _draft(row: Paragraph) -> str:
    """Return where a paragraph stands open for writing."""
    return f"/lagesbild/{HERE}/utkast/?kapitel={row.chapter.number}&stycke={row.pk}"
