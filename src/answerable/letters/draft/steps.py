"""Decisions about the course of a request in words: more detail, a fee, more time, a review.

Importing this module registers them with ``words_of``.
"""

from answerable.letters.draft.decisions import words_of
from answerable.letters.draft.notice import Block, Heading, Items, Paragraph
from answerable.letters.draft.periods import period
from answerable.letters.draft.words import SHORT, day, links, provision, sentence
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
    cite = _cite(record, "9", "2") if record.regime.environmental else _cite(record, "1", "3")
    made: list[Block] = [
        Paragraph(
            f"We need a little more detail before we can look for the information. {sentence(decision.needed)}"
        )
    ]
    if decision.options:
        made += [
            Paragraph("It may help to know what there is to choose from:"),
            Items(decision.options),
        ]
    close = (
        f" If we have not heard from you by {day(decision.close_on)} we will close the request; you can "
        "ask again at any time."
        if decision.close_on
        else ""
    )
    made.append(
        Paragraph(
            f"Under {provision(cite)} of {SHORT[record.regime]} we need this before we can go on. A new "
            f"period of {period('response', record.regime)} begins when your answer reaches us.{close}",
            links(cite),
        )
    )
    return made


@words_of.register
def _(decision: FeesNotice, record: NoticeRecord) -> list[Block]:
    cite = _cite(record, "9", "1")
    return [
        Heading("Fees notice", 3),
        Paragraph(
            f"{_we(record)} holds this information and will send it when a fee of {decision.amount} has been "
            f"paid ({provision(cite)} of the Act). {sentence(decision.basis)}",
            links(cite),
        ),
        Paragraph(
            f"{sentence(decision.pay)} If the fee is not paid within {period('fee_payment_window', record.regime)}, "
            "beginning with the day on which this notice is given, we need not go further. The days from "
            "this notice to your payment do not count towards the "
            f"{period('response', record.regime)} that we have to reply."
        ),
    ]


@words_of.register
def _(decision: MoreTime, record: NoticeRecord) -> list[Block]:
    if decision.provision is None:
        cite = _cite(record, "7", "1")
        return [
            Heading("More time to answer", 3),
            Paragraph(
                f"We need more time. The information asked for is both complex and voluminous, so that it is "
                f"impracticable to answer within {period('response', record.regime)}; {provision(cite)} allows "
                f"up to {period('response_extended_reg7', record.regime)}. "
                f"{sentence(decision.reasons)} We will write to you with our answer by "
                f"{day(decision.answer_by)}.",
                links(cite),
            ),
        ]
    extension = _cite(record, "10", "3")
    relied = provision(decision.provision)
    return [
        Heading("More time to consider the public interest", 3),
        Paragraph(
            f"{_we(record)} holds this information. It falls within {relied} of the Act. "
            f"{sentence(decision.reasons)} {relied.capitalize()} is a qualified exemption: we have to weigh "
            "the public interest in maintaining it against the public interest in disclosure.",
            links(decision.provision),
        ),
        Paragraph(
            f"We have not yet reached a decision on where that balance lies. {provision(extension).capitalize()} "
            f"allows a reasonable further time for it. We estimate that we will reach a decision, and will "
            f"write to you with it, by {day(decision.answer_by)}.",
            links(extension),
        ),
    ]


@words_of.register
def _(decision: ReviewOutcome, record: NoticeRecord) -> list[Block]:
    made: list[Block] = [
        Paragraph(
            f"You asked on {day(decision.asked)} for a review of how we dealt with your request. "
            f"{sentence(decision.reviewer)[:-1]}, who took no part in the first reply, looked at the request "
            "afresh."
        ),
        Paragraph("What you said, and what was found:"),
        Items(tuple(sentence(point) for point in decision.points)),
        Paragraph(f"The outcome of the review is that the first decision is {decision.outcome}."),
    ]
    if decision.put_right:
        made.append(Paragraph(f"To put this right: {sentence(decision.put_right)}"))
    return made


@words_of.register
def _(decision: Transfer, record: NoticeRecord) -> list[Block]:
    number = {Regime.FOIA: "16", Regime.FOISA: "15"}.get(record.regime, "10")
    cite = _cite(record, "14") if record.regime is Regime.EISR else _cite(record, number)
    handed = (
        f"We passed your request on to {decision.to} on {day(decision.handed_on)}, and it will reply to you."
        if decision.handed_on
        else f"We believe that {decision.to} may hold it, and you can ask there."
    )
    return [
        Paragraph(
            f"{_we(record)} does not hold this information. We searched for it. {sentence(decision.searches)}"
        ),
        Paragraph(
            f"{handed} We tell you this as part of our duty to advise and assist under {provision(cite)}.",
            links(cite),
        ),
    ]


@words_of.register
def _(decision: Publication, record: NoticeRecord) -> list[Block]:
    made: list[Block] = [
        Paragraph(
            f"The information that we supplied to you is now published for everybody at {decision.where}. "
            "The entry in our disclosure log gives the question and the answer, and nothing by which you "
            "could be identified."
        ),
        Paragraph(
            f"You may re-use the information under the {decision.licence}, where we own its copyright."
        ),
    ]
    for extra in (decision.third_party, decision.dataset, decision.checked):
        if extra:
            made.append(Paragraph(sentence(extra)))
    return made
