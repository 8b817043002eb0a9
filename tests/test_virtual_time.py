"""The virtual clock: a day passes at once, and everybody agrees what time it is."""

import asyncio
from datetime import UTC, datetime, timedelta
from threading import Event
import time

import aiohttp
from aiohttp import web
import pytest

from homeassistant.util import dt as dt_util

from . import virtual_time

START = datetime(2027, 6, 1, tzinfo=UTC)
DAY = 86_400


def _moments() -> set[float]:
    """What the sources of time say, in seconds since the start."""
    return {
        round(moment.timestamp() - START.timestamp(), 6)
        for moment in (
            datetime.now(UTC),
            dt_util.utcnow(),
            dt_util.now(),
            datetime.fromtimestamp(time.time(), UTC),
        )
    } | {round(time.monotonic(), 6), round(asyncio.get_running_loop().time(), 6)}


def test_a_day_passes_at_once_and_all_clocks_agree() -> None:
    async def day() -> list[set[float]]:
        seen = [_moments()]
        await asyncio.sleep(DAY)
        return [*seen, _moments()]

    began = time.perf_counter()

    assert virtual_time.run(day, start=START) == [{0.0}, {float(DAY)}]
    assert time.perf_counter() - began < 5


def test_a_thread_holds_the_clock() -> None:
    async def work() -> float:
        late = asyncio.get_running_loop().create_task(asyncio.sleep(10))
        event = Event()
        await asyncio.to_thread(event.wait, 0.05)
        assert not late.done()
        return time.time() - START.timestamp()

    assert virtual_time.run(work, start=START) == 0


@pytest.mark.usefixtures("socket_enabled")
def test_a_request_takes_no_time_and_a_slow_answer_its_own() -> None:
    async def answer(request: web.Request) -> web.Response:
        await asyncio.sleep(float(request.query["seconds"]))
        return web.Response(body=b"x" * 1_000_000)

    async def ask() -> list[float]:
        application = web.Application()
        application.router.add_get("/", answer)
        runner = web.AppRunner(application)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
        moments = []
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60)) as session:
            for seconds in ("0",) * 200 + ("20",):
                async with session.get(url, params={"seconds": seconds}) as response:
                    assert len(await response.read()) == 1_000_000
                moments.append(time.time() - START.timestamp())
            with pytest.raises(TimeoutError):
                await session.get(url, params={"seconds": "100"})
            moments.append(time.time() - START.timestamp())
        await runner.cleanup()
        return moments

    *quick, slow, late = virtual_time.run(ask, start=START)

    assert set(quick) == {0.0}
    assert slow == pytest.approx(20, abs=0.01)
    assert late == pytest.approx(80, abs=1.5)  # aiohttp rounds its time limits up to seconds


def test_afterwards_time_is_real_again() -> None:
    real = (time.time, time.monotonic, datetime, dt_util.utcnow)

    async def nothing() -> None:
        assert time.time is not real[0]

    virtual_time.run(nothing, start=START)

    assert (time.time, time.monotonic, datetime, dt_util.utcnow) == real
    assert abs(dt_util.utcnow().timestamp() - time.time()) < 1
    assert isinstance(dt_util.utcnow() + timedelta(days=1), datetime)
