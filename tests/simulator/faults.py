"""HTTP answers gone wrong, whatever the endpoint."""

from collections.abc import Callable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any, Final

KINDS: Final = frozenset(
    {
        "answer",  # `status`, `body` (JSON) or `text`, `headers` instead of the real answer
        "answer_after",  # the request is carried out, and answered as by "answer"
        "cut",  # the connection is cut before anything happens
        "cut_after",  # the request is carried out, then the connection is cut
        "hang",  # no answer comes
        "garbage",  # bytes that are no HTTP
        "delay",  # the real answer, `delay` seconds late
        "mangled",  # the real answer, spoilt as `seed` says
    }
)


@dataclass(slots=True, kw_only=True)
class HttpFault:
    """One thing going wrong, `count` times (None: always).

    `path` matches the path of the request, with * as wildcard; `method` None is any. `delay` in real
    seconds comes before everything else.
    """

    kind: str = "answer"
    path: str = "*"
    method: str | None = None
    count: int | None = 1
    delay: float = 0.0
    status: int = 500
    body: Any = None
    text: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    seed: int = 0

    def __post_init__(self) -> None:
        """Check the word.

        Raises:
            ValueError: There is no such kind of fault.
        """
        if self.kind not in KINDS:
            raise ValueError(f"No such fault: {self.kind}")


@dataclass(slots=True)
class HttpFaults:
    """Faults that are waiting for their request.

    `source` is asked about each request for which none waits: a fault that is for this one alone, or None.
    """

    waiting: list[HttpFault] = field(default_factory=list)
    source: Callable[[str, str], HttpFault | None] | None = None

    def add(self, fault: HttpFault) -> None:
        """Let something go wrong."""
        self.waiting.append(fault)

    def take(self, method: str, path: str) -> HttpFault | None:
        """Return the first fault for such a request and count it down."""
        for fault in self.waiting:
            if fault.method in (None, method) and fnmatchcase(path, fault.path):
                if fault.count is not None:
                    fault.count -= 1
                    if fault.count <= 0:
                        self.waiting.remove(fault)
                return fault
        return self.source(method, path) if self.source is not None else None

    def clear(self) -> None:
        """Let all go well again."""
        self.waiting.clear()
