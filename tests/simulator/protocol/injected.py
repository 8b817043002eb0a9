"""What can be made to go wrong between a client and a car."""

from dataclasses import dataclass
from typing import Final

KINDS: Final = frozenset(
    {
        "fault",  # answered with fault `code`, with session info or without, not executed unless `executed`
        "wait",  # operation status WAIT, not executed
        "command_wait",  # vehicle security's command status is WAIT, not executed
        "refuse",  # understood and refused for `reason` (vehicle security: generic error `code`)
        "lost_request",  # the connection is cut before the car gets it
        "lost_answer",  # executed, then the connection is cut
        "hang",  # executed, and the answer never comes
        "empty_answer",  # executed, answered 200 with `"response": null`
        "repeated_answer",  # executed, answered with the bytes of the answer before
        "forged_answer",  # executed, answered with a wrong tag
        "foreign_key",  # session info of another key pair, correctly tagged
        "forged_success",  # the car gets nothing; somebody answers success, unencrypted
        "false_fault",  # executed, and somebody writes fault `code` into the answer
        "missing_session_info",  # the answer comes without its session info
        "missing_tag",  # the answer comes without what proves it
        "other_challenge",  # session info as it would be tagged for another request
        "plaintext",  # executed, answered unencrypted although asked to encrypt
        "wrong_address",  # the answer goes to another routing address
        "wrong_uuid",  # the answer names another request
        "wrong_domain",  # the answer says that it comes from the other domain
        "undecodable",  # the answer is no message
    }
)


@dataclass(slots=True, kw_only=True)
class InjectedFault:
    """One thing going wrong, `count` times (None: always).

    `domain` and `command` (REST name) narrow it down; `applies_to` is "command", "handshake" or "any".
    """

    kind: str
    count: int | None = 1
    code: int = 0
    session_info: bool = False
    executed: bool = False
    reason: str = ""
    domain: str | None = None
    command: str | None = None
    applies_to: str = "command"

    def __post_init__(self) -> None:
        """Check the words.

        Raises:
            ValueError: There is no such kind of fault.
        """
        if self.kind not in KINDS:
            raise ValueError(f"No such fault: {self.kind}")
        if self.applies_to not in ("command", "handshake", "any"):
            raise ValueError(f"A fault cannot apply to {self.applies_to}")

    def concerns(self, *, domain: str, kind: str, command: str | None) -> bool:
        """Return whether this fault is meant for such a message."""
        return (
            self.applies_to in ("any", kind)
            and self.domain in (None, domain)
            and self.command in (None, command)
        )
