"""From a record to a whole notice: letterhead, the request, each decision, rights, signature."""

from answerable import law
from answerable.law.cites.spell import NAMES
from answerable.letters.draft import steps as steps  # registers its kinds of decision
from answerable.letters.draft.decisions import words_of
from answerable.letters.draft.notice import Block, Heading, Items, Notice, Paragraph
from answerable.letters.draft.rights import rights
from answerable.letters.draft.words import day, heading, provision, sentence
from answerable.model import Cite, Regime
from answerable.model.decision import (
    Accessible,
    Clarification,
    CostLimit,
    FeesNotice,
    FuturePublication,
    MoreTime,
    NeitherConfirmNorDeny,
    NotHeld,
    NoticeRecord,
    Publication,
    Repeated,
    ReviewOutcome,
    Supplied,
    Vexatious,
    Withheld,
)


def write_notice(record: NoticeRecord, *, draft: bool = False) -> Notice:
    """The notice for ``record``, complete; ``draft`` marks it as one.

    What is mandatory for its kind is checked beforehand (``answerable.audit.check_record``).
    """
    name = NAMES[record.regime]
    title = f"{name}: {_subject(record)}"
    blocks: list[Block] = [Heading(title, 1), *_request(record)]
    for decision in record.decisions:
        blocks.append(Heading(heading(decision.questions, record)))
        blocks += words_of(decision, record)
    if _refuses(record):
        blocks.append(Paragraph(f"This letter is {_notice_name(record)}."))
    if record.reuse and _supplies(record):
        blocks.append(Heading("Re-use"))
        blocks.append(
            Paragraph(
                "You may re-use the information that we supply under the Open Government Licence v3.0, "
                "where we own its copyright.",
                (
                    (
                        "Open Government Licence v3.0",
                        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
                    ),
                ),
            )
        )
    blocks += rights(record)
    blocks += [Paragraph("Yours faithfully"), Paragraph(record.signed)]
    return Notice(title=title, head=_head(record), blocks=tuple(blocks), draft=draft)


def _subject(record: NoticeRecord) -> str:
    if any(isinstance(d, ReviewOutcome) for d in record.decisions):
        return "outcome of the internal review"
    if any(isinstance(d, Publication) for d in record.decisions):
        return "the answer to your request is published"
    if any(isinstance(d, FeesNotice) for d in record.decisions):
        return "fees notice"
    if all(isinstance(d, Clarification) for d in record.decisions):
        return "we need a little more detail"
    if any(isinstance(d, MoreTime) for d in record.decisions):
        return "more time to answer your request"
    return "our reply to your request"


def _head(record: NoticeRecord) -> tuple[str, ...]:
    authority = record.authority
    return (
        authority.name,
        *authority.address,
        f"Reference: {record.reference}",
        day(record.sent),
        "Dear applicant",
    )


def _request(record: NoticeRecord) -> list[Block]:
    lead = f"We received your request on {day(record.received)} and have dealt with it under the {NAMES[record.regime]}."
    if record.clarified:
        lead += f" Your clarification reached us on {day(record.clarified)}, and the time to reply began again then."
    if record.extended_to:
        lead += (
            " We wrote to you before that we needed additional time, and would answer by "
            f"{day(record.extended_to)}."
        )
    if record.late_because:
        lead += f" This reply is late, and we apologise. {sentence(record.late_because)}"
    asked = record.questions
    link = (NAMES[record.regime], law.link(Cite(record.regime, "1")).rsplit("/", 2)[0])
    if len(asked) == 1:
        return [
            Paragraph(f"{lead} You asked:", (link,)),
            Paragraph(f'"{asked[0].text}"', quoted=True),
        ]
    return [
        Paragraph(f"{lead} You asked:", (link,)),
        Items(tuple(q.text for q in asked), tuple(q.number for q in asked), quoted=True),
    ]


def _supplies(record: NoticeRecord) -> bool:
    return any(
        isinstance(d, Supplied) or (isinstance(d, Withheld) and d.supplied)
        for d in record.decisions
    )


def _refuses(record: NoticeRecord) -> bool:
    refusals: tuple[type, ...] = (
        Withheld,
        NeitherConfirmNorDeny,
        CostLimit,
        Vexatious,
        Repeated,
        Accessible,
        FuturePublication,
    )
    if record.regime.environmental:
        refusals += (NotHeld,)  # reg.12(4)(a) is an exception
    return any(isinstance(decision, refusals) for decision in record.decisions)


def _notice_name(record: NoticeRecord) -> str:
    number = {Regime.FOIA: "17", Regime.EIR: "14", Regime.FOISA: "16", Regime.EISR: "13"}[
        record.regime
    ]
    return f"a refusal notice under {provision(Cite(record.regime, number))}"
