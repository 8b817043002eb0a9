"""The budget: how often may be read, so that a month's requests cost no more than is wanted.

There is no interval to set. A reader says how often it would like to read and what a reading costs; the
budget answers with that wish while the month is not ahead of its pace, and with less when it is. Commands
are not asked for here: they always pass, and for them the last twentieth is kept. A loop that sends commands
keeps to its part of what is left; readers then plan with the rest.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from .routes import Category
from .usage import UsageLedger, month_end, month_start, price as price_of

READING_SHARE: Final = 0.95
"""Of the budget; the rest is for commands, and for putting back what a loop has changed."""

LOOP_SHARE: Final = 0.7
"""Of what is left for reading, where a loop sends commands: what it plans with. It learns most from energy
sites, which are free, or read for themselves."""

LOOP_PACE: Final = 0.92
"""Of what reading may cost, where a loop sends commands: what both plan with. A wake costs as much as ten
readings, and the last ones of a month must not stop reading."""

HEAD_START: Final = timedelta(days=1)
"""How much of a month may be spent ahead of its time: a day of driving is not a day to read slowly.

It melts away until the month's end, else the last day would have nothing left.
"""


class Sharing(StrEnum):
    """How cars share the budget."""

    AS_NEEDED = "as_needed"
    """Who needs a reading gets it."""
    EVEN = "even"
    """Each car has an equal part, and what it does not use is not read by others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What a month of one account may cost."""

    dollars: float = 10.0
    """Tesla gives $10 a month away (known: fleet_api.md, 5)."""
    energy_billed: bool = False
    """Whether requests to energy sites are billed; nobody is known to have been."""
    sharing: Sharing = Sharing.AS_NEEDED
    commanding: bool = False
    """Whether a loop sends commands."""

    @property
    def for_reading(self) -> float:
        """Dollars a month."""
        return self.dollars * READING_SHARE

    def price(self, category: Category) -> float:
        """Dollars that a request of a category costs."""
        return price_of(category, energy_billed=self.energy_billed)

    def spent(self, ledger: UsageLedger, now: datetime) -> float:
        """Dollars of this month."""
        return ledger.cost(now, energy_billed=self.energy_billed)

    def left(self, ledger: UsageLedger, now: datetime) -> float:
        """Dollars of this month; never below 0."""
        return max(0.0, self.dollars - self.spent(ledger, now))

    def left_for_loop(self, ledger: UsageLedger, now: datetime) -> float:
        """Dollars of this month that a loop may spend on commands and wakes; never below 0."""
        return max(0.0, self.for_reading * LOOP_PACE - self.spent(ledger, now)) * LOOP_SHARE

    def exhausted(self, ledger: UsageLedger, now: datetime) -> bool:
        """Whether reading that costs has to stop; commands go on."""
        return self.spent(ledger, now) + self.price(Category.DATA) > self.for_reading

    def reading_interval(
        self,
        ledger: UsageLedger,
        now: datetime,
        *,
        base: timedelta,
        price: float,
        readers: int,
        vin: str | None = None,
    ) -> timedelta | None:
        """How long to wait from one reading to the next; None when there is no money left for it.

        Less money never reads faster.

        Args:
            ledger: What was spent.
            now: Aware.
            base: What the reader would like.
            price: Dollars a reading; what is free is not slowed.
            readers: How many share the money, this one among them; with `Sharing.EVEN` the number of cars.
            vin: The car that is read; None for what is no car's, which takes as needed.
        """
        if price <= 0:
            return base
        if self.exhausted(ledger, now):
            return None
        spent, allowance = self.spent(ledger, now), self.for_reading
        if vin is not None and self.sharing is Sharing.EVEN:
            for_cars = allowance - (spent - ledger.cost_of_cars(now))
            spent, allowance, readers = ledger.cost_of_car(vin, now), for_cars / readers, 1
        if spent + price > allowance:
            return None
        paced = allowance * LOOP_PACE if self.commanding else allowance
        start, end = month_start(now), month_end(now)
        gone = (now - start) / (end - start)
        if spent <= paced * (gone + (1 - gone) * (HEAD_START / (end - start))):
            return base
        planned = max(price, paced - spent) * (1 - LOOP_SHARE if self.commanding else 1)
        return max(base, (end - now) * (price * readers / planned))
