"""People with their roles, and the cookies of the few who are signed in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from bench.guide import CSRF
from bench.land import Land, Place
from bench.pouring import moment, pour
from samsyn.accounts.models import Person, Role
from samsyn.core.access import Purpose
from samsyn.shell import words

PEOPLE = 3_000
_SERVED = timedelta(days=3_000)
CHIEFS = {
    "local_area": "lpo_chief",
    "police_area": "area_chief",
    "region": "regional_coordinator",
    "nation": "national_coordinator",
}
_OTHERS = {"local_area": "officer", "police_area": "analyst"}


@dataclass(frozen=True, slots=True)
class Staff:
    """Usernames by unit: the chief first, then the others."""

    at: Mapping[int, tuple[str, ...]]

    def chief(self, place: Place) -> str:
        """Return who signs there."""
        return self.at[place.id][0]


def make_staff(land: Land, now: datetime, *, times: int) -> Staff:
    """Give every unit a chief, and spread the others over local and police areas, some with no role at all."""
    people, roles = [], []
    at: dict[int, list[str]] = {}
    since = moment(now - _SERVED)
    for number, (place, role) in enumerate(_posts(land, PEOPLE * times), 1):
        username = f"person{number:05}"
        people.append((number, "!", username, f"Person {number} Exempel", place.name if place else "Ingen"))
        if place is not None:
            roles.append((number, role, place.id, since))
            at.setdefault(place.id, []).append(username)
    pour(Person, "id password username name organisation", people)
    pour(Role, "person_id role unit_id start", roles)
    return Staff({unit: tuple(names) for unit, names in at.items()})


def _posts(land: Land, how_many: int) -> Iterator[tuple[Place | None, str]]:
    for place in land.places.values():
        yield place, CHIEFS[place.kind]
    open_to = [place for place in land.places.values() if place.kind in _OTHERS]
    for number in range(how_many - len(land.places)):
        place = open_to[number % len(open_to)]
        yield (place, _OTHERS[place.kind]) if number % 40 else (None, "")


def signed_in(username: str, now: datetime) -> str:
    """Return the cookies of somebody who has signed in and stated a purpose today."""
    person = Person.objects.get(username=username)
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session["purpose"] = [Purpose.PLANNING.value, words.local_day(now).isoformat()]
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}; {settings.CSRF_COOKIE_NAME}={CSRF}"
