"""Who acts when somebody runs a command: the installation itself. Whoever has its terminal has its database."""

from samsyn.areas.actions import INSTALLATION
from samsyn.core.access import Actor, InfoClass, Permission, RoleHeld

_MAY = frozenset({Permission.UNITS_KEEP, Permission.AREAS_KEEP, Permission.AREAS_READ, Permission.TRAIL_VERIFY})


def operator(*nation_ids: int) -> Actor:
    """Return the installation as an actor: it keeps organisation and areas, and reads no picture."""
    roles = tuple(RoleHeld("installation", unit_id, _MAY, InfoClass.K0) for unit_id in (INSTALLATION, *nation_ids))
    return Actor(person_id=0, username="samsyn", name="Samsyn", organisation="Samsyn", roles=roles)
