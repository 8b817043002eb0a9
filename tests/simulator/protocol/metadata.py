"""The authenticated metadata: tag, length, value (known: protocol.md)."""

from enum import IntEnum


class Tag(IntEnum):
    """Items, in the order in which they are written."""

    SIGNATURE_TYPE = 0
    DOMAIN = 1
    PERSONALIZATION = 2
    EPOCH = 3
    EXPIRES_AT = 4
    COUNTER = 5
    CHALLENGE = 6
    FLAGS = 7
    REQUEST_HASH = 8
    FAULT = 9
    END = 255


_ONE_BYTE = (Tag.SIGNATURE_TYPE, Tag.DOMAIN)


def serialize(items: dict[Tag, int | bytes]) -> bytes:
    """Return the items in order, closed by the end mark; numbers big-endian."""
    parts = []
    for item in sorted(items):
        value = items[item]
        if isinstance(value, int):
            value = value.to_bytes(1 if item in _ONE_BYTE else 4)
        parts.append(bytes((item, len(value))) + value)
    return b"".join(parts) + bytes((Tag.END,))
