"""A short campaign of script/fuzz_answers, and proof that it would find what it looks for."""

import pytest

from custom_components.tesla_home_energy.vehicle_command import UntrustedAnswerError, conversation
from custom_components.tesla_home_energy.vehicle_command.answers import read_payload
from custom_components.tesla_home_energy.vehicle_command.proto.universal_message_pb2 import RoutableMessage
from custom_components.tesla_home_energy.vehicle_command.session import Session
from custom_components.tesla_home_energy.vehicle_command.signing import SignedMessage

from .fuzz_answers import BATCH, Campaign


@pytest.fixture
def campaign(capsys: pytest.CaptureFixture[str]) -> Campaign:
    """A campaign whose findings are not shown."""
    return Campaign(seed=20)


def test_bent_answers_find_nothing(campaign: Campaign) -> None:
    campaign.run_batch(0)
    assert campaign.passed >= BATCH
    assert campaign.failed == 0
    assert campaign.outcomes["done"] > 0
    assert campaign.outcomes["RefusedError"] > 0


def test_believing_unproven_answers_would_be_found(
    campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    def believe(answer: RoutableMessage, message: SignedMessage, session: Session) -> bytes:
        try:
            return read_payload(answer, message, session)
        except UntrustedAnswerError:
            return answer.protobuf_message_as_bytes

    monkeypatch.setattr(conversation, "read_payload", believe)
    campaign.run_batch(0)
    assert campaign.failed > 0


def test_believing_any_session_info_would_be_found(
    campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Session, "is_authentic", lambda *_: True)
    campaign.run_batch(0)
    assert campaign.failed > 0
