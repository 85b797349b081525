"""True counts. A doorplate: what may be shown of them is decided in ``disclosure``, and nowhere else.

Rooms with pages may not import this file (an import contract says so).
"""

from typing import NoReturn


class RawCount:
    """A true count of events or persons, opaque: it cannot be read, shown, stored, added or compared.

    Only ``disclosure.clear`` opens it. There is deliberately no way to write one in a page by mistake.
    """

    __slots__ = ("__count",)

    def __init__(self, count: int) -> None:
        """Keep a count; raise ``ValueError`` for a negative one, ``TypeError`` for what is no whole number."""
        if type(count) is not int:
            raise TypeError(_WHOLE)
        if count < 0:
            raise ValueError(_WHOLE)
        self.__count = count

    def __repr__(self) -> str:
        """Return the name of the type."""
        return "<RawCount>"

    def _refuse(self, *_args: object) -> NoReturn:
        raise TypeError(_CLOSED)

    __str__ = __format__ = __int__ = __index__ = __float__ = __complex__ = __bool__ = _refuse
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _refuse
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _refuse
    __neg__ = __abs__ = __round__ = __hash__ = __reduce_ex__ = _refuse


def opened(count: RawCount) -> int:
    """Return the number itself. For ``disclosure`` alone: whoever else calls it goes round the rule."""
    return count._RawCount__count  # type: ignore[attr-defined,no-any-return]  # noqa: SLF001 - the one way in


_WHOLE = "a true count is a whole number, 0 or more"
_CLOSED = "a true count is opened by disclosure.clear only"
