"""The simulated clock, and where the sun stands by it."""

from datetime import UTC, datetime, time as time_of_day, timedelta
import time
from zoneinfo import ZoneInfo

SECONDS_PER_DAY = 86_400


class Clock:
    """A clock that may run faster than the real one.

    It follows `time.time()`, so that a test that freezes or moves Python's time moves it too. Cars, sites
    and their timestamps live by it. Tokens, their expiry and the clocks of the Vehicle Command Protocol do
    not: they follow real time, or signatures would expire within the blink of an eye at a high speed.

    Without a `start` the clock shows the real date and time, so that what is reported looks fresh, and the
    sun is moved instead: it stands as at `day_start` local time. With a `start` the sun stands as that
    moment says.
    """

    def __init__(
        self,
        *,
        speed: float = 1.0,
        start: datetime | None = None,
        day_start: time_of_day = time_of_day(10),
        time_zone: str = "Europe/Berlin",
    ) -> None:
        """Start the clock."""
        self.time_zone = ZoneInfo(time_zone)
        self._speed = speed
        self._real = time.time()
        self._base = (start or datetime.fromtimestamp(self._real, UTC)).astimezone(UTC)
        self._sun_shift = timedelta()
        self.jumps = 0
        if start is None:
            wanted = timedelta(hours=day_start.hour, minutes=day_start.minute, seconds=day_start.second)
            self._sun_shift = wanted - timedelta(seconds=self.sun_seconds(self._base))

    @property
    def speed(self) -> float:
        """How many simulated seconds pass in a real one."""
        return self._speed

    @speed.setter
    def speed(self, speed: float) -> None:
        self._base, self._real = self.now(), time.time()
        self._speed = speed

    def now(self) -> datetime:
        """Return the simulated moment, in UTC."""
        return self._base + timedelta(seconds=(time.time() - self._real) * self._speed)

    def set(self, moment: datetime) -> None:
        """Set the clock, and the sun as the new local time says; the time between is not lived through."""
        self.jumps += 1
        self._base, self._real = moment.astimezone(UTC), time.time()
        self._sun_shift = timedelta()

    def advance(self, seconds: float) -> None:
        """Move the clock forward."""
        self._base += timedelta(seconds=seconds)

    def local(self, moment: datetime) -> datetime:
        """Return the moment in the home's time zone."""
        return moment.astimezone(self.time_zone)

    def sun_seconds(self, moment: datetime) -> float:
        """Return the seconds since midnight by which solar power and the house's load are looked up."""
        local = self.local(moment)
        seconds = local.hour * 3600 + local.minute * 60 + local.second + local.microsecond / 1e6
        return (seconds + self._sun_shift.total_seconds()) % SECONDS_PER_DAY
