"""The figures as lines for people: each with its aim, and whether it was reached."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.visits import Cost

MULTIPLE, GROWTH = 6.0, 1.2
SIGNED_S, PDF_S = 1.0, 0.5


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured in one country."""

    times: int
    costs: Mapping[str, Cost]
    signed_s: Sequence[float]
    pdf_s: Sequence[float]
    peak_mb: Sequence[float]
    rows: Mapping[str, int]

    @property
    def empty(self) -> Cost:
        """Return the baseline."""
        return next(iter(self.costs.values()))


def lines(figures: Sequence[Figures]) -> list[str]:
    """Return the table: processor time first, then what somebody waits for, then memory."""
    small, *larger = figures
    return [*_sizes(figures), "", *_pages(small, larger), "", *_waits(figures), "", *_memory(figures)]


def _sizes(figures: Sequence[Figures]) -> list[str]:
    told = ["Generated country, rows in each table"]
    for one in figures:
        counted = ", ".join(f"{name} {rows:,}" for name, rows in one.rows.items())
        told.append(f"  {one.times:>3} × history: {counted}")
    return told


def _pages(small: Figures, larger: Sequence[Figures]) -> list[str]:
    baseline = "Baseline: an empty page signed in (/om/uppgifter/), same server, same run."
    head = f"{'Processor time a request':<26}{'ms':>8}{'× empty':>9}{f'aim ≤ {MULTIPLE:g}':>12}{'spread':>13}"
    head += "".join(f"{f'{one.times} × data: ms':>17}{'× first':>9}{f'aim ≤ {GROWTH:g}':>12}" for one in larger)
    told = [baseline, "", head]
    for name, cost in small.costs.items():
        ratios = cost.times(small.empty)
        ratio = statistics.median(ratios)
        verdict = "baseline" if cost is small.empty else _verdict(ratio, MULTIPLE)
        line = f"{name:<26}{cost.ms:>8.1f}{ratio:>9.2f}{verdict:>12}{f'{min(ratios):.1f}–{max(ratios):.1f}':>13}"
        for one in larger:
            growth = statistics.median(one.costs[name].times(cost))
            line += f"{one.costs[name].ms:>17.1f}{growth:>9.2f}{_verdict(growth, GROWTH):>12}"
        told.append(line)
    return told


def _waits(figures: Sequence[Figures]) -> list[str]:
    told = [f"{'Seconds that somebody waits':<44}{'median':>9}{'longest':>9}{'aim':>9}"]
    for one in figures:
        for name, seconds, aim in (
            ("signed → counted on the nation's page", one.signed_s, SIGNED_S),
            ("PDF of a full picture, warm", one.pdf_s, PDF_S),
        ):
            middle = statistics.median(seconds)
            about = f"{name}, {one.times} ×"
            told.append(f"{about:<44}{middle:>9.2f}{max(seconds):>9.2f}{f'< {aim:g}':>9}  {_verdict(middle, aim)}")
    return told


def _memory(figures: Sequence[Figures]) -> list[str]:
    return [
        f"Most memory held, {one.times} ×: parent {one.peak_mb[0]:.0f} MB, "
        f"workers {' + '.join(f'{mb:.0f}' for mb in one.peak_mb[1:])} MB"
        for one in figures
    ]


def _verdict(value: float, aim: float) -> str:
    return "reached" if value <= aim else "missed"
