"""Ways to bend an answer: bytes, splices with other genuine answers, and fields of the message."""

from collections.abc import Callable
from dataclasses import dataclass, field
import random
from typing import Final

from google.protobuf.message import DecodeError, Message

from custom_components.tesla_home_energy.vehicle_command.proto.signatures_pb2 import SessionInfo
from custom_components.tesla_home_energy.vehicle_command.proto.universal_message_pb2 import RoutableMessage

LARGEST_POOL: Final = 200
EDGES: Final = (0, 1, 2, 3, 5, 15, 28, 29, 255, 2**31 - 1, 2**31, 2**32 - 1)


@dataclass(slots=True)
class Pool:
    """Genuine answers to other requests."""

    answers: list[bytes] = field(default_factory=list)

    def keep(self, answer: bytes, chance: random.Random) -> None:
        """Keep an answer, in the place of another one if there are many."""
        if len(self.answers) < LARGEST_POOL:
            self.answers.append(answer)
        elif chance.random() < 0.1:
            self.answers[chance.randrange(LARGEST_POOL)] = answer

    def draw(self, chance: random.Random) -> bytes:
        """Return any of them."""
        return chance.choice(self.answers)


type Mutation = Callable[[bytes, RoutableMessage, Pool, random.Random], bytes]


def flip(answer: bytes, _request: RoutableMessage, _pool: Pool, chance: random.Random) -> bytes:
    """Change one to eight bits."""
    data = bytearray(answer)
    for _ in range(chance.choice((1, 1, 1, 2, 4, 8))):
        if data:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def truncate(answer: bytes, _request: RoutableMessage, _pool: Pool, chance: random.Random) -> bytes:
    """Keep the beginning."""
    return answer[: chance.randrange(len(answer) + 1)]


def shuffle(answer: bytes, _request: RoutableMessage, _pool: Pool, chance: random.Random) -> bytes:
    """Remove, repeat or replace a piece."""
    begin = chance.randrange(len(answer) + 1)
    end = min(len(answer), begin + chance.randrange(1, 40))
    piece = chance.choice((b"", answer[begin:end] * 2, chance.randbytes(end - begin), chance.randbytes(3)))
    return answer[:begin] + piece + answer[end:]


def splice(answer: bytes, _request: RoutableMessage, pool: Pool, chance: random.Random) -> bytes:
    """Begin as this answer and go on as another one; protobuf merges what comes twice."""
    other = pool.draw(chance)
    cuts = (0, len(answer), chance.randrange(len(answer) + 1))
    return answer[: chance.choice(cuts)] + other[chance.choice((0, chance.randrange(len(other) + 1))) :]


def replay(_answer: bytes, request: RoutableMessage, pool: Pool, chance: random.Random) -> bytes:
    """Answer as another request was answered, with this one's address and name."""
    message = RoutableMessage.FromString(pool.draw(chance))
    address(message, request)
    if chance.random() < 0.5:
        message.ClearField("request_uuid")
    return message.SerializeToString()


def address(message: RoutableMessage, request: RoutableMessage) -> None:
    """Make an answer look as if it were one to this request."""
    message.to_destination.routing_address = request.from_destination.routing_address
    message.from_destination.domain = request.to_destination.domain
    message.request_uuid = request.uuid


def invent(_answer: bytes, request: RoutableMessage, _pool: Pool, chance: random.Random) -> bytes:
    """Put anything behind a right address: a plain success, noise, noise in a known field."""
    message = RoutableMessage()
    address(message, request)
    envelope = message.SerializeToString()
    if chance.random() < 0.3:
        message.protobuf_message_as_bytes = chance.choice((b"\x0a\x00", b"", b"\x0a\x02\x08\x00"))
        return message.SerializeToString()
    noise = chance.randbytes(chance.randrange(60))
    tag = chance.choice((b"", b"\x52", b"\x62", b"\x6a", b"\x7a", b"\xa0\x03"))
    return envelope + tag + bytes((len(noise),)) * bool(tag) + noise


def transplant(answer: bytes, _request: RoutableMessage, pool: Pool, chance: random.Random) -> bytes:
    """Take a field of another answer."""
    message, other = RoutableMessage.FromString(answer), RoutableMessage.FromString(pool.draw(chance))
    names = [descriptor.name for descriptor in RoutableMessage.DESCRIPTOR.fields]
    for name in chance.sample(names, chance.choice((1, 1, 2, 3))):
        message.ClearField(name)
        part = RoutableMessage()
        part.CopyFrom(other)
        for field_name in names:
            if field_name != name:
                part.ClearField(field_name)
        message.MergeFrom(part)
    return message.SerializeToString()


def tamper(answer: bytes, _request: RoutableMessage, _pool: Pool, chance: random.Random) -> bytes:
    """Change fields of the message, at any depth."""
    message = RoutableMessage.FromString(answer)
    for _ in range(chance.choice((1, 1, 2, 4))):
        change_field(message, chance)
    return message.SerializeToString()


def tamper_session_info(answer: bytes, request: RoutableMessage, pool: Pool, chance: random.Random) -> bytes:
    """Change fields of the session info, and leave its proof."""
    message = RoutableMessage.FromString(answer)
    if not message.HasField("session_info"):
        return tamper(answer, request, pool, chance)
    try:
        info = SessionInfo.FromString(message.session_info)
    except DecodeError:
        return answer
    change_field(info, chance)
    message.session_info = info.SerializeToString() + chance.choice((b"", b"", b"\x08\x05"))
    return message.SerializeToString()


def change_field(message: Message, chance: random.Random) -> None:
    """Clear a field, set it to an edge or noise, or go deeper."""
    descriptor = chance.choice([*message.DESCRIPTOR.fields])
    if descriptor.type == descriptor.TYPE_MESSAGE:
        part = getattr(message, descriptor.name)
        if chance.random() < 0.2:
            message.ClearField(descriptor.name)
        elif part.DESCRIPTOR.fields:
            change_field(part, chance)
            part.SetInParent()
    elif chance.random() < 0.2:
        message.ClearField(descriptor.name)
    elif descriptor.type == descriptor.TYPE_BYTES:
        old = getattr(message, descriptor.name)
        lengths = (0, 1, 12, 15, 16, 17, 32, 65, 300)
        noise = (chance.randbytes(chance.choice(lengths)), old[:-1], old + b"\x00", bytes(len(old)))
        setattr(message, descriptor.name, chance.choice(noise))
    elif descriptor.type == descriptor.TYPE_ENUM:
        setattr(message, descriptor.name, chance.choice(EDGES[:9]))
    else:
        setattr(message, descriptor.name, chance.choice(EDGES))


MUTATIONS: Final[tuple[tuple[str, Mutation], ...]] = (
    ("flip", flip),
    ("truncate", truncate),
    ("shuffle", shuffle),
    ("splice", splice),
    ("replay", replay),
    ("invent", invent),
    ("transplant", transplant),
    ("tamper", tamper),
    ("tamper with session info", tamper_session_info),
)
