"""One base for everything a rule can refuse; each concrete error stands beside what raises it."""

from typing import ClassVar


class DomainError(Exception):
    """A rule said no. ``code`` is public and stable; ``facts`` fill the sentence shown to the user.

    Facts never hold personal data or free text: they may reach a log.
    """

    code: ClassVar[str] = "error"

    def __init__(self, **facts: object) -> None:
        """Keep the facts; the words are the interface's."""
        self.facts = facts
        super().__init__(self.code, facts)


class NotAllowed(DomainError):
    """The actor lacks the permission where it is needed, or may not know that the object exists."""

    code = "access.not-allowed"


class NotFound(DomainError):
    """No such object, or none that this actor may know of: the two are never told apart."""

    code = "access.not-found"
