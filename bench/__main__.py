"""Makes a country twice, the second time with twenty times the history, serves both, and prints what it costs."""

import argparse
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from bench.guide import Guide
from bench.server import serving, surroundings
from bench.table import Figures, lines
from bench.visits import Country, costs, seconds_of_a_pdf, seconds_to_the_nation


def main() -> int:
    """Measure and print; 0 unless something broke."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 20], help="sizes of the history (1 20)")
    sizes = parser.parse_args().times
    with ExitStack() as stack:
        countries = []
        for times in sizes:
            home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="samsyn-bench-")))
            _make(home, times)
            countries.append(Country(Guide.read(home), stack.enter_context(serving(home))))
        _say("measuring")
        measured = costs(countries)
        figures = [
            Figures(
                times,
                found,
                signed_s=seconds_to_the_nation(country),
                pdf_s=seconds_of_a_pdf(country),
                peak_mb=country.server.peak_mb(),
                rows=country.guide.rows,
            )
            for times, country, found in zip(sizes, countries, measured, strict=True)
        ]
    print("\n".join(["", *lines(figures)]))
    return 0


def _make(home: Path, times: int) -> None:
    began = time.monotonic()
    script = f"import django; django.setup(); from bench.country import make; make({str(home)!r}, {times})"
    subprocess.run([sys.executable, "-c", script], env=surroundings(home), check=True)
    size = sum(file.stat().st_size for file in home.rglob("*")) / 1e6
    _say(f"a country with {times} × history: {time.monotonic() - began:.0f} s to make, {size:.0f} MB")


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
