"""From a record to a whole notice: letterhead, the request, each decision, rights, signature."""

from answerable import law
from answerable.letters.draft import steps as steps  # registers its kinds of decision
from answerable.letters.draft.decisions import words_of
from answerable.letters.draft.gaps import with_gaps
from answerable.letters.draft.notice import Block, Heading, Items, Notice, Paragraph
from answerable.letters.draft.rights import rights
from answerable.letters.draft.welsh import in_welsh
from answerable.letters.draft.words import day, heading, provision, sentence, wording_of
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
    Publication,
    Repeated,
    ReviewOutcome,
    Supplied,
    Vexatious,
    Withheld,
)

LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"


def write_notice(record: NoticeRecord, *, draft: bool = False) -> Notice:
    """The notice for ``record`` in its language, complete; ``draft`` marks it as one.

    What is mandatory for its kind is checked beforehand (``answerable.audit.check_record``); what
    is missing all the same is a marked gap.

    Raises:
        UnusableInputError: the record asks for Welsh, and a text of it has none, or its law is
            Scottish.
    """
    if record.language == "cy":
        record = in_welsh(record)
    say = wording_of(record)
    record = with_gaps(record, say)
    title = say("title", law=say(f"law.{record.regime}"), subject=say(subject(record)))
    blocks: list[Block] = [Heading(title, 1), *_request(record)]
    for decision in record.decisions:
        blocks += _decided(decision, record)
    if _refuses(record):
        blocks.append(_refusal(record))
    if record.reuse and _supplies(record):
        blocks += [Heading(say("reuse.heading")), _licence(record)]
    blocks += rights(record)
    blocks += [Paragraph(say("head.yours")), Paragraph(record.signed)]
    return Notice(
        title=title, head=_head(record), blocks=tuple(blocks), language=say.tag, draft=draft
    )


def _decided(decision: Decision, record: NoticeRecord) -> list[Block]:
    """A decision under its heading; one that brings its own has that raised."""
    above, made = heading(decision, record), words_of(decision, record)
    if above:
        return [Heading(above), *made]
    return [Heading(made[0].text), *made[1:]] if isinstance(made[0], Heading) else made


def subject(record: NoticeRecord) -> str:
    """The key of what the letter is about, in a few words."""
    if any(isinstance(d, ReviewOutcome) for d in record.decisions):
        return "subject.review"
    if any(isinstance(d, Publication) for d in record.decisions):
        return "subject.published"
    if any(isinstance(d, FeesNotice) for d in record.decisions):
        return "subject.fees"
    if all(isinstance(d, Clarification) for d in record.decisions):
        return "subject.detail"
    if any(isinstance(d, MoreTime) for d in record.decisions):
        return "subject.time"
    return "subject.reply"


def _head(record: NoticeRecord) -> tuple[str, ...]:
    authority, say = record.authority, wording_of(record)
    return (
        authority.name,
        *authority.address,
        say("head.reference", reference=record.reference),
        day(record.sent, say),
        say("head.dear"),
    )


def _request(record: NoticeRecord) -> list[Block]:
    say, asked = wording_of(record), record.questions
    name = say(f"law.{record.regime}.under")
    goes_on = any(isinstance(d, Clarification | FeesNotice | MoreTime) for d in record.decisions)
    lead = say(
        "request.lead.open" if goes_on else "request.lead", day=day(record.received, say), law=name
    )
    if record.clarified:
        lead += " " + say("request.clarified", day=day(record.clarified, say))
    if record.extended_to:
        lead += " " + say("request.extended", day=day(record.extended_to, say))
    if record.late_because:
        lead += " " + say("request.late", because=sentence(record.late_because))
    link = (name, law.link(Cite(record.regime, "1")).rsplit("/", 2)[0])
    first = Paragraph(say("request.asked", lead=lead), (link,))
    if len(asked) == 1:
        return [first, Paragraph(f'"{asked[0].text}"', quoted=True)]
    items = Items(tuple(q.text for q in asked), tuple(q.number for q in asked), quoted=True)
    return [first, items]


def _licence(record: NoticeRecord) -> Paragraph:
    say = wording_of(record)
    name = say("reuse.licence")
    return Paragraph(say("reuse", licence=name), ((name, LICENCE),))


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


def _refusal(record: NoticeRecord) -> Paragraph:
    """What the letter is, by the provision that asks for it."""
    number = {Regime.FOIA: "17", Regime.EIR: "14", Regime.FOISA: "16", Regime.EISR: "13"}
    say = wording_of(record)
    cite = provision(Cite(record.regime, number[record.regime]), say)
    return Paragraph(say(f"notice.{record.regime}", cite=cite))
