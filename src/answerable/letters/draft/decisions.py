"""Each kind of decision in words, one function a kind."""

from functools import singledispatch

from answerable.letters.draft.grounds import balance, engaged, weighed
from answerable.letters.draft.notice import Block, Items, Paragraph, Table
from answerable.letters.draft.periods import hours_allowed
from answerable.letters.draft.words import SHORT, day, links, names, provision, questions, sentence
from answerable.model import Cite, Regime
from answerable.model.decision import (
    Accessible,
    CostLimit,
    Decision,
    FuturePublication,
    NeitherConfirmNorDeny,
    NotHeld,
    NoticeRecord,
    Repeated,
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
    if decision.table:
        made.append(Table(decision.table[0], decision.table[1:]))
    if decision.enclosures:
        made += [Paragraph("Enclosed with this letter:"), Items(decision.enclosures)]
    if decision.form:
        made.append(Paragraph(f"You have it in the form that you asked for: {decision.form}."))
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
    elif record.regime is Regime.FOISA:
        cite = _cite(record, "17", "1")
        made.append(
            Paragraph(
                f"{_we(record)} does not hold this information. This is our notice of that under "
                f"{provision(cite)} of the Act.",
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
    cite = _cite(record, "12", "2" if decision.only_to_find_out else "1")
    lead = "" if decision.only_to_find_out else f"{_we(record)} holds information of this kind. "
    task = "even to find out whether we hold it" if decision.only_to_find_out else "to comply"
    limit = f"{hours_allowed(record.regime, central=record.authority.kind == 'central'):g} hours"
    advice = _cite(record, "15" if record.regime is Regime.FOISA else "16", "1")
    return [
        Paragraph(
            f"{lead}We refuse {_asked(decision, record)} under {provision(cite)} of the Act, because we "
            f"estimate that {task} would take {decision.hours:g} hours, which is more than the appropriate "
            f"limit of {limit} set by the {_fees(record)}.",
            links(cite),
        ),
        Paragraph(f"How we reached the estimate. {sentence(decision.estimate)}"),
        Paragraph(
            f"Advice and assistance ({provision(advice)}). We would like to help you to refine your "
            f"request. {sentence(decision.advice)}",
            links(advice),
        ),
    ]


def _fees(record: NoticeRecord) -> str:
    """The regulations that set the limit, by name."""
    if record.regime.scottish:
        return "Freedom of Information (Fees for Required Disclosure) (Scotland) Regulations 2004"
    return (
        "Freedom of Information and Data Protection (Appropriate Limit and Fees) Regulations 2004"
    )


@words_of.register
def _(decision: Vexatious, record: NoticeRecord) -> list[Block]:
    cite = _cite(record, "14", "1")
    return [
        Paragraph(
            f"{_we(record)} refuses {_asked(decision, record)} under {provision(cite)} of the Act, because "
            f"the request is vexatious. It is the request that we call so, not you. {sentence(decision.reasons)}",
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
