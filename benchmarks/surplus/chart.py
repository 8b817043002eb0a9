"""Draws capture against calls: a panel a scenario, a number a law, a line for perfect foresight."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from math import sqrt
from typing import Any, Final

WIDTH: Final = 560
HEIGHT: Final = 380
LEGEND: Final = 290
LEFT: Final = 52
TOP: Final = 34
RIGHT: Final = 34
BOTTOM: Final = 42
MOST_COMMANDS: Final = 15_000
LEAST_CAPTURE: Final = 72.0
COLUMNS: Final = 2
TICKS: Final = (0, 100, 500, 1_000, 2_000, 4_000, 8_000, 15_000)
NUMBER_WIDTH: Final = 13
NUMBER_HEIGHT: Final = 9
AROUND: Final = tuple(
    (right, below)
    for far in (1, 2, 3)
    for right, below in (
        (5 * far, -4 * far),
        (5 * far, 4 + 6 * far),
        (-16 * far, -4 * far),
        (-16 * far, 4 + 6 * far),
    )
)
"""Where the number of a point may stand."""
OURS: Final = "#c2185b"
OTHERS: Final = "#455a64"
LINE: Final = "#2e7d32"


def draw(results: Mapping[str, Mapping[str, Any]], titles: Mapping[str, str], note: str) -> str:
    """Return an SVG of results by scenario; `note` stands below."""
    names = list(dict.fromkeys(name for result in results.values() for name in result["laws"]))
    numbers = {name: number for number, name in enumerate(names, 1)}
    rows = -(-len(results) // COLUMNS)
    width, height = COLUMNS * WIDTH + LEGEND, rows * HEIGHT + 28
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
    opening += 'font-family="sans-serif" font-size="12">'
    parts = [opening, f'<rect width="{width}" height="{height}" fill="#fff"/>']
    for place, (name, result) in enumerate(results.items()):
        left, top = place % COLUMNS * WIDTH, place // COLUMNS * HEIGHT
        parts.append(f'<g transform="translate({left},{top})">')
        parts.extend(_panel(f"{name}: {titles[name]}", result, numbers))
        parts.append("</g>")
    parts.extend(_legend(names, COLUMNS * WIDTH + 10))
    parts.extend((_text(LEFT, height - 10, note), "</svg>"))
    return "\n".join(parts) + "\n"


def _panel(title: str, result: Mapping[str, Any], numbers: Mapping[str, int]) -> Iterator[str]:
    yield _text(LEFT, 20, title, weight="bold")
    yield from _grid()
    frontier = [row for row in result["foresight"]["frontier"] if row["capture"] >= LEAST_CAPTURE]
    points = " ".join(f"{_x(row['commands']):.1f},{_y(row['capture']):.1f}" for row in frontier)
    yield f'<polyline points="{points}" fill="none" stroke="{LINE}" stroke-width="2"/>'
    taken: list[tuple[float, float]] = []
    for name, row in sorted(result["laws"].items(), key=lambda item: item[0] != "ours"):
        calls = row["commands"] + row["data_requests"] + row["wakes"]
        across, down = _x(calls), _y(max(LEAST_CAPTURE, row["capture"]))
        colour = OURS if name == "ours" else OTHERS
        yield f'<circle cx="{across:.1f}" cy="{down:.1f}" r="{5 if name == "ours" else 3}" fill="{colour}"/>'
        spot = _free(across, down, taken)
        taken.append(spot)
        yield _text(*spot, str(numbers[name]), colour=colour, size=10)


def _grid() -> Iterator[str]:
    bottom, right = HEIGHT - BOTTOM, WIDTH - RIGHT
    for calls in TICKS:
        across = _x(calls)
        yield f'<line x1="{across:.1f}" y1="{TOP}" x2="{across:.1f}" y2="{bottom}" stroke="#e0e0e0"/>'
        yield _text(
            across,
            bottom + 15,
            f"{calls:,}" + (" or more" if calls == MOST_COMMANDS else ""),
            anchor="middle",
            size=10,
        )
    for capture in range(75, 101, 5):
        down = _y(capture)
        yield f'<line x1="{LEFT}" y1="{down:.1f}" x2="{right}" y2="{down:.1f}" stroke="#e0e0e0"/>'
        yield _text(LEFT - 6, down + 4, f"{capture} %", anchor="end", size=10)
    yield _text(
        (LEFT + right) / 2, bottom + 32, "calls (commands, data requests, wakes)", anchor="middle", size=11
    )


def _legend(names: Sequence[str], left: int) -> Iterator[str]:
    for place, name in enumerate(names):
        colour = OURS if name == "ours" else OTHERS
        yield _text(left, 40 + 17 * place, f"{place + 1}  {name.replace('_', ' ')}", colour=colour)
    below = 52 + 17 * len(names)
    yield f'<line x1="{left}" y1="{below}" x2="{left + 24}" y2="{below}" stroke="{LINE}" stroke-width="2"/>'
    yield _text(left + 30, below + 4, "perfect foresight")
    yield _text(left + 30, below + 20, "by the price of a command")


def _x(calls: float) -> float:
    """Return the place of a count: the root spreads the low counts."""
    return LEFT + (WIDTH - LEFT - RIGHT) * sqrt(min(1.0, calls / MOST_COMMANDS))


def _y(capture: float) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (100.0 - capture) / (100.0 - LEAST_CAPTURE)


def _free(across: float, down: float, taken: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the first place around a point where no other number stands."""
    spots = [(across + right, down + below) for right, below in AROUND]
    for spot in spots:
        if all(abs(spot[0] - x) >= NUMBER_WIDTH or abs(spot[1] - y) >= NUMBER_HEIGHT for x, y in taken):
            return spot
    return spots[0]


def _text(
    across: float,
    down: float,
    text: str,
    *,
    colour: str = "#263238",
    size: int = 12,
    weight: str = "normal",
    anchor: str = "start",
) -> str:
    return (
        f'<text x="{across:.1f}" y="{down:.1f}" fill="{colour}" font-size="{size}" font-weight="{weight}" '
        f'text-anchor="{anchor}">{escape(text)}</text>'
    )
