"""What the applicant can do next: the review, and the Commissioner, by law and from data."""

from answerable import law
from answerable.letters.draft.notice import Block, Heading, Paragraph
from answerable.letters.draft.periods import period
from answerable.letters.draft.words import links, provision, wording_of
from answerable.model import Cite, Regime
from answerable.model.decision import Clarification, NoticeRecord, ReviewOutcome


def rights(record: NoticeRecord) -> list[Block]:
    """The paragraphs on review and regulator. FOIA s.17(7); EIR reg.14(5); FOISA s.19."""
    reviewed = any(isinstance(d, ReviewOutcome) for d in record.decisions)
    only_asks = all(isinstance(d, Clarification) for d in record.decisions)
    made: list[Block] = [Heading(wording_of(record)("rights.heading"))]
    if not reviewed:
        made.append(_review(record))
    if not only_asks:
        made.append(_commissioner(record, reviewed=reviewed))
    return made


def _review(record: NoticeRecord) -> Paragraph:
    say, regime = wording_of(record), record.regime
    contact = record.authority.review_contact
    if regime.scottish:
        cite = Cite(regime, "20" if regime is Regime.FOISA else "16")
        key, window, reply = "rights.scottish", "last_day_to_require_review", "review_response"
        counted = Regime.FOISA
    elif regime is Regime.EIR:
        cite = Cite(regime, "11")
        key, window = "rights.EIR", "last_day_to_make_reg11_representations"
        reply, counted = "internal_review_statutory", regime
    else:
        cite = Cite(regime, "17")
        key, window = "rights.FOIA", "last_day_to_ask_internal_review"
        reply, counted = "internal_review_target", regime
    words = say(
        key,
        cite=provision(cite, say),
        contact=contact,
        window=period(window, counted, record.language),
        period=period(reply, regime, record.language),
    )
    return Paragraph(words, () if regime is Regime.FOIA else links(cite, say=say))


def _commissioner(record: NoticeRecord, *, reviewed: bool) -> Paragraph:
    say, regime = wording_of(record), record.regime
    regulator = law.table("regulators")["scotland" if regime.scottish else "uk"]
    where = say(
        "rights.where",
        name=regulator["name"],
        address=regulator["address"],
        online=regulator["online"],
    )
    last = ".reviewed" if reviewed else ""
    if regime.scottish:
        months = period("application_to_scottish_information_commissioner", regime)
        return Paragraph(say(f"rights.commissioner.scottish{last}", window=months, where=where))
    cite = Cite(Regime.FOIA, "50")
    words = say(
        f"rights.commissioner.{regime}{last}",
        cite=provision(cite, say),
        where=where,
        window=period("ico_complaint_window", regime, record.language),
    )
    return Paragraph(words, links(cite, say=say))
