"""All checks over one record."""

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
    thin,
)
from answerable.model import Finding
from answerable.model.decision import NoticeRecord


def check_record(record: NoticeRecord) -> tuple[Finding, ...]:
    """What the notice that ``record`` describes would not show; empty for a complete one."""
    checks = (
        both.check,
        limbs.check,
        balance.check,
        ncnd.check,
        matter.check,
        held.check,
        provisions.check,
        particulars.check,
        thin.check,
        fees.check,
        more_time.check,
        late.check,
    )
    return tuple(finding for check in checks for finding in check(record))
