"""What the tests of the guard ask of it."""

from samsyn.core.guard import Severity, inspect

TOLVAN = "121212-1212"
"""The tax agency's well-known example; every other number is counted out."""


def with_check_digit(nine: str) -> str:
    total = sum(sum(divmod(int(digit) * (2 - place % 2), 10)) for place, digit in enumerate(nine))
    return nine + str(-total % 10)


def stops(text: str) -> list[str]:
    return [item.kind.value for item in inspect(text) if item.severity is Severity.STOP]


def warnings(text: str) -> list[str]:
    return [text[item.start : item.end] for item in inspect(text) if item.severity is Severity.WARN]
