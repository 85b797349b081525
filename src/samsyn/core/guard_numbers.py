"""Finds numbers that point at a person: identity numbers, and registration numbers of vehicles.

Every function reads the plain copy of a text (``guard_reading``), yields half-open spans in it and
says whether it is certain. Patterns have bounded repetition only, so the time is linear in the text.
Not a defence against someone who wants to smuggle: digits written as words pass.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Span(NamedTuple):
    """Where something was found, and whether it is certain or only likely."""

    start: int
    end: int
    certain: bool = True


# ---- Identity numbers ------------------------------------------------------------------------------------------------

_TAIL = r"(?P<tail>[0-9]{2} ?[0-9]{2}|[0-9]{3}[ -][0-9])"
_JOINT = r"(?P<joint>\s{0,2}[-+/]{1,2}\s{0,2}|[._:*]|\s{0,3})"
_DATED = re.compile(
    r"(?<![0-9])(?=(?P<whole>(?:(?:18|19|20)[ -]?)?[0-9]{2}(?:(?P<sep>[ ./-]?)[0-9]{2}(?P=sep)|[ -][0-9]{2}|[0-9]{2}[ -])[0-9]{2}"
    rf"[)\]]?{_JOINT}[(\[]?{_TAIL})(?![0-9]))"
)
_SPELLED = [
    re.compile(rf"(?<![0-9])(?=(?P<whole>[0-9](?:[ .\n-]{{1,3}}[0-9]){{{count - 1}}})(?![0-9]))") for count in (10, 12)
]
_PAIRS = re.compile(r"[0-9]{2}(?: [0-9]{2}){4,5}")
_NOT_DIGIT = re.compile(r"[^0-9]+")
_DATE_GOES_ON = re.compile(r"[-./][0-9]{2}[-./][0-9]{2}(?![0-9])")
_CLOCK_OR_YEAR = re.compile(r"(?:[01][0-9]|2[0-3])[0-5][0-9]|(?:19|20)[0-9]{2}")

_DECEMBER = 12
_DOUBLED = str.maketrans("0123456789", "0246813579")
"""Each digit doubled, and the digits of that summed: every second digit of a Luhn sum."""
_COORDINATION = 60
"""Added to the day of birth in a samordningsnummer."""


def identity_numbers(text: str) -> Iterator[Span]:
    """Yield Swedish personnummer and samordningsnummer: a possible date and a valid check digit.

    A date with dividers followed by what may as well be a time or a year is only likely, and so are
    pairs of digits with blanks between, which may be a list.
    """
    for found in _DATED.finditer(text):
        start, end = found.span("whole")
        if _is_identity(found["whole"]) and not _DATE_GOES_ON.match(text, end):
            yield Span(start, end, certain=not (_is_moment(found) or _PAIRS.fullmatch(found["whole"])))
    for pattern in _SPELLED:
        for found in pattern.finditer(text):
            if _is_identity(found["whole"]):
                yield Span(*found.span("whole"))


def _is_moment(found: re.Match[str]) -> bool:
    """Tell whether this may as well be a date with dividers, a blank, and a time or a year."""
    apart = found["sep"] in {"-", ".", "/"} and not {" ", "\n"}.isdisjoint(found["joint"])
    return apart and _CLOCK_OR_YEAR.fullmatch(found["tail"]) is not None


def _is_identity(written: str) -> bool:
    digits = _NOT_DIGIT.sub("", written)
    return _luhn(digits[-10:]) and _is_birth(digits[:-4])


def _is_birth(digits: str) -> bool:
    month, day = int(digits[-4:-2]), int(digits[-2:])
    day -= _COORDINATION if day > _COORDINATION else 0
    year = int(digits[:-4]) if len(digits) == len("yyyymmdd") else 2000 + int(digits[:2])
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    longest = {2: 29 if leap else 28, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31)
    return 1 <= month <= _DECEMBER and 1 <= day <= longest


def _luhn(digits: str) -> bool:
    return sum(map(int, digits[::2].translate(_DOUBLED) + digits[1::2])) % 10 == 0


# ---- Registration numbers of vehicles --------------------------------------------------------------------------------

_LETTER = "[A-HJ-PR-UW-Z]"
_PLATE = re.compile(
    rf"(?<![^\W_])(?P<letters>{_LETTER}{{3}})(?:[\s._:-]{{0,2}}|\s-\s)[0-9]{{2}}(?:[0-9]|(?!O){_LETTER})(?![^\W_])"
)
_TIGHT = re.compile(
    rf"(?<![^\W_])(?P<letters>{_LETTER}{{3}})[0-9]{{2}}(?:[0-9]|(?!O){_LETTER})(?![^\W_])", re.IGNORECASE
)
_AFTER_REG = re.compile(
    rf"(?<![^\W_])reg(?:[.]?\s?n(?:umme)?r|istrering(?:s(?:nummer|skylt(?:en)?)?)?|skylt(?:en)?)?[.:]{{0,2}}\s{{0,2}}"
    rf"(?P<plate>{_LETTER}{{3}}[\s-]?[0-9]{{2}}(?:[0-9]|(?!O){_LETTER}))(?![^\W_])",
    re.IGNORECASE,
)
_OTHER_MEANINGS = """
    LPO LPA SOU SFS OSL BRB RPS FAP PMF RAR RAS SCB BRA EST GPS GSM SMS MMS DNR DNA DNS HSB SEK EUR USD NOK DKK GBP
    CHF KAP ART BOX LGH RUM HUS SAL TEL FAX KRS KOM STR TAB FEL PER ETT TRE FEM SJU ELF MEN TYP HOT SOS PUB PKK PLO
    KGB LSD GHB LSS LSU BDL PDL ROM USA FNL XTC DEN DET HAR OCH MED SOM UPP DAG KAN ALL ANT TOT MAX LAG RAD PAR GRP
    SAS REF NTU KUT RUC AKM SKR FRA MSB JAN FEB APR JUN JUL AUG SEP OKT DEC
"""
NOT_PLATES = frozenset(_OTHER_MEANINGS.split())
"""Three letters that are never issued, or mean something else in police prose: units, currencies, statutes, months."""


def registration_numbers(text: str) -> Iterator[Span]:
    """Yield registration numbers of vehicles: three letters, two digits, and a digit or a letter.

    Small letters count where the number is written together or follows ``regnr`` and the like.
    Combinations that are never issued or mean something else (``LPO 540``, ``SEK 500``) do not.
    """
    for pattern in (_PLATE, _TIGHT):
        for found in pattern.finditer(text):
            if found["letters"].upper() not in NOT_PLATES:
                yield Span(*found.span())
    for found in _AFTER_REG.finditer(text):
        if found["plate"][:3].upper() not in NOT_PLATES:
            yield Span(*found.span("plate"))
