"""What the applicant can do next: the review, and the Commissioner, by law and from data."""

from answerable import law
from answerable.letters.draft.notice import Block, Heading, Paragraph
from answerable.letters.draft.periods import period
from answerable.letters.draft.words import links, provision
from answerable.model import Cite, Regime
from answerable.model.decision import Clarification, NoticeRecord, ReviewOutcome


def rights(record: NoticeRecord) -> list[Block]:
    """The paragraphs on review and regulator. FOIA s.17(7); EIR reg.14(5); FOISA s.19."""
    reviewed = any(isinstance(d, ReviewOutcome) for d in record.decisions)
    only_asks = all(isinstance(d, Clarification) for d in record.decisions)
    made: list[Block] = [Heading("If you are dissatisfied")]
    if not reviewed:
        made.append(_review(record))
    if not only_asks:
        made.append(_commissioner(record, reviewed=reviewed))
    return made


def _review(record: NoticeRecord) -> Paragraph:
    contact = record.authority.review_contact
    if record.regime is Regime.EIR:
        cite = Cite(record.regime, "11")
        return Paragraph(
            f"You may make representations to us under {provision(cite)}, and ask us to reconsider, within "
            f"{period('last_day_to_make_reg11_representations', record.regime)} of this letter. Please write to {contact}. There is no charge. Somebody who took no "
            "part in this reply will reconsider, and we will reply within "
            f"{period('internal_review_statutory', record.regime)}.",
            links(cite),
        )
    cite = Cite(record.regime, {Regime.FOISA: "20", Regime.EISR: "16"}.get(record.regime, "17"))
    if record.regime.scottish:
        return Paragraph(
            f"You may require us to review how we dealt with your request ({provision(cite)}). Please write to "
            f"{contact} within {period('last_day_to_require_review', Regime.FOISA)}, giving your name and an "
            "address for correspondence, your original request and why you are dissatisfied. We will reply "
            f"within {period('review_response', record.regime)}.",
            links(cite),
        )
    return Paragraph(
        "You may ask for an internal review within "
        f"{period('last_day_to_ask_internal_review', record.regime)} of this letter. Please write to {contact}. "
        "Somebody who took no part in this reply will carry it out, and we will reply within "
        f"{period('internal_review_target', record.regime)}."
    )


def _commissioner(record: NoticeRecord, *, reviewed: bool) -> Paragraph:
    regulator = law.table("regulators")["scotland" if record.regime.scottish else "uk"]
    where = f"{regulator['name']}, {regulator['address']}, {regulator['online']}"
    if record.regime.scottish:
        lead = "If you remain" if reviewed else "If you are then still"
        months = period("application_to_scottish_information_commissioner", record.regime)
        court = "You may appeal against the Commissioner's decision to the Court of Session, on a point of law only."
        return Paragraph(
            f"{lead} dissatisfied you have the right to apply to the Scottish Information Commissioner for a "
            f"decision within {months}: {where}. {court}"
        )
    cite = Cite(Regime.FOIA, "50")
    applied = ", as applied by the Regulations" if record.regime is Regime.EIR else ""
    lead = "If you remain" if reviewed else "If you are then still"
    return Paragraph(
        f"{lead} dissatisfied you have the right to apply to the Information Commissioner for a decision under "
        f"{provision(cite)} of the Freedom of Information Act 2000{applied}: {where}. The Commissioner asks that "
        f"complaints be made within {period('ico_complaint_window', record.regime)} of our last reply.",
        links(cite),
    )
