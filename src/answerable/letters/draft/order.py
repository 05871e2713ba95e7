"""What a record says has to hang together: its days in order, its sums sums, its law one law.

A record that does not is no record of anything, and is refused before a word is written.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from answerable import law
from answerable.law.holidays import bundled
from answerable.letters.draft.gaps import unnamed
from answerable.letters.draft.wording import wording
from answerable.model import decision as shapes

_SUM = re.compile(
    r"(?P<minus>[-\u2212\u2013]\s*)?£?\s*(?P<more>[-\u2212]\s*)?(?P<sum>\d[\d,]*(?:\.\d+)?)"
)
_MONTHS = tuple(name.casefold() for name in wording("en").months)
_NAMED = re.compile(rf"(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(_MONTHS)}) (?P<year>20\d\d)")
#: Decisions that the two Acts know and the Regulations do not.
_OF_THE_ACTS = {
    shapes.Vexatious: "vexatious",
    shapes.Repeated: "repeated",
    shapes.Accessible: "accessible",
    shapes.FuturePublication: "future_publication",
    shapes.FeesNotice: "fees_notice",
}


Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a record, and where: ("decisions", 0, "earlier")."""

    path: Path
    words: str


def check_order(record: shapes.NoticeRecord) -> Iterator[Problem]:
    """What cannot all be so: each field, and what is against it."""
    for name, words in (*_calendar(record), *_own_days(record)):
        yield Problem((name,), words)
    yield from _decisions(record)


def amount(text: str) -> float | None:
    """The sum that a fee comes to, below nought if it is written so; None where there is none."""
    found = _SUM.search(text)
    if found is None:
        return None
    value = float(found["sum"].replace(",", ""))
    return -value if found["minus"] or found["more"] else value


def _calendar(record: shapes.NoticeRecord) -> Iterator[tuple[str, str]]:
    known = bundled()
    for name in ("received", "clarified", "sent"):
        day = getattr(record, name)
        if day is not None and not known.first <= day <= known.last:
            yield (
                name,
                f"“{name}” is {_said(day)}, outside the calendar of bank holidays "
                f"({known.first.year} to {known.last.year}); check the year",
            )


def _own_days(record: shapes.NoticeRecord) -> Iterator[tuple[str, str]]:
    if record.sent < record.received:
        yield (
            "sent",
            f"“sent” ({_said(record.sent)}) is before “received” ({_said(record.received)}); "
            "check both dates",
        )
    for name in ("clarified", "extended_to"):
        day = getattr(record, name)
        if day is not None and day < record.received:
            yield (
                name,
                f"“{name}” ({_said(day)}) is before “received” ({_said(record.received)})",
            )
    if record.clarified is not None and record.clarified > record.sent:
        yield (
            "clarified",
            f"“clarified” ({_said(record.clarified)}) is after “sent” ({_said(record.sent)})",
        )


def _decisions(record: shapes.NoticeRecord) -> Iterator[Problem]:
    for place, decision in enumerate(record.decisions):
        about = f"the decision on question {', '.join(decision.questions) or '(none)'}"
        name = _OF_THE_ACTS.get(type(decision))
        if name is not None and record.regime.environmental:
            yield Problem(
                ("decisions", place),
                f"{about} is “{name}”, which {record.regime} does not have; use “withheld” with "
                "the exception that applies",
            )
        for path, words in _of(decision, record):
            yield Problem(("decisions", place, *path), f"{about}: {words}")


def _of(decision: shapes.Decision, record: shapes.NoticeRecord) -> Iterator[tuple[Path, str]]:
    sent, received = record.sent, record.received
    match decision:
        case shapes.Repeated(earlier=day) if day >= received:
            words = (
                f"“earlier” ({_said(day)}) is not before this request, which came on "
                f"{_said(received)}"
            )
            yield ("earlier",), words
        case shapes.MoreTime(answer_by=day) if day <= sent:
            words = f"“answer_by” ({_said(day)}) is not after the letter, dated {_said(sent)}"
            yield ("answer_by",), words
        case shapes.Clarification(close_on=date() as day) if day <= sent:
            words = f"“close_on” ({_said(day)}) is not after the letter, dated {_said(sent)}"
            yield ("close_on",), words
        case shapes.ReviewOutcome(asked=day) if not received <= day <= sent:
            words = (
                f"“asked” ({_said(day)}) is not between the request ({_said(received)}) and the "
                f"letter ({_said(sent)})"
            )
            yield ("asked",), words
        case shapes.Transfer(handed_on=date() as day) if not received <= day <= sent:
            words = (
                f"“handed_on” ({_said(day)}) is not between the request ({_said(received)}) and "
                f"the letter ({_said(sent)})"
            )
            yield ("handed_on",), words
        case shapes.FuturePublication(when=text) if (last := _last_day(text)) and last < sent:
            yield ("when",), f"“when” is “{text}”, which is before the letter, dated {_said(sent)}"
        case shapes.FeesNotice(amount=text) if text.strip():
            yield from ((("amount",), words) for words in _fee(text))
        case shapes.Withheld(grounds=grounds) | shapes.NeitherConfirmNorDeny(grounds=grounds):
            for place, ground in enumerate(grounds):
                for name, words in _ground(ground, sent):
                    yield ("grounds", place, name), words


def _last_day(text: str) -> date | None:
    """The last day, or the end of the last month, that ``text`` names; None if it names none."""
    found = [_day(each) for each in _NAMED.finditer(text.casefold())]
    return max((day for day in found if day is not None), default=None)


def _day(found: re.Match[str]) -> date | None:
    year, month = int(found["year"]), _MONTHS.index(found["month"]) + 1
    try:
        return date(year, month, int(found["day"] or monthrange(year, month)[1]))
    except ValueError:
        return None  # 31 June


def _fee(text: str) -> Iterator[str]:
    found = amount(text)
    if found is None or found <= 0:
        yield f"“amount” is “{text}”; a fees notice asks for a sum above nought, as in “£73.50”"


def _ground(ground: shapes.Ground, sent: date) -> Iterator[tuple[str, str]]:
    opinion = ground.opinion
    if opinion is not None and opinion.given > sent:
        yield (
            "opinion",
            f"the opinion was “given” ({_said(opinion.given)}) after the letter ({_said(sent)})",
        )
    if unnamed(ground.provision):
        return
    known = [row.condition for row in law.limbs(ground.provision) if row.condition]
    if ground.condition is not None and str(ground.condition) not in known:
        there = f"it has {', '.join(known)}" if known else "it has none of its own"
        yield (
            "condition",
            f"“condition” is {ground.condition}, not one of {ground.provision}; {there}",
        )
    if not law.is_exemption(ground.provision):
        yield (
            "provision",
            f"{ground.provision} is no exemption or exception, so nothing is kept back under it",
        )


def _said(day: date) -> str:
    return f"{day:%-d %B %Y}"
