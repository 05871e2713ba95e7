"""Words that fill a field and say nothing: "because", "x".

FOIA s.17(1)(c), (3); EIR reg.14(3); FOISA s.16(1)(d), (2): a notice says why.
"""

from collections.abc import Iterator

from answerable.audit.records.finding import missing, place
from answerable.model import Finding
from answerable.model.decision import (
    Balance,
    FuturePublication,
    MoreTime,
    NeitherConfirmNorDeny,
    NotHeld,
    NoticeRecord,
    Repeated,
    Vexatious,
    Withheld,
)

#: No reason for anything is given in fewer words, and no factor.
_REASON, _FACTOR = 4, 3
_WHY: dict[type, str] = {
    Vexatious: "s14-no-basis",
    Repeated: "s14-no-basis",
    MoreTime: "why-missing",
    FuturePublication: "why-missing",
}


def check(record: NoticeRecord) -> Iterator[Finding]:
    """Reasons and both sides of a balance have words enough to say something; empty is said elsewhere."""
    for decision in record.decisions:
        slug = _WHY.get(type(decision))
        reasons = getattr(decision, "reasons", "")
        if slug is not None and _thin(reasons):
            yield missing(slug, place(record, decision, "reasons"), _says_nothing(reasons))
        if isinstance(decision, Withheld | NeitherConfirmNorDeny):
            where = place(record, decision, "reasons")
            for ground in decision.grounds:
                if _thin(ground.reasons):
                    said = _says_nothing(ground.reasons)
                    yield missing("why-missing", where, f"{said} {ground.provision} needs reasons.")
                yield from _balance(ground.balance, place(record, decision, "balance"))
        if isinstance(decision, NotHeld | FuturePublication):
            yield from _balance(decision.balance, place(record, decision, "balance"))


def _balance(balance: Balance | None, where: str) -> Iterator[Finding]:
    if balance is None:
        return
    factors = (*balance.factors_for, *balance.factors_against)
    empty = next((each for each in factors if _words(each) < _FACTOR), None)
    if empty is not None:
        yield missing("pit-generic", where, _says_nothing(empty))
    if 0 < _words(balance.weighing) < _REASON:
        yield missing("pit-generic", where, _says_nothing(balance.weighing))


def _says_nothing(text: str) -> str:
    return f"“{text.strip()}” says nothing that a reader could weigh."


def _thin(reasons: str) -> bool:
    """Whether reasons are given and say nothing; that there are none is said elsewhere."""
    return 0 < _words(reasons) < _REASON


def _words(text: str) -> int:
    return len(text.split())
