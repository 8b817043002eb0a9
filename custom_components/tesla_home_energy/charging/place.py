"""The loop of one charging place: state in, the room's decision, commands out."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.event import async_track_point_in_utc_time
from homeassistant.util import dt as dt_util

from ..const import CONF_BATTERY_PRIORITY, CONF_CARS, CONF_COMMANDS_PER_DAY, CONF_SOURCE, DOMAIN, SENSORS
from ..coordinator import EnergySiteCoordinators, TeslaHomeEnergyConfigEntry
from ..surplus import (
    BatteryPriority,
    CarDecision,
    CommandKind,
    Decision,
    Inputs,
    Memory,
    MeterSample,
    Mode,
    Outcome,
    Reason,
    decide,
    release,
)
from .car import PAUSED, Act, ChargingCar, Deed, act_of
from .context import Context
from .doubt import Doubts
from .inputs import place_settings
from .meter import Meter, SensorMeter, SiteMeter
from .sign import SignCheck
from .store import ChargingStore, PlaceRecord
from .wishes import CarWishes

FIRST_READING: Final = timedelta(minutes=2)
"""How long after the start nothing is decided without a reading: what was remembered is old, not gone."""
SOONEST: Final = timedelta(seconds=5)
"""From one decision to the next that only a reading asks for."""
GIVE_BACK: Final = 30.0
"""Seconds that giving back may take while the account is unloaded."""

type DeedListener = Callable[[ChargingCar, Deed], None]


class ChargingPlace:
    """Charges the cars of one place.

    Attributes:
        place_id: Of the config subentry.
        title: What the owner calls it.
        record: What is remembered.
        cars: By VIN.
        decision: The last one; None before the first.
        releasing: Whether the place is gone, and the cars are only given back.
    """

    def __init__(
        self,
        hass: HomeAssistant,
        entry: TeslaHomeEnergyConfigEntry,
        store: ChargingStore,
        *,
        place_id: str,
        title: str,
        releasing: bool = False,
    ) -> None:
        """Decide nothing yet."""
        self.hass = hass
        self.entry = entry
        self.place_id = place_id
        self.title = title
        self.releasing = releasing
        self.record: PlaceRecord = store.places[place_id]
        self.decision: Decision | None = None
        vehicles = entry.runtime_data.vehicles
        self.cars = {
            vin: ChargingCar(vehicles[vin], self.record)
            for vin in self.data.get(CONF_CARS, ())
            if vin in vehicles
        }
        self.site = self._find_site()
        self.context = Context(hass, entry, self.data, self.site)
        self._meter = self._find_meter()
        self._store = store
        self._giving_back = releasing
        self._started_at = dt_util.utcnow()
        self._wanted = False
        self._looking: asyncio.Task[None] | None = None
        self._measured_at: datetime | None = None
        self._doubts = Doubts()
        self._signs = SignCheck() if self.data.get(CONF_SOURCE) == SENSORS else None
        self._cancel_timer: CALLBACK_TYPE | None = None
        self._subscriptions: list[CALLBACK_TYPE] = []
        self._listeners: list[CALLBACK_TYPE] = []
        self._deed_listeners: list[DeedListener] = []

    @property
    def data(self) -> Mapping[str, Any]:
        """What was answered at set-up."""
        return self.record.data

    def _find_site(self) -> EnergySiteCoordinators | None:
        source = str(self.data.get(CONF_SOURCE, ""))
        return self.entry.runtime_data.energy_sites.get(int(source)) if source.isdecimal() else None

    def _find_meter(self) -> Meter | None:
        if self.data.get(CONF_SOURCE) == SENSORS:
            return SensorMeter(self.hass, self.data)
        return SiteMeter(self.site) if self.site else None

    # Coming and going

    @callback
    def async_start(self) -> None:
        """Look whenever there is news, and now."""
        self._raise_wrong_sign()
        for car in self.cars.values():
            self._subscriptions.append(car.coordinator.async_add_listener(self.async_look))
        if self._meter is not None:
            self._subscriptions.append(self._meter.async_subscribe(self._async_measured))
        self.async_look()

    @callback
    def async_stop(self) -> None:
        """Look no more; what is remembered goes on after the next start."""
        while self._subscriptions:
            self._subscriptions.pop()()
        if self._cancel_timer is not None:
            self._cancel_timer()
            self._cancel_timer = None
        if self._meter is not None:
            self._meter.async_control(on=False)

    async def async_give_back(self) -> None:
        """Give every car back as it was found, as far as that takes no longer than a moment."""
        self.async_stop()
        self._giving_back = True
        decision = self._decide(self._sample())
        async with asyncio.timeout(GIVE_BACK):
            await asyncio.gather(*(self._async_send(told) for told in self._begun(decision)))

    # Who listens

    @callback
    def async_add_listener(self, listener: CALLBACK_TYPE) -> CALLBACK_TYPE:
        """Call `listener` after every decision and every change of a setting."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @callback
    def async_add_deed_listener(self, listener: DeedListener) -> CALLBACK_TYPE:
        """Call `listener` with everything that is done."""
        self._deed_listeners.append(listener)
        return lambda: self._deed_listeners.remove(listener)

    @callback
    def _tell(self) -> None:
        for listener in list(self._listeners):
            listener()

    @callback
    def _did(self, car: ChargingCar, deed: Deed) -> None:
        for listener in list(self._deed_listeners):
            listener(car, deed)

    @property
    def commands_left_today(self) -> int:
        """How many commands its cars may still be sent today."""
        most = self.data.get(CONF_COMMANDS_PER_DAY)
        return self.context.commands_left_today(self.cars, None if most is None else int(most))

    # Settings

    @callback
    def async_set_wishes(self, car: ChargingCar, wishes: CarWishes) -> None:
        """Take what the owner wants for a car, and decide anew."""
        car.wishes = wishes
        self._changed()

    @callback
    def async_set_mode(self, car: ChargingCar, mode: Mode) -> None:
        """Charge a car in another way."""
        self.async_set_wishes(car, car.wishes.with_mode(mode))

    @callback
    def async_set_shadow(self, *, on: bool) -> None:
        """Send nothing more, after the cars were given back; or send again."""
        self.record.shadow = on
        self._giving_back = on
        self._changed()

    @callback
    def async_set_battery_priority(self, priority: BatteryPriority) -> None:
        """Take who comes first; kept in the config subentry, where it was asked for."""
        self.record.data = {**self.data, CONF_BATTERY_PRIORITY: priority.value}
        subentry = self.entry.subentries[self.place_id]
        self.hass.config_entries.async_update_subentry(self.entry, subentry, data=self.record.data)
        self._changed()

    @callback
    def _changed(self) -> None:
        self._store.async_save_later()
        self._tell()
        self.async_look()

    # The loop

    @callback
    def _async_measured(self) -> None:
        """Look at a new reading; sensors may tell of one each second."""
        now = dt_util.utcnow()
        if self._measured_at is None or now - self._measured_at >= SOONEST:
            self._measured_at = now
            self.async_look()
        else:
            self._look_again(self._measured_at + SOONEST)

    @callback
    def async_look(self, _: datetime | None = None) -> None:
        """Decide as soon as may be; never twice at a time."""
        self._wanted = True
        if self._looking is None or self._looking.done():
            self._looking = self.entry.async_create_background_task(
                self.hass, self._look_while_wanted(), f"{DOMAIN} charging", eager_start=False
            )

    async def _look_while_wanted(self) -> None:
        while self._wanted:
            self._wanted = False
            await self._async_look()

    async def _async_look(self) -> None:
        now = dt_util.utcnow()
        sample = self._sample()
        if now - self._started_at < FIRST_READING and not self._ready:
            self._look_again(self._started_at + FIRST_READING)
            return
        self._look_again(now + FIRST_READING)  # should what follows fail
        await self.context.async_update()
        decision = self._decide(sample)
        begun = self._begun(decision)
        if begun:
            # What the owner had is on disk before anything is changed.
            await self._store.async_save()
        else:
            self._store.async_save_later()
        for told in begun:
            self.entry.async_create_background_task(
                self.hass, self._async_send_and_look(told), f"{DOMAIN} charging command"
            )
        if self.releasing and not begun and not self.record.owes:
            self.async_stop()
            return
        self._look_again(dt_util.utc_from_timestamp(decision.look_again_at))
        self._control_meter()
        self._tell()
        self._watch(now.timestamp())

    def _sample(self) -> MeterSample | None:
        """Return what the meter says, unless it may say the opposite."""
        now = dt_util.utcnow().timestamp()
        trusted = self.record.wrong_sign is None and (self._signs is None or self._signs.trusts(now))
        return self._meter.sample() if self._meter and trusted else None

    @property
    def _ready(self) -> bool:
        """Whether meter and cars have been read since the start."""
        cars = [car.coordinator for car in self.cars.values()]
        return self._meter is not None and self._meter.ready and all(car.has_read for car in cars)

    def _decide(self, sample: MeterSample | None) -> Decision:
        """Ask the room, and take over what it remembers."""
        giving_back = self._giving_back
        inputs = self._inputs(sample, shadow=self.record.shadow and not giving_back)
        decision = (release if giving_back else decide)(inputs, self.record.memory)
        if giving_back and not self.releasing:
            busy = any(car.sender.busy for car in self.cars.values())
            self._giving_back = busy or any(told.actions for told in decision.cars)
        self.record.memory = self._remembered(decision)
        self.decision = decision
        today = dt_util.now().date()
        for told in decision.cars:
            car = self.cars[told.car_id]
            if told.reason in PAUSED and car.reason not in PAUSED:
                self._did(car, Deed(act=Act.PAUSED, reason=told.reason, numbers=told.numbers))
            car.decision = told
            car.add_energy(told, today)
            if told.back_to_default_mode and not giving_back:
                car.wishes = replace(car.wishes, mode=car.wishes.default_mode)
        return decision

    def _inputs(self, sample: MeterSample | None, *, shadow: bool) -> Inputs:
        return self.context.inputs(
            sample,
            self.cars.values(),
            place_settings(self.data, self.site, shadow=shadow),
        )

    def _remembered(self, decision: Decision) -> Memory:
        """Return what to remember; what a car is given back is forgotten once it has taken it."""
        cars = dict(decision.memory.cars)
        for told in decision.cars:
            if told.reason is Reason.RESTORED and told.actions:
                before = self.cars[told.car_id].memory
                cars[told.car_id] = replace(
                    cars[told.car_id],
                    owner_current=before.owner_current,
                    owner_limit=before.owner_limit,
                    told_current=before.told_current,
                    told_limit=before.told_limit,
                )
        return replace(decision.memory, cars=cars)

    def _begun(self, decision: Decision) -> list[CarDecision]:
        """Return what is to be sent, with each car's first command noted as on its way."""
        if self.record.shadow and not (self._giving_back or self.releasing):
            return []
        begun = [told for told in decision.cars if told.actions]
        for told in begun:
            self.cars[told.car_id].sender.begin(told.actions)
        return begun

    async def _async_send_and_look(self, told: CarDecision) -> None:
        await self._async_send(told)
        self.async_look()

    async def _async_send(self, told: CarDecision) -> None:
        car = self.cars[told.car_id]
        before = car.coordinator.data.charge.charge_current_request or 0
        outcome = await car.sender.async_send(told.actions)
        act = Act.FAILED
        if outcome is Outcome.ACCEPTED:
            act = act_of(told.actions, told.reason, before)
            if act is Act.GIVEN_BACK:
                await self._async_given_back(told)
        error = car.sender.error if act is Act.FAILED else None
        self._did(car, Deed(act=act, reason=told.reason, numbers=told.numbers, error=error))

    async def _async_given_back(self, told: CarDecision) -> None:
        """Forget what the owner had, now that the car has it again."""
        given = {action.kind for action in told.actions}
        changes: dict[str, Any] = {}
        if CommandKind.SET_CURRENT in given:
            changes |= {"owner_current": None, "told_current": None}
        if CommandKind.SET_LIMIT in given:
            changes |= {"owner_limit": None, "told_limit": None}
        memory = self.record.memory
        car = replace(memory.cars[told.car_id], **changes)
        self.record.memory = replace(memory, cars={**memory.cars, told.car_id: car})
        await self._store.async_save()

    @callback
    def _look_again(self, at: datetime) -> None:
        if self._cancel_timer is not None:
            self._cancel_timer()
        self._cancel_timer = async_track_point_in_utc_time(self.hass, self.async_look, at)

    @callback
    def _control_meter(self) -> None:
        """Measure often only while a car may charge by it."""
        if self._meter is None:
            return
        decisions = [car.decision for car in self.cars.values() if car.decision is not None]
        charging = any(told.target_current for told in decisions)
        waiting = any(told.target_current == 0 for told in decisions)
        self._meter.async_control(on=charging or (waiting and self.context.is_day))

    @callback
    def _watch(self, now: float) -> None:
        """See whether cars and meter do what follows from what cars were told."""
        for car in self._doubts.about(self.cars.values(), now):
            self.entry.async_create_background_task(
                self.hass, car.coordinator.async_request_refresh(), f"{DOMAIN} doubt"
            )
        sample = self._meter.sample() if self._meter else None
        if self._signs is None or sample is None:
            return
        self._signs.observe(sample, sum(car.told_power for car in self.cars.values()), now)
        if self._signs.wrong is not None and self.record.wrong_sign is None:
            self.record.wrong_sign = self._signs.wrong
            self._raise_wrong_sign()
            self._changed()

    @callback
    def _raise_wrong_sign(self) -> None:
        """Say which sensor it is, until another one is chosen."""
        issue = f"wrong_sign_{self.place_id}"
        if (wrong := self.record.wrong_sign) is None:
            ir.async_delete_issue(self.hass, DOMAIN, issue)
            return
        ir.async_create_issue(
            self.hass,
            DOMAIN,
            issue,
            is_fixable=False,
            severity=ir.IssueSeverity.ERROR,
            translation_key="wrong_sign",
            translation_placeholders={"place": self.title, "sensor": str(self.data[wrong])},
        )
