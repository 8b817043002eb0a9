"""Weeks in which a great deal goes wrong between the integration and Tesla.

`script/fault_campaign` runs it whole, `tests/test_fault_campaign.py` in short. Times of trouble and of calm
take turns, on a virtual clock and in a real core. People go on living: they drive, plug in, set controls, and
their cars charge from the sun; Home Assistant is started again in the midst of it. Nothing of the integration
is replaced, and it is asked through states and actions alone.
"""

import argparse
import asyncio
from collections import Counter, deque
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
import gc
import logging
from pathlib import Path
import random
import sys
import tempfile
import time
import traceback
from typing import Any, Final, override

from homeassistant.config_entries import SOURCE_REAUTH, ConfigEntryState
from homeassistant.const import STATE_UNAVAILABLE
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError

from . import virtual_time
from .charging_place import PLACE
from .fault_table import FAULTS, Trouble, answer
from .home_assistant_core import Core, without_multicast
from .simulator import POWERWALL_SITE_ID, Simulator
from .simulator.faults import HttpFault

DOMAIN: Final = "tesla_home_energy"
START: Final = datetime(2027, 6, 1, tzinfo=UTC)

CADENCE: Final = timedelta(hours=1)
"""The longest interval that the integration documents for what entities show (`cadence.py`): within it all
that is shown has been read anew after the trouble's end."""

SETTLED: Final = timedelta(minutes=15)
"""What a car has done for so long is shown: a car that fills its battery this minute is told of at the next
reading, which is not the trouble's matter."""

REQUESTS_A_MINUTE: Final = 30
"""No minute may see more requests, of all kinds, for two cars and one site: half of what Tesla allows for
data alone (reported: 60). Calm needs 4, a restart some 15."""

REQUESTS_AN_HOUR: Final = 300
"""Nor an hour more: retries must grow rarer. Calm needs some 110 by day."""

LATENCY: Final = 0.1
"""Seconds that a request takes; without them a hot loop would stand still in time."""

_TROUBLE: Final = (5.0, 60.0)
_ACTIONS_AN_HOUR: Final = 4
_RESTARTED: Final = 0.1


@dataclass(slots=True, kw_only=True)
class Findings:
    """What was seen.

    Attributes:
        faults: That requests met, by name.
        escapes: What nobody caught, with where it came from.
        failed_actions: What people were told, without the details.
        late: What had not recovered a cadence after the trouble's end.
        sign_ins: How often people had to sign in again; `needless` of them though no token had been refused.
    """

    seed: int
    days: float = 0.0
    requests: int = 0
    busiest_minute: int = 0
    busiest_hour: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    escapes: Counter[str] = field(default_factory=Counter)
    actions: int = 0
    failed_actions: Counter[str] = field(default_factory=Counter)
    late: Counter[str] = field(default_factory=Counter)
    recoveries: int = 0
    restarts: int = 0
    sign_ins: int = 0
    needless: int = 0

    @property
    def failures(self) -> list[str]:
        """What must not be."""
        found = [f"escaped {count} times: {escape}" for escape, count in self.escapes.most_common()]
        found += [f"not recovered {count} times: {what}" for what, count in self.late.most_common()]
        if self.busiest_minute > REQUESTS_A_MINUTE:
            found.append(f"{self.busiest_minute} requests in a minute, {REQUESTS_A_MINUTE} at most")
        if self.busiest_hour > REQUESTS_AN_HOUR:
            found.append(f"{self.busiest_hour} requests in an hour, {REQUESTS_AN_HOUR} at most")
        if self.needless:
            found.append(f"{self.needless} times people had to sign in again for nothing")
        return found

    def report(self) -> str:
        """Say it in words."""
        lines = [
            f"seed {self.seed}: {sum(self.faults.values()):,} faults of {len(self.faults)} kinds",
            f"{self.days:.1f} days, {self.requests:,} requests",
            f"busiest minute: {self.busiest_minute} requests (bound {REQUESTS_A_MINUTE})",
            f"busiest hour: {self.busiest_hour} requests (bound {REQUESTS_AN_HOUR})",
            f"{self.recoveries} recoveries, {self.restarts} restarts, {self.sign_ins} new sign-ins",
            f"{self.actions} actions of people, {sum(self.failed_actions.values())} answered with an error",
        ]
        return "\n".join([*lines, *(f"FAILED {failure}" for failure in self.failures)])


class _Escapes(logging.Handler):
    """Notes every log record that brings an exception: nobody had expected it."""

    def __init__(self, findings: Findings) -> None:
        super().__init__(logging.WARNING)
        self._findings = findings

    @override
    def emit(self, record: logging.LogRecord) -> None:
        if record.name == "aiohttp.server":
            return  # the simulated Tesla, whose client has gone
        if record.exc_info and record.exc_info[1] is not None:
            self._findings.escapes[f"{record.name}: {_origin(record.exc_info[1])}"] += 1
        elif "never retrieved" in record.getMessage():
            self._findings.escapes[record.getMessage()] += 1


def _origin(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if "tesla_home_energy" in frame.filename] or frames
    where = f"{Path(inside[-1].filename).name}:{inside[-1].lineno}" if inside else "nowhere"
    return f"{type(error).__name__}({str(error)[:80]}) at {where}"


class Campaign:
    """One campaign."""

    def __init__(self, folder: Path, *, seed: int, faults: int) -> None:
        """Prepare; the same seed brings the same troubles."""
        self.findings = Findings(seed=seed)
        self.chance = random.Random(seed)  # noqa: S311  the same campaign each time
        self.wanted = faults
        self.folder = folder
        self.trouble: Trouble | None = None
        self.refused_sign_in = False
        self.recent: deque[float] = deque()
        self.settling: dict[str, str] = {}

    @property
    def hass(self) -> HomeAssistant:
        """Home Assistant as it runs now."""
        return self.core.hass

    async def run(self) -> None:
        """Live through all of it."""
        random.seed(self.findings.seed)
        self.simulator = Simulator(start=START)
        for car in self.simulator.cars.values():
            car.set_online()
        url = await self.simulator.start()
        token = self.simulator.token_response()
        self.core = Core(
            folder=self.folder / "config",
            domain=DOMAIN,
            token=token | {"expires_at": time.time() + token["expires_in"]},
            config={DOMAIN: {"simulator": url}},
            subentries=[PLACE],
        )
        self.core.write_files()
        asyncio.get_running_loop().set_exception_handler(self._unhandled)
        elsewhere = await self.simulator.start_second_region()
        self.more = {"421 elsewhere": answer(421, f"user out of region, use base URL: {elsewhere}, see x")}
        self.simulator.faults.source = self._meet
        await self._start()
        for car in self.simulator.cars.values():
            car.pair(self.core.public_key())
        await asyncio.sleep(CADENCE.total_seconds() * 2)
        self.known = {state.entity_id for state in self.hass.states.async_all()}
        self.missing = self._unavailable()
        while sum(self.findings.faults.values()) < self.wanted:
            await self._episode()
        self.findings.days = (time.time() - START.timestamp()) / 86_400
        await self.core.stop()
        await self.simulator.close()
        gc.collect()  # tasks whose exception nobody has fetched say so now

    async def _start(self) -> None:
        await self.core.prepare()
        await self.core.start()

    def _unhandled(self, _: asyncio.AbstractEventLoop, context: Mapping[str, Any]) -> None:
        error = context.get("exception")
        said = _origin(error) if isinstance(error, BaseException) else ""
        self.findings.escapes[f"{context.get('message')}: {said}"] += 1

    def _meet(self, _: str, path: str) -> HttpFault | None:
        """Count a request, and let it fail or not."""
        now = time.time()
        self.recent.append(now)
        while self.recent[0] <= now - 3600:
            self.recent.popleft()
        found = self.findings
        found.requests += 1
        found.busiest_hour = max(found.busiest_hour, len(self.recent))
        found.busiest_minute = max(found.busiest_minute, sum(moment > now - 60 for moment in self.recent))
        struck = self.trouble.strike(path) if self.trouble is not None else None
        if struck is None:
            return HttpFault(kind="delay", delay=LATENCY)
        found.faults[struck[0]] += 1
        struck[1].delay += LATENCY
        self.refused_sign_in |= struck[1].status == 401 or "oauth2" in path
        return struck[1]

    async def _episode(self) -> None:
        """Some trouble, then calm, then see what became of it."""
        self._live_on()
        self.refused_sign_in = False
        self.trouble = Trouble.drawn(self.chance, FAULTS | self.more)
        minutes = self.chance.uniform(*_TROUBLE)
        acting = asyncio.create_task(self._act(minutes * 60))
        if self.chance.random() < _RESTARTED:
            await asyncio.sleep(minutes * 30)
            self.findings.restarts += 1
            await acting
            await self.core.stop()
            await self._start()
        await asyncio.sleep(minutes * 30)
        await acting
        self.trouble = None
        await self._sign_in_again()
        await asyncio.sleep((CADENCE - SETTLED).total_seconds() + 60)
        self.settling = self._charging_states()
        await asyncio.sleep(SETTLED.total_seconds())
        self._judge()

    def _live_on(self) -> None:
        """Let people come and go."""
        car = self.chance.choice(list(self.simulator.cars.values()))
        match self.chance.randrange(6):
            case 0:
                car.drive_away()
            case 1:
                car.park(at_home=True)
            case 2:
                car.plug()
            case 3:
                car.fall_asleep()
            case 4:
                car.charging.battery_level = self.chance.uniform(20, 70)
            case _:
                pass

    async def _act(self, seconds: float) -> None:
        """Set controls, as people do."""
        end = time.time() + seconds * 0.5
        while time.time() < end:
            await asyncio.sleep(self.chance.expovariate(_ACTIONS_AN_HOUR / 3600))
            if time.time() >= end:
                return
            await self._press()

    async def _press(self) -> None:
        controls = [
            state
            for state in self.hass.states.async_all(("button", "number", "select", "switch"))
            if state.state != STATE_UNAVAILABLE
        ]
        if not controls:
            return
        state = self.chance.choice(controls)
        domain = state.domain
        service, data = {
            "button": ("press", {}),
            "number": ("set_value", {"value": self.chance.randint(*_bounds(state.attributes))}),
            "select": (
                "select_option",
                {"option": self.chance.choice(state.attributes.get("options") or [""])},
            ),
            "switch": (self.chance.choice(("turn_on", "turn_off")), {}),
        }[domain]
        self.findings.actions += 1
        try:
            await self.hass.services.async_call(
                domain, service, {"entity_id": state.entity_id, **data}, blocking=True
            )
        except HomeAssistantError as error:
            self.findings.failed_actions[error.translation_key or type(error).__name__] += 1
        except Exception as error:  # noqa: BLE001  whatever it is, nobody has caught it
            self.findings.escapes[f"{domain}.{service}: {_origin(error)}"] += 1

    async def _sign_in_again(self) -> None:
        """Do what people are asked to do, if they are."""
        (entry,) = self.hass.config_entries.async_entries(DOMAIN)
        flows = [
            flow
            for flow in self.hass.config_entries.flow.async_progress_by_handler(DOMAIN)
            if flow["context"]["source"] == SOURCE_REAUTH
        ]
        if not flows:
            return
        self.findings.sign_ins += 1
        self.findings.needless += not self.refused_sign_in
        for flow in flows:
            self.hass.config_entries.flow.async_abort(flow["flow_id"])
        token = self.simulator.token_response()
        token["expires_at"] = time.time() + token["expires_in"]
        self.hass.config_entries.async_update_entry(entry, data={**entry.data, "token": token})
        with suppress(HomeAssistantError):
            await self.hass.config_entries.async_reload(entry.entry_id)

    def _judge(self) -> None:
        """See whether all is well again."""
        self.findings.recoveries += 1
        (entry,) = self.hass.config_entries.async_entries(DOMAIN)
        if entry.state is not ConfigEntryState.LOADED:
            self.findings.late[f"the entry: {entry.state}, {entry.error_reason_translation_key}"] += 1
            return
        for entity_id in self._unavailable() - self.missing:
            self.findings.late[f"{entity_id} is unavailable"] += 1
        present = {state.entity_id for state in self.hass.states.async_all()}
        for entity_id in self.known - present:
            self.findings.late[f"{entity_id} is gone"] += 1
        for entity_id in present - self.known:
            self.findings.late[f"{entity_id} has come of nothing"] += 1
        self._judge_values()

    def _judge_values(self) -> None:
        """See whether what is shown has been read after the trouble."""
        powerwall = self.simulator.sites[POWERWALL_SITE_ID].powerwall
        shown = self.hass.states.get("sensor.sonnenhaus_state_of_charge")
        if powerwall is not None and shown is not None:
            with suppress(ValueError):
                if abs(float(shown.state) - powerwall.level) > 5:
                    self.findings.late["the Powerwall's level is an old one"] += 1
        for car in self.simulator.cars.values():
            shown = self.hass.states.get(f"sensor.{car.name.lower()}_charging_state")
            words = {"charging": "charging", "starting": "charging", "nopower": "no_power"}
            true = car.charging.state.lower()
            if (
                self.settling[car.vin] == self._charging_states()[car.vin]
                and car.state == "online"
                and shown is not None
                and words.get(true, true) != words.get(shown.state, shown.state)
            ):
                self.findings.late[f"an online car is {true} and shown as {shown.state}"] += 1

    def _charging_states(self) -> dict[str, str]:
        return {car.vin: car.charging.state for car in self.simulator.cars.values()}

    def _unavailable(self) -> set[str]:
        return {state.entity_id for state in self.hass.states.async_all() if state.state == STATE_UNAVAILABLE}


def _bounds(attributes: Mapping[str, Any]) -> tuple[int, int]:
    return int(attributes.get("min", 0)), int(attributes.get("max", 100))


def run(*, seed: int, faults: int) -> Findings:
    """Run a campaign of so many faults and return what was seen."""
    with tempfile.TemporaryDirectory() as folder, without_multicast():
        campaign = Campaign(Path(folder), seed=seed, faults=faults)
        escapes = _Escapes(campaign.findings)
        logging.getLogger().addHandler(escapes)
        try:
            virtual_time.run(campaign.run, start=START)
            gc.collect()
        finally:
            logging.getLogger().removeHandler(escapes)
    return campaign.findings


def main() -> int:
    """Run it whole."""
    parser = argparse.ArgumentParser(prog="script/fault_campaign", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", type=int, default=10_000)
    parser.add_argument(
        "--kinds", action="store_true", help="list the faults by kind, and what people were told"
    )
    arguments = parser.parse_args()
    findings = run(seed=arguments.seed, faults=arguments.faults)
    lines = [findings.report()]
    if arguments.kinds:
        lines += [f"{count:>6,} {name}" for name, count in findings.faults.most_common()]
        lines += [f"{count:>6,} told {name}" for name, count in findings.failed_actions.most_common()]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if findings.failures else 0


if __name__ == "__main__":
    sys.exit(main())
