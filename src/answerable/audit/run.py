"""All rules over one letter, in an order a reader can work through."""

from dataclasses import replace
from functools import cache
from itertools import islice

from answerable import law
from answerable.audit.registry import all_rules
from answerable.audit.rule import Case, LetterCheck, Rule
from answerable.letters import in_welsh
from answerable.letters.phrases import expect
from answerable.model import Basis, Certainty, Finding, Letter, Role, Severity, Span

#: What can be said of a letter whose language the rules do not read: its cites, decisions and dates.
ANY_LANGUAGE = frozenset(
    {
        "nonexistent-limb",
        "citation-unknown",
        "citation-overturned",
        "citation-wrong-body",
        "no-date",
        "late-notice",
    }
)
_BASIS_ORDER = {Basis.STATUTORY: 0, Basis.MERITS: 1, Basis.GOOD_PRACTICE: 2}


def audit_letter(letter: Letter, case: Case | None = None) -> tuple[Finding, ...]:
    """Check ``letter`` against every rule.

    Returns the findings sorted by basis (statutory, merits, good practice), then severity,
    then place in the letter. A finding says what the notice does not show, and what asks for
    it; it never says that a letter is unlawful.
    """
    known = case or Case()
    if in_welsh(letter.flow):
        found = list(at_first_sight(_held_against_the_law(letter), known))
        return tuple(sorted((f for f in found if f.slug in ANY_LANGUAGE), key=_order))
    found = _weighed(list(at_first_sight(letter, known)))
    if any(map(_is_plain, found)):
        # Weak signs say nothing in a letter that is right; where one thing is plainly wrong
        # others are likelier, and a reader looks again. ADR 15.
        seen = {finding.code for finding in found}
        for rule in _looking_again():
            if rule.code not in seen:
                found += islice(rule.in_letter_again(letter, known), 1)
    return tuple(sorted(found, key=_order))


def _held_against_the_law(letter: Letter) -> Letter:
    """The letter with every cite that the law does not have taken as relied on.

    What a letter in Welsh relies on and what it only mentions is not told apart.
    """
    uses = tuple(
        use if law.exists(use.cite) else replace(use, role=Role.RELIED) for use in letter.provisions
    )
    return replace(letter, provisions=uses)


def at_first_sight(letter: Letter, case: Case | None = None) -> tuple[Finding, ...]:
    """What each rule says by itself, before one finding is weighed beside the others.

    For a letter that is known to be otherwise right, such as a draft of ours with an officer's words.
    """
    known = case or Case()
    expect(letter.own)
    return tuple(finding for check in _checks() for finding in check(letter, known))


@cache
def _checks() -> tuple[LetterCheck, ...]:
    return tuple(rule.check for rule in all_rules() if rule.check)


@cache
def _looking_again() -> tuple[Rule, ...]:
    return tuple(rule for rule in all_rules() if rule.looks_again)


def _is_plain(finding: Finding) -> bool:
    return finding.certainty is Certainty.SURE or finding.severity >= Severity.HIGH


def _weighed(found: list[Finding]) -> list[Finding]:
    """A likely finding with nothing plain beside it weighs less: lone signs are oftener wrong."""
    plain = [finding for finding in found if _is_plain(finding)]
    codes = {finding.code for finding in plain}
    if codes and codes <= _interpreting():
        # What a rule reads into the words, alone in a letter that is otherwise right, is oftener
        # wrong than right: ADR 32.
        return [_lesser(each) if _is_plain(each) else each for each in found]
    if len(plain) != 1 or plain[0].certainty is Certainty.SURE:
        return found
    lesser = replace(plain[0], severity=Severity.MEDIUM)
    return [lesser if finding is plain[0] else finding for finding in found]


def _lesser(finding: Finding) -> Finding:
    severity = min(finding.severity, Severity.MEDIUM)
    return replace(finding, severity=severity, certainty=Certainty.LIKELY)


@cache
def _interpreting() -> frozenset[str]:
    return frozenset(rule.code for rule in all_rules() if rule.interprets)


def _order(finding: Finding) -> tuple[int, int, int, str]:
    start = finding.where.start if isinstance(finding.where, Span) else 0
    return (_BASIS_ORDER[finding.basis], -finding.severity, start, finding.code)
