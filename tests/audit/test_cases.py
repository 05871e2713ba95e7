"""Every rule's own cases: letters on which it must fire, and letters on which it must not."""

from datetime import date
from typing import Any

import pytest

from answerable.audit import Case, Rule, all_rules, audit_letter
from answerable.audit.cases import cases_of
from answerable.letters import read_letter, read_request
from answerable.model import Finding, Letter, Span


def _cases(kind: str) -> list[Any]:
    return [
        pytest.param(rule, case, id=f"{rule.slug}: {case['name']}")
        for rule in all_rules()
        for case in getattr(cases_of(rule.slug), kind)
    ]


def _read(case: dict[str, Any]) -> tuple[Letter, Case]:
    known = Case(
        received=_day(case.get("received")),
        sent=_day(case.get("sent")),
        request=read_request(case["request"]) if "request" in case else None,
    )
    return read_letter(case["letter"], request=case.get("request")), known


def _findings(rule: Rule, case: dict[str, Any]) -> tuple[list[Finding], str]:
    letter, known = _read(case)
    found = [f for f in audit_letter(letter, known) if f.slug == rule.slug]
    return found, letter.flow


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


@pytest.mark.parametrize(("rule", "case"), _cases("fires"))
def test_it_fires(rule: Rule, case: dict[str, Any]) -> None:
    found, flow = _findings(rule, case)
    assert found, f"{rule.slug} is silent"
    if rule.interprets:  # alone in a letter it weighs less than the rule itself says: ADR 32
        letter, known = _read(case)
        found = [*found, *(rule.check(letter, known) if rule.check else ())]
    if "certainty" in case:
        assert any(f.certainty == case["certainty"] for f in found)
    if "severity" in case:
        assert any(f.severity.word == case["severity"] for f in found)
    if "at" in case:
        start = flow.find(case["at"])
        assert start >= 0, "the case's own “at” is not in its letter"
        end = start + len(case["at"])
        spans = [f.where for f in found if isinstance(f.where, Span)]
        assert any(span.start < end and start < span.end for span in spans), spans


@pytest.mark.parametrize(("rule", "case"), _cases("silent"))
def test_it_stays_silent(rule: Rule, case: dict[str, Any]) -> None:
    """At first sight; a second look gives hints, and only where something else is plainly wrong."""
    letter, known = _read(case)
    found = list(rule.in_letter(letter, known))
    assert not found, [f.message for f in found]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.slug)
def test_every_rule_has_cases_of_both_kinds(rule: Rule) -> None:
    cases = cases_of(rule.slug)
    assert cases.fires
    assert cases.silent


def test_codes_and_slugs_are_unique() -> None:
    assert len({rule.code for rule in all_rules()}) == len(all_rules())
    assert len({rule.slug for rule in all_rules()}) == len(all_rules())
