"""A token goes to Tesla's hosts or to a simulator on loopback, and nowhere else."""

from hypothesis import given, strategies as st
import pytest

from custom_components.tesla_home_energy.fleet_api import REGIONS, Endpoints

TESLA = Endpoints.eu()
SIMULATOR = Endpoints.simulator("http://127.0.0.1:8900")

EVIL = [
    "",
    "fleet-api.prd.na.vn.cloud.tesla.com",
    "http://fleet-api.prd.na.vn.cloud.tesla.com",
    "https://tesla.com",
    "https://eviltesla.com",
    "https://fleet-api.tesla.com.evil.net",
    "https://fleet-api.example.net",
    "https://user@fleet-api.tesla.com",
    "https://evil.net@fleet-api.tesla.com",
    "https://fleet-api.tesla.com@evil.net",
    "https://fleet-api.tesla.com:8443",
    "https://fleet-api.tesla.com/path",
    "https://fleet-api.tesla.com?query",
    "https://fleet-api.tesla.com#fragment",
    "https://evil.net/.tesla.com",
    "https://evil.net\\.tesla.com",
    "https://evil.net?.tesla.com",
    "https://.tesla.com",
    "https://fleet-api.tesla.com\n",
    "https://fleet-api.tesla.com.",
    "https://fleet_api.tesla.com",
    "ftp://fleet-api.tesla.com",
    "http://127.0.0.1:8900",
    "https://localhost",
]

NO_LOOPBACK = [
    "",
    "127.0.0.1:8900",
    "http://10.0.0.1",
    "http://0.0.0.0",
    "http://192.168.1.1:8900",
    "http://tesla.example",
    "http://localhost.example",
    "http://127.0.0.1.example",
    "http://127.1",
    "http://2130706433",
    "http://[::2]",
    "http://[::ffff:127.0.0.1]",
    "http://[fe80::1]",
    "http://[::1",
    "http://user@127.0.0.1",
    "http://user:secret@127.0.0.1",
    "http://@127.0.0.1",
    "http://127.0.0.1:8900@evil.net",
    "http://evil.net@127.0.0.1",
    "http://127.0.0.1/path",
    "http://127.0.0.1?query",
    "http://127.0.0.1?",
    "http://127.0.0.1#",
    "http://127.0.0.1\\@evil.net",
    "http://127.0.0.1:99999",
    "http://127.0.0.1:port",
    "http://127.0.0.1 ",
    "http://127.0.0.1\n",
    "ws://127.0.0.1",
    "file:///etc/passwd",
    "https://fleet-api.prd.eu.vn.cloud.tesla.com",
]


def test_regions_of_tesla() -> None:
    assert Endpoints.na() == Endpoints(
        authorize="https://auth.tesla.com/oauth2/v3/authorize",
        token="https://fleet-auth.prd.vn.cloud.tesla.com/oauth2/v3/token",
        fleet_api="https://fleet-api.prd.na.vn.cloud.tesla.com",
    )
    assert Endpoints.eu().fleet_api == "https://fleet-api.prd.eu.vn.cloud.tesla.com"
    assert Endpoints.cn().fleet_api == "https://fleet-api.prd.cn.vn.cloud.tesla.cn"
    assert Endpoints.cn().authorize == "https://auth.tesla.cn/oauth2/v3/authorize"
    assert [Endpoints.for_region(region) for region in REGIONS] == [
        Endpoints.na(),
        Endpoints.eu(),
        Endpoints.cn(),
    ]


@pytest.mark.parametrize("region", ["", "EU", "mars", "evil.net/"])
def test_unknown_regions_are_refused(region: str) -> None:
    with pytest.raises(ValueError, match="none of na, eu, cn"):
        Endpoints.for_region(region)


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("http://127.0.0.1:8900", "http://127.0.0.1:8900"),
        ("http://127.0.0.1:8900/", "http://127.0.0.1:8900"),
        ("http://127.1.2.3", "http://127.1.2.3"),
        ("https://localhost:1", "https://localhost:1"),
        ("HTTP://LOCALHOST", "http://localhost"),
        ("http://[::1]:8900", "http://[::1]:8900"),
    ],
)
def test_a_simulator_replaces_every_host(url: str, base: str) -> None:
    assert Endpoints.simulator(url) == Endpoints(
        authorize=f"{base}/oauth2/v3/authorize", token=f"{base}/oauth2/v3/token", fleet_api=base
    )


@pytest.mark.parametrize("url", NO_LOOPBACK)
def test_a_simulator_is_on_loopback(url: str) -> None:
    with pytest.raises(ValueError, match="loopback") as caught:
        Endpoints.simulator(url)

    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("https://fleet-api.prd.na.vn.cloud.tesla.com", "https://fleet-api.prd.na.vn.cloud.tesla.com"),
        ("https://Fleet-API.prd.cn.vn.cloud.Tesla.CN/", "https://fleet-api.prd.cn.vn.cloud.tesla.cn"),
        ("https://owner-api.teslamotors.com", "https://owner-api.teslamotors.com"),
    ],
)
def test_tesla_may_send_to_teslas_hosts(url: str, base: str) -> None:
    assert TESLA.believe(url) == base
    assert TESLA.at(url) == Endpoints(authorize=TESLA.authorize, token=TESLA.token, fleet_api=base)


@pytest.mark.parametrize("url", EVIL)
def test_tesla_may_send_nowhere_else(url: str) -> None:
    assert TESLA.believe(url) is None
    with pytest.raises(ValueError, match="not one of Tesla's"):
        TESLA.at(url)


@pytest.mark.parametrize(
    "url",
    ["https://fleet-api.prd.eu.vn.cloud.tesla.com", "http://localhost:8900", "http://127.0.0.2:8900", "x"],
)
def test_a_simulator_may_send_to_no_other_host(url: str) -> None:
    assert SIMULATOR.believe(url) is None


def test_a_simulator_may_send_to_another_port_of_its_host() -> None:
    assert SIMULATOR.believe("http://127.0.0.1:8901/") == "http://127.0.0.1:8901"


@given(st.text())
def test_no_text_is_believed_by_accident(url: str) -> None:
    assert TESLA.believe(f"https://{url}") is None or url.lower().rstrip("/").endswith(
        (".tesla.com", ".tesla.cn", ".teslamotors.com")
    )
    assert SIMULATOR.believe(f"http://{url}") is None or "127.0.0.1" in url
