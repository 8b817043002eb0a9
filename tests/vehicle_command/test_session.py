"""The rules by which a session follows what the car says, and what of a stored one is believed."""

from typing import Any

import pytest

from custom_components.tesla_home_energy.vehicle_command import Domain, PrivateKey, SignatureType
from custom_components.tesla_home_energy.vehicle_command.proto.signatures_pb2 import SessionInfo
from custom_components.tesla_home_energy.vehicle_command.session import COUNTERS_AHEAD, LAST_COUNTER, Session

CAR = PrivateKey.create()
EPOCH, OTHER_EPOCH = b"e" * 16, b"f" * 16


def info(counter: int, clock_time: int, epoch: bytes = EPOCH) -> SessionInfo:
    return SessionInfo(counter=counter, clock_time=clock_time, epoch=epoch, publicKey=CAR.public_point)


@pytest.fixture
def session(key: PrivateKey) -> Session:
    made = Session(
        vin=b"VIN", domain=Domain.INFOTAINMENT, car_key=CAR.public_point, keys=key.agree(CAR.public_point)
    )
    assert made.update(info(10, 100), 1000.0)
    return made


def state(session: Session) -> tuple[bytes, int, int]:
    return session.epoch, session.counter, session.car_clock(1000.0)


def test_the_car_s_clock_goes_on(session: Session) -> None:
    assert session.usable
    assert [session.car_clock(now) for now in (1000.0, 1000.9, 1001.0, 1010.0)] == [100, 100, 101, 110]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (info(50, 100), (EPOCH, 50, 100)),
        (info(50, 200), (EPOCH, 50, 200)),
        (info(5, 200), (EPOCH, 10, 200)),
        (info(5, 7, OTHER_EPOCH), (OTHER_EPOCH, 10, 7)),
        (info(50, 7, OTHER_EPOCH), (OTHER_EPOCH, 50, 7)),
    ],
)
def test_news_are_taken_over(session: Session, new: SessionInfo, expected: tuple[bytes, int, int]) -> None:
    session.stale = True
    assert session.update(new, 1000.0)
    assert state(session) == expected
    assert session.usable


def test_what_is_out_of_date_is_not(session: Session) -> None:
    session.stale = True
    assert session.update(info(50, 99), 1000.0) is False
    assert (*state(session), session.stale) == (EPOCH, 10, 100, True)
    assert session.update(info(50, 99), 1000.0, newest=True) is True
    assert (*state(session), session.stale) == (EPOCH, 50, 99, False)


def test_the_last_counter_needs_a_new_epoch(session: Session) -> None:
    session.counter = LAST_COUNTER
    usable = []
    for new in (info(LAST_COUNTER, 200), info(0, 0, OTHER_EPOCH)):
        session.update(new, 1000.0)
        usable.append((session.usable, session.counter))
    assert usable == [(False, LAST_COUNTER), (True, 0)]


def test_metadata_follow_the_epoch(session: Session) -> None:
    before = session.request_prefix
    session.update(info(0, 0, OTHER_EPOCH), 1000.0)
    assert before.endswith(EPOCH)
    assert session.request_prefix == before[:-16] + OTHER_EPOCH


def test_a_successor_goes_on_counting_if_it_can(session: Session, key: PrivateKey) -> None:
    other = PrivateKey.create()
    for counter, inherited in ((10, 10), (LAST_COUNTER, 0)):
        session.counter = counter
        successor = Session(
            vin=b"VIN",
            domain=Domain.INFOTAINMENT,
            car_key=other.public_point,
            keys=key.agree(other.public_point),
        )
        successor.inherit(session)
        assert successor.counter == inherited


def restored(key: PrivateKey, stored: dict[str, Any], **times: float) -> Session | None:
    return Session.restored(
        stored,
        vin=b"VIN",
        domain=Domain.INFOTAINMENT,
        key=key,
        signature_type=SignatureType.HMAC_PERSONALIZED,
        **{"now": 5.0, "wall_clock": 1_790_000_060.0} | times,
    )


def test_when_it_has_to_be_stored(session: Session) -> None:
    unsaved = [session.unsaved]
    session.saved()
    unsaved.append(session.unsaved)
    session.counter += COUNTERS_AHEAD - 1
    unsaved.append(session.unsaved)
    session.counter += 1
    unsaved.append(session.unsaved)
    session.saved()
    session.saw_encryption()
    unsaved.append(session.unsaved)
    session.saved()
    session.saw_encryption()
    unsaved.append(session.unsaved)
    session.update(info(0, 0, OTHER_EPOCH), 1000.0)
    unsaved.append(session.unsaved)
    assert unsaved == [True, False, False, True, True, False, True]


def test_a_stored_session_goes_on_where_none_was_used(session: Session, key: PrivateKey) -> None:
    session.saw_encryption()
    stored = session.exported(now=1030.0, wall_clock=1_790_000_000.0)
    copy = restored(key, stored)
    assert copy
    assert (copy.epoch, copy.counter, copy.car_key) == (EPOCH, 10 + COUNTERS_AHEAD, CAR.public_point)
    assert copy.car_clock(5.0) == 100 + 30 + 60
    assert (copy.encrypts, copy.usable, copy.unsaved) == (True, True, True)
    assert copy.keys.command == session.keys.command
    assert copy.request_prefix == session.request_prefix


@pytest.mark.parametrize("wall_clock", [1_789_000_000.0, 1_790_000_000.0 + 40 * 86_400, float("nan")])
def test_a_doubtful_clock_needs_a_handshake(session: Session, key: PrivateKey, wall_clock: float) -> None:
    stored = session.exported(now=1000.0, wall_clock=1_790_000_000.0)
    copy = restored(key, stored, wall_clock=wall_clock)
    assert copy
    assert not copy.usable
    assert copy.pinned
    assert copy.update(info(0, 50), 6.0, newest=True)
    assert copy.car_clock(6.0) == 50


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("car_key", "00"),
        ("car_key", 5),
        ("epoch", "xyz"),
        ("epoch", "00" * 256),
        ("counter", -1),
        ("counter", LAST_COUNTER),
        ("counter", "12"),
        ("counter", 1.5),
        ("clock_time", -1),
        ("clock_time", (1 << 29) + 1),
        ("clock_time", None),
        ("synchronized_at", "yesterday"),
        ("synchronized_at", 10**400),
        ("synchronized_at", None),
    ],
)
def test_damage(session: Session, key: PrivateKey, field: str, value: object) -> None:
    stored = session.exported(now=1000.0, wall_clock=1_790_000_000.0)
    assert restored(key, stored)
    assert restored(key, stored | {field: value}) is None
    del stored[field]
    assert restored(key, stored) is None
