"""Make the fonts for paper out of the web fonts beside the pages: one weight each, all letters in one file.

Run it when the web fonts change, with fonttools 4.68 and brotli in an environment of its own; then write the new
checksums in ``fonts/vendor.json``. The same web fonts give the same bytes. Modified fonts carry names of their own, as
their licence asks.
"""

from pathlib import Path

from fontTools.merge import Merger  # type: ignore[import-not-found] # only there when fonts are made
from fontTools.ttLib import TTFont  # type: ignore[import-not-found] # only there when fonts are made
from fontTools.varLib import instancer  # type: ignore[import-not-found] # only there when fonts are made

HERE = Path(__file__).parent

SERIF, SANS = "source-serif-4/source-serif-4-{}-wght-{}", "instrument-sans/instrument-sans-{}-standard-{}"
Cut = tuple[str, str, str, dict[str, float], str, str]
"""File, pattern of the web fonts, slope, place on their axes, family, style."""

CUTS: tuple[Cut, ...] = (
    ("SamsynSerif-Regular", SERIF, "normal", {"wght": 400}, "Samsyn Serif", "Regular"),
    ("SamsynSerif-Italic", SERIF, "italic", {"wght": 400}, "Samsyn Serif", "Italic"),
    ("SamsynSans-Regular", SANS, "normal", {"wght": 400, "wdth": 100}, "Samsyn Sans", "Regular"),
    ("SamsynSans-Bold", SANS, "normal", {"wght": 650, "wdth": 100}, "Samsyn Sans", "Bold"),
)
WEIGHT = {"Regular": 400, "Italic": 400, "Bold": 700}
SELECTION = {"Regular": 0x40, "Italic": 0x01, "Bold": 0x20}
MAC_STYLE = {"Regular": 0, "Italic": 2, "Bold": 1}
KEPT_NAMES = (0, 5, 13, 14)
"""Copyright, version, licence, licence address; the family and style names are our own."""


def cut(web: Path, out: Path, made: Cut) -> set[int]:
    """Write one font and return the characters it holds."""
    name, pattern, slope, at, family, style = made
    pieces = []
    for subset in ("latin", "latin-ext"):
        font = TTFont(web / f"{pattern.format(subset, slope)}.woff2")
        font.flavor = None
        one = instancer.instantiateVariableFont(font, at)
        for table in {"STAT", "gasp", "prep"} & set(one.keys()):
            del one[table]
        piece = out / f"{name}-{subset}.tmp"
        one.save(piece)
        pieces.append(piece)
    whole = Merger().merge([str(piece) for piece in pieces])
    for piece in pieces:
        piece.unlink()
    names = whole["name"]
    names.names = [record for record in names.names if record.nameID in KEPT_NAMES]
    for number, text in ((1, family), (2, style), (3, name), (4, f"{family} {style}"), (6, name)):
        names.setName(text, number, 3, 1, 0x409)
    whole["OS/2"].usWeightClass = WEIGHT[style]
    whole["OS/2"].fsSelection = whole["OS/2"].fsSelection & ~0x61 | SELECTION[style]
    whole["head"].macStyle = MAC_STYLE[style]
    whole["head"].created = whole["head"].modified = 0
    whole.recalcTimestamp = False
    whole.save(out / f"{name}.ttf")
    return set(whole.getBestCmap())


def spans(codes: set[int]) -> str:
    """Return the characters as lines of first-last in hexadecimal."""
    lines: list[list[int]] = []
    for code in sorted(codes):
        if lines and lines[-1][1] == code - 1:
            lines[-1][1] = code
        else:
            lines.append([code, code])
    return "".join(f"{first:04X}-{last:04X}\n" for first, last in lines)


def main(web: Path, out: Path) -> None:
    """Make every font, and the list of the characters that at least one family holds in all its styles."""
    held: dict[str, set[int]] = {}
    for made in CUTS:
        codes = cut(web, out, made)
        family = made[4]
        held[family] = held.get(family, codes) & codes
    (out / "coverage.txt").write_text(spans(set.union(*held.values())), encoding="ascii")


if __name__ == "__main__":
    main(HERE.parent / "static" / "vendor", HERE / "fonts")
