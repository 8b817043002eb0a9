"""A process whose time begins at a moment of choice and runs faster from a signal on.

`python -m tests.e2e.fast_time --start 2027-06-15T08:00+00:00 --began SECONDS --speed 60 MODULE ARGUMENTS...`
runs a module as `python -m MODULE ARGUMENTS...` would. `--began` is the real time, in seconds since the
epoch, at which it is `--start`: processes that are told the same agree. At SIGUSR1 time begins to run fast,
at the next one it is as slow as ever. Timers and waiting for sockets keep up with it; threads of executors,
and what they wait for, live by real time.
"""

import argparse
from datetime import UTC, datetime
import runpy
import selectors
import signal
import sys
import time

from tests.virtual_time import time_by

_REAL_TIME = time.time


class FastClock:
    """Runs at the real pace, until it is told to run faster."""

    def __init__(self, start: datetime, *, began: float) -> None:
        """Show `start` at the real moment `began`."""
        self._base, self._real = start.timestamp(), began
        self._first = self._base
        self.speed = 1.0

    def change(self, speed: float) -> None:
        """Go on from now at this speed, or at the real pace if it was that."""
        self._base, self._real = self.time(), _REAL_TIME()
        self.speed = speed if self.speed == 1 else 1.0

    def time(self) -> float:
        """Return what `time.time()` returns."""
        return self._base + (_REAL_TIME() - self._real) * self.speed

    def monotonic(self) -> float:
        """Return what `time.monotonic()` returns."""
        return self.time() - self._first

    def now(self) -> datetime:
        """Return the moment, in UTC."""
        return datetime.fromtimestamp(self.time(), UTC)


def _hurry_selectors(clock: FastClock) -> None:
    """Let event loops wait for their timers only as long as those really take."""
    real = selectors.DefaultSelector.select

    def select(
        self: selectors.DefaultSelector, timeout: float | None = None
    ) -> list[tuple[selectors.SelectorKey, int]]:
        return real(self, timeout if timeout is None else timeout / clock.speed)

    setattr(selectors.DefaultSelector, "select", select)  # noqa: B010  mypy: a method


def main() -> None:
    """Run the module."""
    parser = argparse.ArgumentParser(prog="python -m tests.e2e.fast_time", description=__doc__)
    parser.add_argument("--start", type=datetime.fromisoformat, required=True)
    parser.add_argument("--began", type=float, required=True)
    parser.add_argument("--speed", type=float, required=True)
    parser.add_argument("module")
    parser.add_argument("arguments", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    clock = FastClock(options.start, began=options.began)
    _hurry_selectors(clock)
    signal.signal(signal.SIGUSR1, lambda *_: clock.change(options.speed))
    sys.argv = [options.module, *options.arguments]
    with time_by(clock):
        runpy.run_module(options.module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
