"""When reading is worth its price: every interval of the integration, its cost beside it.

There is nothing to set but the budget, which stretches what costs money (`fleet_api.budget`). Prices: $0.002
for `vehicle_data`, $0.001 if it is read by signed message. `products` and the state call are reported as
free; energy sites are taken as free unless the options say otherwise.
"""

from datetime import datetime, timedelta
from typing import Final

from .vehicle_snapshot import VehicleSnapshot

PRODUCTS_INTERVAL: Final = timedelta(hours=1)
"""`products`, free: 24 a day, to notice a new car or energy site."""

STATE_INTERVAL: Final = timedelta(minutes=5)
"""The free state call: 288 a day and car. `vehicle_data` follows only if the car is online and it is due."""

DRIVING_INTERVAL: Final = timedelta(minutes=10)
"""`vehicle_data` of a car that drives, or charges where no Wall Connector tells of it: $0.012 an hour."""

TOLD_INTERVAL: Final = timedelta(minutes=30)
"""`vehicle_data` of a car that charges at a Wall Connector, which tells the rest for free: $0.004 an hour."""

PARKED_INTERVAL: Final = timedelta(minutes=30)
"""`vehicle_data` of a car that is awake and idle; after 15 minutes of silence it may sleep (reported)."""

WATCHFUL_INTERVAL: Final = timedelta(hours=1)
"""`vehicle_data` of a car that Sentry Mode keeps awake: at most $0.05 a day."""

LIVE_INTERVAL: Final = timedelta(minutes=1)
"""`live_status` while the sun shines or somebody looks: 60 an hour and site, $0.12 if they are billed."""

CONTROLLED_LIVE_INTERVAL: Final = timedelta(seconds=30)
"""`live_status` while something is being controlled by it: 120 an hour and site."""

NIGHT_LIVE_INTERVAL: Final = timedelta(minutes=5)
"""`live_status` in the dark: 12 an hour and site."""

BILLED_LIVE_INTERVAL: Final = timedelta(minutes=3)
"""`live_status` where energy sites are billed, while a car is awake: only then can it begin to charge."""

BILLED_REST_INTERVAL: Final = timedelta(minutes=30)
"""The same while all cars sleep: $0.10 a day and site."""

INFO_INTERVAL: Final = timedelta(hours=1)
"""`site_info`: 24 a day and site, and up to three after each write of ours."""

HISTORY_INTERVAL: Final = timedelta(hours=1)
"""`calendar_history`: 24 a day and site."""

BILLED_SELDOM_INTERVAL: Final = timedelta(hours=6)
"""Both where energy sites are billed: $0.016 a day and site."""

PAIRING_INTERVAL: Final = timedelta(days=1)
"""`fleet_status`, one for all cars; price unknown, at worst $0.002 as other data. Commands tell it, too."""

PAIRING_CHECK_INTERVAL: Final = timedelta(minutes=10)
"""`fleet_status` while a car that needs the key is not known to hold it, `PAIRING_CHECKS` times."""

PAIRING_CHECKS: Final = 36
"""Six hours, time enough to walk to the car: at worst $0.07."""

READ_BACK_DELAYS: Final = (timedelta(seconds=5), timedelta(seconds=15), timedelta(seconds=40))
"""When a car or site is read after a command, until it shows what was wanted: a car mostly once, $0.002."""

LONGEST_RETRY: Final = timedelta(minutes=5)
"""The longest pause between two attempts to read what fails; Tesla does not bill its own failures (5xx)."""

LONGEST_BILLED_RETRY: Final = timedelta(minutes=30)
"""The same where each failed attempt is billed (4xx)."""

FRESH: Final = timedelta(minutes=15)
"""What is shown may be this old, or three times its interval: after that it is unavailable."""

FRESH_DATA: Final = timedelta(hours=2)
"""The same for the data of a car that is online; those of a sleeping car stay true until it wakes."""


def vehicle_data_interval(car: VehicleSnapshot) -> timedelta:
    """Return how often an online car's data are wanted."""
    if car.driving:
        return DRIVING_INTERVAL
    if car.charging:
        return TOLD_INTERVAL if car.at_wall_connector else DRIVING_INTERVAL
    return WATCHFUL_INTERVAL if car.watchful else PARKED_INTERVAL


def live_interval(
    *, controlled: bool, daylight: bool, watched: bool, billed: bool, car_awake: bool
) -> timedelta:
    """Return how often a site's power flows are wanted.

    Args:
        controlled: Whether something is being controlled by them.
        daylight: Whether the sun shines there.
        watched: Whether somebody has a dashboard open.
        billed: Whether each reading costs money.
        car_awake: Whether a car of the account is online, as the free state call tells.
    """
    if controlled:
        return CONTROLLED_LIVE_INTERVAL
    if billed:
        return BILLED_LIVE_INTERVAL if car_awake else BILLED_REST_INTERVAL
    return LIVE_INTERVAL if daylight or watched else NIGHT_LIVE_INTERVAL


def seldom_interval(interval: timedelta, *, billed: bool) -> timedelta:
    """Return how often settings and energies are wanted."""
    return max(interval, BILLED_SELDOM_INTERVAL) if billed else interval


def retry_interval(failures: int, *, billed: bool) -> timedelta:
    """Return when to try again after readings that failed in a row: later each time, up to a bound."""
    longest = LONGEST_BILLED_RETRY if billed else LONGEST_RETRY
    return min(LIVE_INTERVAL * (1 << min(failures - 1, 8)), longest)


def is_fresh(as_of: datetime, now: datetime, interval: timedelta, *, patience: timedelta = FRESH) -> bool:
    """Return whether something that was true at `as_of` may be shown as true now."""
    return now - as_of <= max(patience, 3 * interval)
