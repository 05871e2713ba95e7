"""More time than the law gives. EIR and EISR reg.7(1); FOIA s.10(3) as the Commissioner expects.

The last day is that of our own clocks.
"""

from collections.abc import Iterator
from datetime import date

from answerable.audit.records.finding import missing, place
from answerable.clock import Due, due
from answerable.law.cites import parse_one
from answerable.model import Cite, Finding, Regime, Source, UnusableInputError
from answerable.model.decision import MoreTime, NoticeRecord

#: The clock of the longest time, by law; FOISA has none.
_CLOCKS = {
    Regime.FOIA: "pit_extension_outer_limit_ico",
    Regime.EIR: "response_extended_reg7",
    Regime.EISR: "response_extended_reg7",
}


def check(record: NoticeRecord) -> Iterator[Finding]:
    """The day that is promised, in this notice or an earlier one, lies within the longest time."""
    longest = longest_time(record)
    if longest is None:
        return
    for decision in record.decisions:
        if isinstance(decision, MoreTime) and decision.answer_by > longest.due:
            place_ = place(record, decision, "answer_by")
            if record.regime.environmental or not _exceptional(decision):
                yield _late(decision.answer_by, longest, record, place_)
    given = record.extended_to
    if given is not None and given > longest.due and record.regime.environmental:
        yield _late(given, longest, record, "the record, field “extended_to”")


def longest_time(record: NoticeRecord) -> Due | None:
    """The longest that an answer may take when more time is; None where the law gives none."""
    clock = _CLOCKS.get(record.regime)
    if clock is None:
        return None
    try:
        return due(record.clarified or record.received, record.regime, clock)
    except UnusableInputError:
        return None  # beyond the calendar, which is said elsewhere


def _exceptional(decision: MoreTime) -> bool:
    """The Act sets no number; the Commissioner allows for exceptional circumstances, if they are told."""
    return "exceptional" in decision.reasons.casefold()


def _late(given: date, longest: Due, record: NoticeRecord, where: str) -> Finding:
    cites: list[Cite | Source] = []
    for text in longest.cites:
        try:
            cites.append(parse_one(text, record.regime))
        except ValueError:
            cites.append(Source(text))
    if record.regime.environmental:
        said = f"; {longest.cites[0]} gives no longer than to {longest.due:%-d %B %Y}"
        fix = "Answer by that day, and send what is ready at once."
    else:
        said = (
            f"; the Commissioner expects an answer by {longest.due:%-d %B %Y} under "
            f"{longest.cites[0]}, but in exceptional circumstances"
        )
        fix = "Give an earlier day, or say in the reasons what is exceptional here."
    return missing(
        "pit-extension-abuse",
        where,
        f"An answer is promised by {given:%-d %B %Y}{said}.",
        cites=tuple(cites),
        fix=fix,
    )
