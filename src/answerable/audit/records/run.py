"""All checks over one record."""

from dataclasses import replace

from answerable.audit.own_law import in_own_words, under
from answerable.audit.records import (
    balance,
    both,
    fees,
    held,
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
from answerable.model import Finding
from answerable.model.decision import NoticeRecord


def check_record(record: NoticeRecord) -> tuple[Finding, ...]:
    """What the notice that ``record`` describes would not show; empty for a complete one."""
    checks = (
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
    return tuple(_in_own_law(found, record) for check in checks for found in check(record))


def _in_own_law(finding: Finding, record: NoticeRecord) -> Finding:
    """The finding with the grounds and the remedy of the law that the record is under."""
    known = rule(finding.slug)
    named = {str(cite) for cite in finding.cites if cite not in known.cites}
    cites, message = under(record.regime, finding.cites, finding.message, named)
    fix = finding.fix
    if fix == known.fix:
        fix = known.fix_under.get(record.regime, fix)
    return replace(finding, cites=cites, message=message, fix=in_own_words(fix, record.regime))
