"""Any file of test vectors against this integration: `python -m benchmarks.vectors FILE`.

The file has the form of tests/fixtures/vectors/vehicle_command.json, and its cases go through the same
checks (tests/vehicle_command/vector_cases.py). They run in pytest, for its assertions say what differs. A
kind that has no check counts as failed. Exit code: 0, 1 if a case failed, 2 if the file is broken.
"""

import argparse
from collections import Counter
from contextlib import redirect_stdout
import importlib
import io
import json
import os
from pathlib import Path
import sys
from typing import Any, Final, override

import pytest

from . import ROOT

_CHECKS: Final = "tests.vehicle_command.vector_cases"
_MOST_LINES: Final = 6
"""Of the words about a failed case."""

type Case = dict[str, Any]


class BrokenFileError(Exception):
    """The file holds no test vectors."""


def read_cases(path: Path) -> list[Case]:
    """Return the cases of a file, each with the file's keys.

    Raises:
        BrokenFileError: It cannot be read, or has another form.
    """
    try:
        content = json.loads(path.read_bytes())
    except OSError as error:
        raise BrokenFileError(error.strerror or "it cannot be read") from None
    except (ValueError, RecursionError) as error:
        raise BrokenFileError(f"it is no JSON ({error})") from None
    if not isinstance(content, dict) or not isinstance(cases := content.get("cases"), list):
        raise BrokenFileError('it has no list "cases"')
    keys = content.get("keys", {})
    if not isinstance(keys, dict):
        raise BrokenFileError('its "keys" are no object')
    for number, case in enumerate(cases):
        if not isinstance(case, dict) or not isinstance(case.get("kind"), str):
            raise BrokenFileError(f'its case {number} is no object with a "kind"')
    return [case | {"keys": keys} for case in cases]


class _Check(pytest.Item):
    """The check of one case."""

    def __init__(self, *, case: Case, **arguments: Any) -> None:
        """Keep the case."""
        super().__init__(**arguments)
        self.case = case
        self.user_properties.append(("kind", case["kind"]))

    @override
    def runtest(self) -> None:
        checks = importlib.import_module(_CHECKS)
        if self.case["kind"] not in checks.CHECKS:
            pytest.fail("there is no check for this kind")
        checks.check(self.case)

    @override
    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str:
        places = [entry for entry in excinfo.traceback if Path(entry.path).stem == _CHECKS.rpartition(".")[2]]
        words = str(excinfo.value)
        if not isinstance(excinfo.value, AssertionError | pytest.fail.Exception):
            words = f"{excinfo.typename}: {words}"
        if places:
            words = f"{words}\n(line {places[-1].lineno + 1}: {places[-1].statement})"
        return words


class _Checks:
    """Gives pytest the cases, and counts."""

    def __init__(self, cases: list[Case]) -> None:
        """Nothing is counted yet."""
        self._cases = cases
        self.passed: Counter[str] = Counter()
        self.failed: Counter[str] = Counter()
        self.words: list[str] = []

    def pytest_configure(self) -> None:
        """Have the assertions of the checks say what differs."""
        pytest.register_assert_rewrite(_CHECKS)

    def pytest_collection(self, session: pytest.Session) -> bool:
        """Take the place of pytest's search for tests."""
        session.items = [
            _Check.from_parent(session, name=str(case.get("id", f"case {number}")), case=case)
            for number, case in enumerate(self._cases)
        ]
        session.testscollected = len(session.items)
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a case, and note why it failed."""
        kind = str(dict(report.user_properties)["kind"])
        if report.failed:
            self.failed[kind] += 1
            lines = report.longreprtext.splitlines()
            shown = [*lines[:_MOST_LINES], *lines[-1:]] if len(lines) > _MOST_LINES + 1 else lines
            self.words.append("\n    ".join((f"FAILED {report.nodeid.removeprefix('::')} ({kind})", *shown)))
        elif report.when == "call":
            self.passed[kind] += 1


def run(cases: list[Case]) -> _Checks:
    """Check some cases.

    Raises:
        BrokenFileError: Not all were checked.
    """
    plugin = _Checks(cases)
    os.environ.pop("PYTEST_ADDOPTS", None)
    without = [f"-pno:{name}" for name in ("cacheprovider", "capture", "logging")]
    # The project's own settings, fixtures and plugins are for its tests.
    alone = ["--disable-plugin-autoload", "--noconftest", "-c", os.devnull, "--rootdir", str(ROOT)]
    with redirect_stdout(io.StringIO()) as output:
        pytest.main([*without, *alone], plugins=[plugin])
    if plugin.passed.total() + plugin.failed.total() != len(cases):
        raise BrokenFileError(f"its cases could not all be checked\n{output.getvalue()}")
    return plugin


def main() -> int:
    """Check the file of the command line. Returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.vectors", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("file", type=Path)
    # Names of cases may hold what the terminal cannot show.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    path: Path = parser.parse_args().file
    try:
        outcome = run(read_cases(path))
    except BrokenFileError as error:
        print(f"{path.name} cannot be checked: {error}", file=sys.stderr)
        return 2
    passed, failed = outcome.passed, outcome.failed
    print(*outcome.words, sep="\n", end="\n" * bool(failed))
    for kind in sorted(passed | failed):
        print(f"{kind:24}{passed[kind]:6} passed{failed[kind]:6} failed")
    print(f"{passed.total()} passed, {failed.total()} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
