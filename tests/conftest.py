"""A Home Assistant whose Tesla is simulated. What goes over the wire goes over real HTTP on loopback."""

from collections.abc import AsyncIterator, Iterator
import time

from hypothesis import HealthCheck, settings
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from pytest_homeassistant_custom_component.syrupy import HomeAssistantSnapshotExtension
from syrupy.assertion import SnapshotAssertion

from custom_components.tesla_home_energy import scheduler
from custom_components.tesla_home_energy.const import DOMAIN
from custom_components.tesla_home_energy.public_key import async_get_private_key
from homeassistant.components.application_credentials import ClientCredential, async_import_client_credential
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component

from .simulator import MODEL_Y_VIN, Simulator
from .translation_check import translations_checked

# How long an example takes says more of the machine than of the code.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

SUBJECT = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"


def state_of(hass: HomeAssistant, entity_id: str) -> str:
    """What an entity shows."""
    state = hass.states.get(entity_id)
    assert state is not None, entity_id
    return state.state


@pytest.fixture(autouse=True)
def unspaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a turn."""
    monkeypatch.setattr(scheduler, "SPACING", 0)


@pytest.fixture
def hass_config_dir(hass_tmp_config_dir: str) -> str:
    """Keep the key file of each test to itself."""
    return hass_tmp_config_dir


@pytest.fixture
def snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """Snapshots in `tests/snapshots`, as Home Assistant writes them."""
    return snapshot.use_extension(HomeAssistantSnapshotExtension)


@pytest.fixture
async def simulator(socket_enabled: None) -> AsyncIterator[Simulator]:
    """A simulated Tesla."""
    tesla = Simulator()
    yield tesla
    await tesla.close()


@pytest.fixture
async def simulator_url(simulator: Simulator) -> str:
    """Where the simulated Tesla answers."""
    return await simulator.start()


@pytest.fixture
def texts() -> Iterator[None]:
    """Every text that is looked up exists."""
    with translations_checked():
        yield


@pytest.fixture
async def integration(
    hass: HomeAssistant, enable_custom_integrations: None, texts: None, simulator_url: str
) -> None:
    """The integration with the simulated Tesla and an application's credentials."""
    assert await async_setup_component(hass, "application_credentials", {})
    await async_import_client_credential(hass, DOMAIN, ClientCredential("demo-client", "demo-secret", "Demo"))
    assert await async_setup_component(hass, DOMAIN, {DOMAIN: {"simulator": simulator_url}})


@pytest.fixture
def entry(hass: HomeAssistant, integration: None, simulator: Simulator) -> MockConfigEntry:
    """A signed-in account, not set up yet."""
    token = simulator.token_response()
    token["expires_at"] = time.time() + token["expires_in"]
    account = MockConfigEntry(
        domain=DOMAIN,
        title="Sonnenhaus",
        unique_id=SUBJECT,
        data={"auth_implementation": DOMAIN, "token": token},
    )
    account.add_to_hass(hass)
    return account


@pytest.fixture
async def home(hass: HomeAssistant, entry: MockConfigEntry) -> MockConfigEntry:
    """An account that is set up and has read everything once."""
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)
    return entry


@pytest.fixture
async def paired(hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator) -> MockConfigEntry:
    """An account whose new car knows Home Assistant's key."""
    key = await async_get_private_key(hass)
    simulator.cars[MODEL_Y_VIN].pair(key.public_key_pem().decode())
    return home
