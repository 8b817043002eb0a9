"""What an import costs: time and memory, in processes of their own.

`python -m benchmarks.importing MODULE` is such a process. First it imports what Home Assistant has loaded
anyway (aiohttp, cryptography, PyJWT), and the protobuf runtime that both candidates use.
"""

import gc
import importlib
import json
import os
from pathlib import Path
from statistics import median
import subprocess
import sys
from time import perf_counter
from typing import Final, NamedTuple

from . import ROOT

_LOADED_ANYWAY: Final = (
    "aiohttp",
    "cryptography.hazmat.primitives.asymmetric.ec",
    "cryptography.hazmat.primitives.ciphers.aead",
    "cryptography.hazmat.primitives.hmac",
    "cryptography.hazmat.primitives.serialization",
    "google.protobuf.internal.builder",
    "google.protobuf.runtime_version",
    "google.protobuf.timestamp_pb2",
    "jwt",
)


class Cost(NamedTuple):
    """What an import costs.

    Attributes:
        seconds: The best of several.
        spread: How much longer the median took, 0.1 is 10 %.
        mebibytes: Of resident memory, the median.
        modules: How many are loaded more.
    """

    seconds: float
    spread: float
    mebibytes: float
    modules: int


def import_costs(modules: tuple[str, ...], runs: int) -> list[Cost]:
    """Measure some modules, in turns.

    Raises:
        subprocess.CalledProcessError: One cannot be imported.
    """
    rounds = [[_in_a_new_process(module) for module in modules] for _ in range(runs + 1)]
    # The first round compiled what was not compiled yet.
    return [_cost(measured) for measured in zip(*rounds[1:], strict=True)]


def _cost(measured: tuple[dict[str, float], ...]) -> Cost:
    seconds = [run["seconds"] for run in measured]
    return Cost(
        min(seconds),
        median(seconds) / min(seconds) - 1,
        median(run["bytes"] for run in measured) / (1 << 20),
        int(measured[0]["modules"]),
    )


def _in_a_new_process(module: str) -> dict[str, float]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.run(  # noqa: S603 - our own interpreter, names of modules that stand in this package
        [sys.executable, "-m", "benchmarks.importing", module],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
    )
    measured: dict[str, float] = json.loads(process.stdout)
    return measured


def _resident_bytes() -> int:
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _measure(module: str) -> None:
    """Import a module and print the cost."""
    for name in _LOADED_ANYWAY:
        importlib.import_module(name)
    gc.collect()
    resident, loaded, begin = _resident_bytes(), len(sys.modules), perf_counter()
    importlib.import_module(module)
    seconds = perf_counter() - begin
    gc.collect()
    measured = {
        "seconds": seconds,
        "bytes": _resident_bytes() - resident,
        "modules": len(sys.modules) - loaded,
    }
    print(json.dumps(measured))


if __name__ == "__main__":
    _measure(sys.argv[1])
