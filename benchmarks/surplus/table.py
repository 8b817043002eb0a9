"""Rows as a table."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

type Row = Mapping[str, Any]

_COLUMNS: Final[Mapping[str, Callable[[Row], str]]] = {
    "capture %": lambda row: f"{row['capture']:.1f}",
    "non-solar kWh": lambda row: f"{row['nonsolar_kwh']:.1f}",
    "battery kWh": lambda row: f"{row['battery_kwh']:.1f}",
    "import kWh": lambda row: f"{row['import_kwh']:.0f}" if "import_kwh" in row else "",
    "house $": lambda row: f"{row['house_dollars']:.0f}" if "house_dollars" in row else "",
    "commands": lambda row: f"{row['commands']}",
    "worst day": lambda row: f"{row['commands_worst_day']}" if "commands_worst_day" in row else "",
    "data": lambda row: f"{row['data_requests']}",
    "wakes": lambda row: f"{row['wakes']}",
    "starts": lambda row: f"{row['starts']}",
    "API $": lambda row: f"{row['dollars']:.2f}",
    "score": lambda row: f"{row['score']:.1f}",
    "misplaced": lambda row: f"{row['misplaced']}" if "misplaced" in row else "",
    "fuse s": lambda row: f"{row['fuse_excess_s']}" if "fuse_excess_s" in row else "",
}


def table(result: Mapping[str, Any]) -> Iterator[str]:
    """Return the lines of a Markdown table, best score first, foresight last."""
    rows: dict[str, Row] = dict(sorted(result["laws"].items(), key=lambda item: -item[1]["score"]))
    rows["foresight"] = result["foresight"]
    cells = [["law", *_COLUMNS]]
    cells.extend([name, *(cell(row) for cell in _COLUMNS.values())] for name, row in rows.items())
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
    for number, line in enumerate(cells):
        yield (
            "| "
            + " | ".join(
                text.ljust(width) if not column else text.rjust(width)
                for column, (text, width) in enumerate(zip(line, widths, strict=True))
            )
            + " |"
        )
        if not number:
            yield (
                "|"
                + "|".join(
                    "-" * (width + 1) + ("-" if not column else ":") for column, width in enumerate(widths)
                )
                + "|"
            )
