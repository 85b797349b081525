"""What the room refuses, by name. Each has a sentence in the interface's catalogue."""

from samsyn.core.errors import DomainError


class DraftChanged(DomainError):
    """The draft changed after the signer read it; facts: by, at."""

    code = "pictures.draft-changed"


class NotReady(DomainError):
    """Something is missing before the picture can be signed; facts: missing."""

    code = "pictures.not-ready"


class AlreadySigned(DomainError):
    """The same signature came twice; facts: number."""

    code = "pictures.already-signed"


class NothingToSign(DomainError):
    """The draft is the version in force, word for word."""

    code = "pictures.nothing-to-sign"


class UnknownSection(DomainError):
    """The template has no such section, criterion, level, category or trend."""

    code = "pictures.unknown-section"


class ClassTooHigh(DomainError):
    """The writer may not set, or lower, this information class; facts: least."""

    code = "pictures.class-refused"


class ReasonMissing(DomainError):
    """A step that needs its reason came without one."""

    code = "pictures.reason-missing"


class SameIdOtherText(DomainError):
    """A form came again under the same id with other content."""

    code = "pictures.same-id-other-text"


class PurposeMissing(DomainError):
    """Marked text is read only for a stated purpose."""

    code = "pictures.purpose-missing"


class LevelUnknown(DomainError):
    """No unit above holds the level that the need is put to."""

    code = "pictures.level-unknown"


class RoundDatesTurned(DomainError):
    """A round's last day must come after the day it opens."""

    code = "pictures.round-dates"
