"""JSON of a wrong shape, made of a right one."""

import json
import random
from typing import Any, Final

# What stands where something else should; numbers that are none are Python's, as many servers send them.
_WRONG: Final[tuple[Any, ...]] = (
    None,
    {},
    [],
    "",
    "<invalid>",
    "12",
    True,
    False,
    0,
    -1,
    1e300,
    10**30,
    float("nan"),
    float("inf"),
    [None],
    {"": None},
)

# A wrong value of these would be another car or site, not a broken answer: they vanish, or have a wrong type.
_IDENTITIES: Final = frozenset({"vin", "din", "id", "id_s", "vehicle_id", "energy_site_id", "site_id"})
_NOBODY: Final[tuple[Any, ...]] = (None, {}, [], [None])

_TEXTS: Final = (
    "",
    "null",
    "[]",
    '"ok"',
    "0",
    "{",
    '{"response":',
    "<html><body>Bad gateway</body></html>",
    "\ufeff{}",
)


def mangled(body: bytes, seed: int) -> bytes:
    """Return the answer with something wrong about it; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  the same each time
    if chance.random() < 0.2:
        return chance.choice(_TEXTS).encode()
    try:
        value = json.loads(body)
    except ValueError:
        return body[: len(body) // 2]
    if chance.random() < 0.1:
        return json.dumps(chance.choice(_WRONG)).encode()
    for _ in range(chance.choice((1, 1, 2, 5, 30))):
        _break(value, chance)
    text = json.dumps(value)
    return (text[: chance.randrange(len(text))] if chance.random() < 0.1 else text).encode()


def _break(value: Any, chance: random.Random) -> None:
    """Walk down to any member and spoil it."""
    while True:
        if isinstance(value, dict) and value:
            key: Any = chance.choice(list(value))
        elif isinstance(value, list) and value:
            key = chance.randrange(len(value))
        else:
            return
        below = value[key]
        if isinstance(below, (dict, list)) and below and chance.random() < 0.8:
            value = below
            continue
        if isinstance(value, dict) and chance.random() < 0.2:
            del value[key]
        else:
            value[key] = chance.choice(_NOBODY if key in _IDENTITIES else _WRONG)
        return
