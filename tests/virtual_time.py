"""An event loop whose time jumps to the next timer when nothing is in flight: a month passes in minutes.

Everything that asks for the time inside gets the same answer: the loop, `time.time()`, `time.monotonic()`,
`datetime.now()` and Home Assistant's `utcnow()`. Sockets are real; what is sent over loopback can be read at
once, so that a request between two ends in one loop takes no time. Threads of an executor take real time,
and the loop waits for them.
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterator, Mapping
from concurrent.futures import Executor
from contextlib import contextmanager
from datetime import UTC, datetime, tzinfo
import os
import selectors
import sys
import time
from typing import Any, Final, Protocol, override

from homeassistant.util import dt as dt_util

_REAL_DATETIME: Final = datetime
_REAL_TIME: Final = time.time
_REAL_MONOTONIC: Final = time.monotonic

# Names that modules of these packages bound to the real functions are bound anew. Python's own modules keep
# theirs: threads, queues and their time limits live by real time.
_PACKAGES: Final = frozenset(
    {"aiohttp", "benchmarks", "custom_components", "homeassistant", "jwt", "tesla_fleet_api", "tests"}
)

_SOURCES: Final = frozenset({"datetime", "time"})

_LONGEST_REAL_WAIT: Final = 1.0


class Clock(Protocol):
    """What tells the time inside."""

    def time(self) -> float:
        """Return what `time.time()` returns."""
        ...

    def monotonic(self) -> float:
        """Return what `time.monotonic()` and the loop's `time()` return."""
        ...

    def now(self) -> datetime:
        """Return the moment, in UTC."""
        ...


class VirtualClock:
    """Seconds since the epoch, as they pass inside."""

    def __init__(self, start: datetime) -> None:
        """Stand still at the start."""
        self.begin = start.timestamp()
        self.elapsed = 0.0

    def time(self) -> float:
        """Return what `time.time()` returns."""
        return self.begin + self.elapsed

    def monotonic(self) -> float:
        """Return what `time.monotonic()` and the loop's `time()` return."""
        return self.elapsed

    def now(self) -> datetime:
        """Return the moment, in UTC."""
        return _REAL_DATETIME.fromtimestamp(self.time(), UTC)


class _JumpingSelector(selectors.DefaultSelector):
    """Reports what sockets have; where the loop would wait for a timer, the clock moves instead."""

    def __init__(self, clock: VirtualClock, busy: Callable[[], bool]) -> None:
        super().__init__()
        self._clock = clock
        self._busy = busy

    @override
    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        events = super().select(0)
        if events or timeout == 0:
            return events
        while self._busy() or timeout is None:
            events = super().select(_LONGEST_REAL_WAIT)
            if events:
                return events
        os.sched_yield()  # whatever the kernel has put off arrives
        events = super().select(0)
        if not events:
            self._clock.elapsed += timeout
        return events


class VirtualTimeLoop(asyncio.SelectorEventLoop):
    """The loop; jobs of executors hold the clock."""

    def __init__(self, clock: VirtualClock) -> None:
        """Live by the clock."""
        self.clock = clock
        self._jobs: set[asyncio.Future[Any]] = set()
        super().__init__(_JumpingSelector(clock, lambda: bool(self._jobs)))

    @override
    def time(self) -> float:
        return self.clock.monotonic()

    @override
    def run_in_executor[*Ts, T](
        self, executor: Executor | None, func: Callable[[*Ts], T], *args: *Ts
    ) -> asyncio.Future[T]:
        job = super().run_in_executor(executor, func, *args)
        self._jobs.add(job)
        job.add_done_callback(self._jobs.discard)
        return job

    @override
    async def shutdown_default_executor(self, timeout: float | None = None) -> None:
        joining = self.create_future()
        self._jobs.add(joining)
        try:
            await super().shutdown_default_executor(timeout)
        finally:
            self._jobs.discard(joining)


class _VirtualDatetimeType(type):
    """Stands for `datetime` where a module holds it; what it makes are plain datetimes."""

    clock: Clock

    @override
    def __call__(cls, *args: Any, **kwargs: Any) -> datetime:
        return _REAL_DATETIME(*args, **kwargs)

    @override
    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, _REAL_DATETIME)

    @override
    def __subclasscheck__(cls, subclass: type) -> bool:
        return issubclass(subclass, _REAL_DATETIME)

    @override
    def __getattribute__(cls, name: str) -> Any:
        if name == "now":
            return _now_by(type.__getattribute__(cls, "clock"))
        return getattr(_REAL_DATETIME, name)


def _now_by(clock: Clock) -> Callable[[tzinfo | None], datetime]:
    def now(tz: tzinfo | None = None) -> datetime:
        return _REAL_DATETIME.fromtimestamp(clock.time(), tz)

    return now


def _is_ours(module: str) -> bool:
    return module.partition(".")[0] in _PACKAGES and module != __name__


def _rebind(replacements: Mapping[int, object], wanted: Callable[[str], bool]) -> None:
    """Bind names of modules anew: `replacements` by the identity of what they are bound to."""
    for name, module in list(sys.modules.items()):
        if not wanted(name):
            continue
        for attribute, value in list(getattr(module, "__dict__", {}).items()):
            if id(value) in replacements:
                setattr(module, attribute, replacements[id(value)])


@contextmanager
def time_by(clock: Clock) -> Iterator[None]:
    """Let this process ask the clock."""
    pairs: tuple[tuple[object, object], ...] = (
        (_REAL_TIME, clock.time),
        (_REAL_MONOTONIC, clock.monotonic),
        (_REAL_DATETIME, _VirtualDatetimeType("datetime", (), {"clock": clock})),
        (dt_util.utcnow, clock.now),
    )
    _rebind({id(real): virtual for real, virtual in pairs}, lambda name: _is_ours(name) or name in _SOURCES)
    try:
        yield
    finally:
        _rebind({id(virtual): real for real, virtual in pairs}, lambda name: name != __name__)


def run[T](main: Callable[[], Coroutine[Any, Any, T]], *, start: datetime) -> T:
    """Run a coroutine in a world whose time begins at `start`, and return what it returns."""
    clock = VirtualClock(start)
    with time_by(clock), asyncio.Runner(loop_factory=lambda: VirtualTimeLoop(clock)) as runner:
        return runner.run(main())
