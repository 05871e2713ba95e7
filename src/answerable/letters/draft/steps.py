"""Decisions about the course of a request in words: more detail, a fee, more time, a review.

Importing this module registers them with ``words_of``.
"""

from answerable.letters.draft.decisions import words_of
from answerable.letters.draft.notice import Block, Heading, Items, Paragraph
from answerable.letters.draft.periods import period
from answerable.letters.draft.words import day, links, provision, sentence, wording_of
from answerable.model import Cite, Regime
from answerable.model.decision import (
    Clarification,
    FeesNotice,
    MoreTime,
    NoticeRecord,
    Publication,
    ReviewOutcome,
    Transfer,
)


def _we(record: NoticeRecord) -> str:
    return record.authority.name


def _cite(record: NoticeRecord, number: str, *parts: str) -> Cite:
    return Cite(record.regime, number, parts)


@words_of.register
def _(decision: Clarification, record: NoticeRecord) -> list[Block]:
    say, language = wording_of(record), record.language
    cite = _cite(record, "9", "2") if record.regime.environmental else _cite(record, "1", "3")
    made: list[Block] = [Paragraph(say("clarify", needed=sentence(decision.needed)))]
    if decision.options:
        made += [Paragraph(say("clarify.options")), Items(decision.options)]
    words = say(
        "clarify.period",
        cite=provision(cite, say),
        short=say(f"law.{record.regime}.short"),
        period=period("response", record.regime, language),
    )
    if decision.close_on:
        words += " " + say("clarify.close", day=day(decision.close_on, say))
    made.append(Paragraph(words, links(cite, say=say)))
    return made


@words_of.register
def _(decision: FeesNotice, record: NoticeRecord) -> list[Block]:
    say, language = wording_of(record), record.language
    cite = _cite(record, "9", "1")
    lead = say(
        "fees",
        we=_we(record),
        amount=decision.amount,
        cite=provision(cite, say),
        basis=sentence(decision.basis),
    )
    pay = say(
        "fees.pay",
        pay=sentence(decision.pay),
        window=period("fee_payment_window", record.regime, language),
        period=period("response", record.regime, language),
    )
    return [
        Heading(say("fees.heading"), 3),
        Paragraph(lead, links(cite, say=say)),
        Paragraph(pay),
    ]


@words_of.register
def _(decision: MoreTime, record: NoticeRecord) -> list[Block]:
    say, language = wording_of(record), record.language
    reasons, until = sentence(decision.reasons), day(decision.answer_by, say)
    if decision.provision is None:
        cite = _cite(record, "7", "1")
        words = say(
            "time.EIR",
            period=period("response", record.regime, language),
            cite=provision(cite, say),
            longest=period("response_extended_reg7", record.regime, language),
            reasons=reasons,
            day=until,
        )
        return [Heading(say("time.heading"), 3), Paragraph(words, links(cite, say=say))]
    extension = _cite(record, "10", "3")
    relied = provision(decision.provision, say)
    return [
        Heading(say("time.heading.interest"), 3),
        Paragraph(
            say("time.FOIA", we=_we(record), relied=relied, reasons=reasons),
            links(decision.provision, say=say),
        ),
        Paragraph(
            say("time.FOIA.undecided", cite=provision(extension, say), day=until),
            links(extension, say=say),
        ),
    ]


@words_of.register
def _(decision: ReviewOutcome, record: NoticeRecord) -> list[Block]:
    say = wording_of(record)
    reviewer = sentence(decision.reviewer)[:-1]
    made: list[Block] = [
        Paragraph(say("review.asked", day=day(decision.asked, say), reviewer=reviewer)),
        Paragraph(say("review.points")),
        Items(tuple(sentence(point) for point in decision.points)),
        Paragraph(say(f"review.{decision.outcome}")),
    ]
    if decision.put_right:
        made.append(Paragraph(say("review.put_right", put_right=sentence(decision.put_right))))
    return made


@words_of.register
def _(decision: Transfer, record: NoticeRecord) -> list[Block]:
    say = wording_of(record)
    number = {Regime.FOIA: "16", Regime.FOISA: "15"}.get(record.regime, "10")
    cite = _cite(record, "14") if record.regime is Regime.EISR else _cite(record, number)
    said = {"to": decision.to, "cite": provision(cite, say)}
    words = (
        say("transfer.handed", day=day(decision.handed_on, say), **said)
        if decision.handed_on
        else say("transfer.ask", **said)
    )
    return [
        Paragraph(say("transfer", we=_we(record), searches=sentence(decision.searches))),
        Paragraph(words, links(cite, say=say)),
    ]


@words_of.register
def _(decision: Publication, record: NoticeRecord) -> list[Block]:
    say = wording_of(record)
    made: list[Block] = [
        Paragraph(say("published", where=decision.where)),
        Paragraph(say("published.licence", licence=decision.licence)),
    ]
    for extra in (decision.third_party, decision.dataset, decision.checked):
        if extra:
            made.append(Paragraph(sentence(extra)))
    return made
