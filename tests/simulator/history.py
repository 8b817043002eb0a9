"""What an energy site remembers: five-minute buckets, charge sessions, outages."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from .flows import Balance, Streams, streams

BUCKET_SECONDS: Final = 300


@dataclass(slots=True, kw_only=True)
class Bucket:
    """Five minutes; streams in Wh, `level` in % at the end."""

    streams: Streams = field(default_factory=Streams)
    seconds: float = 0.0
    level: float = 0.0


@dataclass(slots=True, kw_only=True)
class ChargeSession:
    """A car at the Wall Connector; energy in Wh."""

    start: datetime
    seconds: float = 0.0
    energy: float = 0.0


@dataclass(slots=True, kw_only=True)
class Outage:
    """Time without the grid."""

    start: datetime
    seconds: float = 0.0


@dataclass(slots=True)
class History:
    """All of it; the keys of `buckets` are epoch seconds, multiples of 300."""

    buckets: dict[int, Bucket] = field(default_factory=dict)
    sessions: list[ChargeSession] = field(default_factory=list)
    outages: list[Outage] = field(default_factory=list)
    charging: bool = False
    outage: bool = False

    def add(self, begin: datetime, seconds: float, balance: Balance, level: float) -> None:
        """Remember a stretch of time that lies within one bucket."""
        key = int(begin.timestamp()) // BUCKET_SECONDS * BUCKET_SECONDS
        bucket = self.buckets.setdefault(key, Bucket())
        bucket.streams.add(streams(balance), seconds / 3600)
        bucket.seconds += seconds
        bucket.level = level

    def add_charging(self, begin: datetime, seconds: float, power: float) -> None:
        """Remember what a car took from the Wall Connector, W."""
        if power <= 0:
            self.charging = False
            return
        if not self.charging:
            self.sessions.append(ChargeSession(start=begin))
            self.charging = True
        session = self.sessions[-1]
        session.seconds += seconds
        session.energy += power * seconds / 3600

    def add_outage(self, begin: datetime, seconds: float, *, connected: bool) -> None:
        """Remember whether the grid was there."""
        if not connected and not self.outage:
            self.outages.append(Outage(start=begin))
        self.outage = not connected
        if self.outage:
            self.outages[-1].seconds += seconds

    def between(self, begin: datetime, end: datetime) -> list[tuple[datetime, Bucket]]:
        """Return the buckets that begin in this time, in order."""
        first, last = begin.timestamp(), end.timestamp()
        return [
            (datetime.fromtimestamp(key, UTC), self.buckets[key])
            for key in sorted(self.buckets)
            if first <= key < last
        ]
