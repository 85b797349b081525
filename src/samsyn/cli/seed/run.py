"""Makes the training nation as if it had happened: every version, question and receipt in the order of its day."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction

from samsyn.areas import queries as areas
from samsyn.areas.publication import load_published
from samsyn.cli.seed import content
from samsyn.cli.seed.country import NATION, add_staff, found_country, installer, keep_real_nation
from samsyn.cli.seed.lists import load_lists, newest_list_on
from samsyn.cli.seed.pen import Pen, Step
from samsyn.cli.seed.talk import ROUND_OPENED, Talk
from samsyn.core.periods import day_of, start_of_day

DISTRICT, NEIGHBOUR, COUNTY, REGION = "OV-540210", "OV-540220", "OV-5402", "OV-5400"
SIGNED = timedelta(days=20)
"""How long ago the district's version in force was signed."""
LOOKED = timedelta(days=11)
"""How long ago the cast last looked at the start page."""

Event = tuple[datetime, Callable[[], object]]


def seed(*, now: datetime) -> None:
    """Make the training nation with its pictures; does nothing where it is already there."""
    if any(nation.code == NATION for nation in areas.nations(on=day_of(now))):
        return
    with transaction.atomic():
        country = add_staff(found_country(now=now), now=now)
        load_lists(country, now=now)
        keep_real_nation(country, load_published(by=installer(), now=now), now=now)
        pen = Pen(country, latest_afternoon(now))
        for _, happen in sorted(_events(pen, Talk(pen)), key=lambda event: event[0]):
            happen()
        pen.write(Step(DISTRICT, ("distriktet-utkast",), "bjorn", "astrid", timedelta()))


def latest_afternoon(now: datetime) -> datetime:
    """Return the latest 14.32 that has passed: nobody in the training nation signs at night."""
    today = start_of_day(day_of(now)) + timedelta(hours=14, minutes=32)
    return today if today <= now else today - timedelta(days=1)


def steps(now: datetime) -> tuple[Step, ...]:
    """Return every signed version: files, writer, signer, and how long before ``now``."""
    first = timedelta(days=(day_of(now) - newest_list_on(now)).days + 20)
    whole = ("distriktet-1-hela", "distriktet-1-almhojden", "distriktet-1-kvarnparken")
    return (
        Step(DISTRICT, whole, "bjorn", "astrid", first),
        Step(NEIGHBOUR, ("grannen-1",), "cecilia", "cecilia", timedelta(days=130)),
        Step(DISTRICT, ("distriktet-2",), "bjorn", "jonna", timedelta(days=120)),
        Step(DISTRICT, ("distriktet-3",), "jonna", "jonna", timedelta(days=112), correction=True),
        Step(COUNTY, ("lanet-1",), "hanna", "hanna", timedelta(days=100)),
        Step(REGION, ("regionen-1",), "eva", "eva", timedelta(days=95)),
        Step(NATION, ("riket-1",), "farid", "farid", timedelta(days=80)),
        Step(NEIGHBOUR, ("grannen-2",), "cecilia", "cecilia", timedelta(days=25)),
        Step(DISTRICT, ("distriktet-4",), "bjorn", "astrid", SIGNED),
        Step(COUNTY, ("lanet-2",), "hanna", "hanna", timedelta(days=12)),
        Step(REGION, ("regionen-2",), "eva", "eva", timedelta(days=8)),
        Step(NATION, ("riket-2",), "farid", "farid", timedelta(days=5)),
    )


def _events(pen: Pen, talk: Talk) -> Iterator[Event]:
    for step in steps(pen.now):
        yield pen.now - step.before, partial(pen.carry_out, step)
    for kind, entries in content.read("sagt").items():
        for entry in entries:
            yield pen.now - timedelta(days=entry["days"]), partial(talk.say, kind, entry)
    for username, of, unit, days in _NOTED:
        at = pen.now - timedelta(days=days)
        yield at, partial(talk.read, username, of=of, on_behalf_of=unit, at=at)
    yield pen.now - timedelta(hours=1), partial(talk.officers_take_note, of=DISTRICT, since=SIGNED)
    yield pen.now - ROUND_OPENED, talk.open_round
    for username in ("astrid", "bjorn", "cecilia", "eva", "farid", "hanna", "lars"):
        yield pen.now - LOOKED, partial(talk.look, username, at=pen.now - LOOKED)


_NOTED = (
    ("hanna", DISTRICT, COUNTY, 106),
    ("eva", DISTRICT, REGION, 105),
    ("bjorn", DISTRICT, DISTRICT, 104),
    ("lars", DISTRICT, DISTRICT, 104),
    ("astrid", DISTRICT, DISTRICT, 103),
    ("eva", COUNTY, REGION, 98),
    ("lars", DISTRICT, DISTRICT, 18.5),
    ("hanna", DISTRICT, COUNTY, 17.5),
    ("analytiker-lan", DISTRICT, COUNTY, 16),
    ("analytiker-region", DISTRICT, REGION, 14),
    ("eva", COUNTY, REGION, 10),
    ("farid", REGION, NATION, 7),
)
"""Who took note of which unit's picture, on behalf of whom, how many days ago."""
