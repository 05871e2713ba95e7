"""All checks over one record."""

from dataclasses import replace

from answerable.audit.own_law import in_own_words, under
from answerable.audit.records import (
    balance,
    both,
    fees,
    held,
    lacking,
    late,
    limbs,
    matter,
    more_time,
    ncnd,
    particulars,
    provisions,
    telling,
    thin,
)
from answerable.audit.registry import rule
from answerable.letters.draft.gaps import unnamed
from answerable.model import Finding
from answerable.model.decision import Decision, NeitherConfirmNorDeny, NoticeRecord, Withheld


def check_record(record: NoticeRecord) -> tuple[Finding, ...]:
    """What the notice that ``record`` describes would not show; empty for a complete one."""
    checks = (
        lacking.check,
        both.check,
        limbs.check,
        balance.check,
        ncnd.check,
        telling.check,
        matter.check,
        held.check,
        provisions.check,
        particulars.check,
        thin.check,
        fees.check,
        more_time.check,
        late.check,
    )
    named = _named(record)
    found = (
        each
        for check in checks
        for each in check(record if check in (lacking.check, telling.check) else named)
    )
    return tuple(_in_own_law(each, record) for each in found)


def _named(record: NoticeRecord) -> NoticeRecord:
    """The record without grounds that name no provision, of which no more can be asked."""
    return replace(record, decisions=tuple(_of_named(each) for each in record.decisions))


def _of_named(decision: Decision) -> Decision:
    if not isinstance(decision, Withheld | NeitherConfirmNorDeny):
        return decision
    grounds = tuple(each for each in decision.grounds if not unnamed(each.provision))
    return replace(decision, grounds=grounds)


def _in_own_law(finding: Finding, record: NoticeRecord) -> Finding:
    """The finding with the grounds and the remedy of the law that the record is under."""
    known = rule(finding.slug)
    named = {str(cite) for cite in finding.cites if cite not in known.cites}
    cites, message = under(record.regime, finding.cites, finding.message, named)
    fix = finding.fix
    if fix == known.fix:
        fix = known.fix_under.get(record.regime, fix)
    return replace(finding, cites=cites, message=message, fix=in_own_words(fix, record.regime))
