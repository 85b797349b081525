"""Whether everything that must not change is as it was: the trail, the signed versions, their projections."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.audit import queries as audit
from samsyn.audit.facts import Head, Verdict
from samsyn.cli.operator import operator
from samsyn.pictures import integrity

NOT_WHOLE = 3
"""Exit status when something does not fit."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check found: the trail's verdict, how many versions there are, and which of them do not fit."""

    trail: Verdict
    versions: int
    broken: tuple[integrity.Broken, ...]

    @property
    def whole(self) -> bool:
        """Tell whether all of it fits."""
        return self.trail.whole and not self.broken


def check(*, kept: Head | None = None) -> Findings:
    """Recompute everything; ``kept`` is a head noted earlier, which must still be in its place."""
    by = operator()
    trail = audit.verify(by=by, kept=kept)
    signed = {row.target: str(row.facts.get("digest", "")) for event in SIGNED for row in audit.told_of(event, by=by)}
    found = tuple(integrity.versions(by=by, signed=signed))
    return Findings(trail, len(found), tuple(one for one in found if one.faults))


SIGNED = ("picture.signed", "picture.corrected")
"""The events of the trail that hold the digest of a version."""


def report(findings: Findings) -> int:
    """Print what was found, in sentences, and return the exit status."""
    trail = findings.trail
    print(
        ngettext("Spåret: %(sealed)d förseglad post.", "Spåret: %(sealed)d förseglade poster.", trail.sealed)
        % {"sealed": trail.sealed},
        _("%d väntar på att förseglas.") % trail.unsealed,
    )
    print(_("Huvud: %(number)d:%(digest)s") % {"number": trail.sealed, "digest": trail.head})
    if trail.broken_at is not None:
        told = {"link": trail.sealed + 1, "entry": trail.broken_at}
        print(_("FEL: kedjan bryts vid länk %(link)d (post %(entry)d).") % told)
    if trail.cut_off:
        print(_("FEL: kedjans slut är bortklippt. Den sista länken är %d.") % trail.sealed)
    print(_("Fastställda versioner: %d.") % findings.versions)
    for one in findings.broken:
        print(_("FEL: %(version)s: %(faults)s") % {"version": one.version, "faults": ", ".join(one.faults)})
    print(_("Allt stämmer.") if findings.whole else _("Något har ändrats i efterhand."))
    return 0 if findings.whole else NOT_WHOLE
