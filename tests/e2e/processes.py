"""The two processes of a simulated home: Tesla and Home Assistant, both on loopback only."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
import http.client
import os
from pathlib import Path
import signal
import socket
import subprocess
import sys
import time
from urllib.parse import urlsplit

from .configuration import ROOT

_RESTART = 100
"""What `hass` exits with when a person asks for a restart in its pages."""


class PortTakenError(Exception):
    """Something else listens there; Home Assistant would fall back to all interfaces."""


class StoppedError(Exception):
    """A process ended although nobody asked it to."""


def require_free(port: int) -> None:
    """Raise PortTakenError unless a server can listen on 127.0.0.1 at this port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            message = f"port {port} on 127.0.0.1 cannot be used ({error.strerror}); choose another one"
            raise PortTakenError(message) from error


def free_port() -> int:
    """Return a port of 127.0.0.1 that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Server:
    """A child process that serves HTTP on loopback, in a session of its own: we choose who ends first."""

    def __init__(self, name: str, url: str, command: list[str], log: Path | None = None) -> None:
        """Start the process; `log` takes its output, else it goes where ours goes."""
        self.name = name
        self.url = url
        self._command = command
        self._log = log
        self._process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent / "stubs")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        output = self._log.open("ab") if self._log else None
        try:
            return subprocess.Popen(  # noqa: S603  our own interpreter and arguments
                self._command,
                cwd=ROOT,
                env=environment,
                start_new_session=True,
                stdout=output,
                stderr=subprocess.STDOUT if output else None,
            )
        finally:
            if output:
                output.close()

    def wait_ready(self, path: str, timeout: float = 120) -> None:
        """Wait until the path answers; raise StoppedError if the process ends or the time is over."""
        address = urlsplit(self.url)
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            connection = http.client.HTTPConnection(str(address.hostname), address.port, timeout=2)
            try:
                connection.request("GET", path)
                if connection.getresponse().status < http.client.INTERNAL_SERVER_ERROR:
                    return
            except OSError, http.client.HTTPException:
                if self._process.poll() is not None:
                    message = f"{self.name} stopped with {self._process.returncode}"
                    raise StoppedError(message) from None
            finally:
                connection.close()
            time.sleep(0.1)
        message = f"{self.name} did not answer within {timeout:.0f} s"
        raise StoppedError(message)

    def run(self) -> int:
        """Wait for the end, starting again when a restart is asked for; return the exit code."""
        while (code := self._process.wait()) == _RESTART:
            self._process = self._start()
        return code

    def change_pace(self) -> None:
        """Let its time run fast, or as slow as ever again."""
        self._process.send_signal(signal.SIGUSR1)

    def stop(self) -> None:
        """End the process and wait for it."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()


@dataclass(frozen=True, slots=True, kw_only=True)
class FastTime:
    """The time that servers live by (`fast_time.py`).

    Attributes:
        start: When they begin, aware.
        began: The real time of that, seconds since the epoch.
        speed: How fast it goes once they hurry.
    """

    start: datetime
    began: float = field(default_factory=time.time)
    speed: float = 60.0

    @property
    def launcher(self) -> list[str]:
        """Return what stands before a module's name."""
        options = ["--start", self.start.isoformat(), "--began", str(self.began), "--speed", str(self.speed)]
        return ["-m", f"{__package__}.fast_time", *options]


def start_simulator(
    port: int, *options: str, log: Path | None = None, fast: FastTime | None = None
) -> Server:
    """Start the simulated Tesla with its command line's options."""
    launcher = fast.launcher if fast else ["-m"]
    command = [sys.executable, *launcher, "tests.simulator", "--port", str(port), *options]
    return Server("the simulator", f"http://127.0.0.1:{port}", command, log)


def start_home_assistant(
    folder: Path, port: int, log: Path | None = None, fast: FastTime | None = None
) -> Server:
    """Start a real Home Assistant on a configuration folder."""
    launcher = fast.launcher if fast else ["-m"]
    command = [sys.executable, *launcher, "homeassistant", "--config", str(folder)]
    command += ["--skip-pip-packages", "pymicro-vad,pyspeex-noise"]
    return Server("Home Assistant", f"http://127.0.0.1:{port}", command, log)


@contextmanager
def stopping(*servers: Server) -> Iterator[None]:
    """Stop the servers at the end, the last one first."""
    try:
        yield
    finally:
        for server in reversed(servers):
            server.stop()
