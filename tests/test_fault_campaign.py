"""A day of faults, and what is said of it; `script/fault_campaign` runs ten thousand over weeks."""

import pytest

from .fault_campaign import Findings, run

FAULTS = 200


@pytest.mark.usefixtures("socket_enabled")
def test_nothing_escapes_runs_hot_or_stays_broken() -> None:
    findings = run(seed=1, faults=FAULTS)

    assert findings.failures == [], findings.report()
    assert sum(findings.faults.values()) >= FAULTS
    assert findings.recoveries >= 5
    assert findings.actions > 0


def test_findings_say_what_failed() -> None:
    findings = Findings(seed=1, busiest_minute=61, busiest_hour=601, needless=1)
    findings.escapes["a logger: KeyError"] += 1
    findings.late["the entry"] += 2

    assert len(findings.failures) == 5
    assert findings.report().count("FAILED") == 5
