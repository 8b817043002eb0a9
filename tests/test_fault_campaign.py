"""What `script/fault_campaign` says of what it found; the campaign itself is no part of the tests."""

from .fault_campaign import Findings


def test_findings_say_what_failed() -> None:
    findings = Findings(seed=1, busiest_minute=61, busiest_hour=601, needless=1)
    findings.escapes["a logger: KeyError"] += 1
    findings.late["the entry"] += 2

    assert len(findings.failures) == 5
    assert findings.report().count("FAILED") == 5
