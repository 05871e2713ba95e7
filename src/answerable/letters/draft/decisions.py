"""Each kind of decision in words, one function a kind."""

from functools import singledispatch

from answerable.letters.draft.grounds import balance, engaged, weighed
from answerable.letters.draft.notice import Block, Heading, Items, Paragraph
from answerable.letters.draft.words import SHORT, day, links, names, provision, questions, sentence
from answerable.model import Cite, Regime
from answerable.model.decision import (
    Accessible,
    Clarification,
    CostLimit,
    Decision,
    FeesNotice,
    FuturePublication,
    MoreTime,
    NeitherConfirmNorDeny,
    NotHeld,
    NoticeRecord,
    Repeated,
    ReviewOutcome,
    Supplied,
    Vexatious,
    Withheld,
)


@singledispatch
def words_of(decision: Decision, record: NoticeRecord) -> list[Block]:
    """The paragraphs of one decision."""
    raise TypeError(f"no words for {type(decision).__name__}")


def _asked(decision: Decision, record: NoticeRecord) -> str:
    return questions(decision.questions, record)


def _we(record: NoticeRecord) -> str:
    return record.authority.name


def _cite(record: NoticeRecord, number: str, *parts: str) -> Cite:
    return Cite(record.regime, number, parts)


@words_of.register
def _(decision: Supplied, record: NoticeRecord) -> list[Block]:
    made: list[Block] = [
        Paragraph(
            f"{_we(record)} holds this information and supplies it. {sentence(decision.answer)}"
        )
    ]
    if decision.enclosures:
        made += [Paragraph("Enclosed with this letter:"), Items(decision.enclosures)]
    return made


@words_of.register
def _(decision: Withheld, record: NoticeRecord) -> list[Block]:
    relied = names(decision.grounds)
    made: list[Block] = []
    if decision.supplied:
        made.append(
            Paragraph(
                f"{_we(record)} holds this information and supplies part of it. {sentence(decision.supplied)}"
            )
        )
        lead = f"We withhold {decision.what} under {relied} of {SHORT[record.regime]}."
    else:
        lead = (
            f"{_we(record)} holds this information. We withhold {decision.what} under {relied} of "
            f"{SHORT[record.regime]}."
        )
    made.append(Paragraph(lead, links(*(g.provision for g in decision.grounds))))
    if record.regime.environmental:
        made.append(_presumption(record))
    for ground in decision.grounds:
        made += engaged(ground, ncnd=False)
        made += weighed(ground)
    if decision.severance:
        made.append(
            Paragraph(
                f"We considered whether part could be released. {sentence(decision.severance)}"
            )
        )
    return made


def _presumption(record: NoticeRecord) -> Paragraph:
    cite = _cite(record, "12" if record.regime is Regime.EIR else "10", "2")
    return Paragraph(
        f"We applied a presumption in favour of disclosure, as {provision(cite)} asks.", links(cite)
    )


@words_of.register
def _(decision: NeitherConfirmNorDeny, record: NoticeRecord) -> list[Block]:
    relied = names(decision.grounds)
    made: list[Block] = [
        Paragraph(
            f"{_we(record)} neither confirms nor denies that it holds the information asked for in "
            f"{_asked(decision, record)}. The duty to say whether it is held does not apply, by virtue "
            f"of {relied} of {SHORT[record.regime]}.",
            links(*(g.provision for g in decision.grounds)),
        )
    ]
    for ground in decision.grounds:
        made += engaged(ground, ncnd=True)
        made += weighed(ground)
    if decision.published:
        made.append(Paragraph(sentence(decision.published)))
    made.append(
        Paragraph(
            "This should not be taken as an indication that information of this kind is, or is not, "
            "held."
        )
    )
    return made


@words_of.register
def _(decision: NotHeld, record: NoticeRecord) -> list[Block]:
    made: list[Block] = []
    if record.regime.environmental:
        cite = _cite(record, "12" if record.regime is Regime.EIR else "10", "4", "a")
        made.append(
            Paragraph(
                f"{_we(record)} does not hold this information and refuses under {provision(cite)} of "
                "the Regulations, because it was not held when your request was received.",
                links(cite),
            )
        )
    else:
        made.append(Paragraph(f"{_we(record)} does not hold this information."))
    made.append(Paragraph(f"We searched for it. {sentence(decision.searches)}"))
    if decision.elsewhere:
        made.append(Paragraph(sentence(decision.elsewhere)))
    if decision.balance is not None and record.regime.environmental:
        made += balance(decision.balance, provision(cite), record.regime)
    return made


@words_of.register
def _(decision: CostLimit, record: NoticeRecord) -> list[Block]:
    cite = _cite(record, "12", "1")
    advice = _cite(record, "15" if record.regime is Regime.FOISA else "16", "1")
    return [
        Paragraph(
            f"{_we(record)} refuses {_asked(decision, record)} under {provision(cite)} of the Act, because "
            f"we estimate that to comply would take {decision.hours:g} hours, which is more than the "
            "appropriate limit.",
            links(cite),
        ),
        Paragraph(f"How we reached the estimate. {sentence(decision.estimate)}"),
        Paragraph(
            f"Advice and assistance ({provision(advice)}). We would like to help you to refine your "
            f"request. {sentence(decision.advice)}",
            links(advice),
        ),
    ]


@words_of.register
def _(decision: Vexatious, record: NoticeRecord) -> list[Block]:
    cite = _cite(record, "14", "1")
    return [
        Paragraph(
            f"{_we(record)} refuses {_asked(decision, record)} under {provision(cite)} of the Act, because "
            f"the request is vexatious. {sentence(decision.reasons)}",
            links(cite),
        )
    ]


@words_of.register
def _(decision: Repeated, record: NoticeRecord) -> list[Block]:
    cite = _cite(record, "14", "2")
    return [
        Paragraph(
            f"{_we(record)} refuses {_asked(decision, record)} under {provision(cite)} of the Act, because "
            f"we complied with an identical or substantially similar request of yours on "
            f"{day(decision.earlier)} and a reasonable interval has not passed. {sentence(decision.reasons)}",
            links(cite),
        )
    ]


@words_of.register
def _(decision: Accessible, record: NoticeRecord) -> list[Block]:
    cite = _cite(record, "25" if record.regime is Regime.FOISA else "21", "1")
    return [
        Paragraph(
            f"{_we(record)} holds this information. It is exempt under {provision(cite)} of the Act, "
            f"because you can reasonably obtain it elsewhere. {sentence(decision.where)}",
            links(cite),
        )
    ]


@words_of.register
def _(decision: FuturePublication, record: NoticeRecord) -> list[Block]:
    cite = _cite(record, "27" if record.regime is Regime.FOISA else "22", "1")
    made: list[Block] = [
        Paragraph(
            f"{_we(record)} holds this information. It is exempt under {provision(cite)} of the Act, "
            f"because it is to be published {decision.when}; that was settled on {day(decision.decided)}, "
            f"before your request. {sentence(decision.reasons)}",
            links(cite),
        )
    ]
    if decision.balance is not None:
        made += balance(decision.balance, provision(cite), record.regime)
    return made


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
            f"period of 20 working days begins when your answer reaches us.{close}",
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
            f"{sentence(decision.pay)} If the fee is not paid within three months, beginning with the day on "
            "which this notice is given, we need not go further. The days from this notice to your payment "
            "do not count towards our 20 working days."
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
                f"impracticable to answer within 20 working days; {provision(cite)} allows up to 40. "
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
    return made
