"""The letters of triage, written by the core from decisions and handed out as plain text."""

from collections.abc import Sequence
from datetime import date

from answerable.desk.authority.models import the_authority
from answerable.desk.cases.clock import clock_of
from answerable.desk.cases.models import Case, Question
from answerable.desk.letters.welsh import as_spoken
from answerable.desk.today import today
from answerable.desk.triage.clock_events import pay_window
from answerable.letters.draft import write_notice
from answerable.letters.draft.periods import period
from answerable.letters.writers import to_text
from answerable.model import UnusableInputError
from answerable.model.decision import Asked, Decision, FeesNotice, NoticeRecord, Translated


def letter(
    case: Case,
    decision: Decision,
    kind: str,
    questions: Sequence[Question],
    welsh: Sequence[Translated] | None = None,
) -> str:
    """The letter of one decision on some questions of the case, as text.

    Args:
        welsh: the Welsh of an officer's words, for what goes to the applicant in their language;
            None for the English that is checked.

    Raises:
        LackingWelshError: the applicant chose Welsh, and a text has none.
    """
    record = NoticeRecord(
        kind=kind,
        regime=case.law,
        authority=the_authority().details,
        reference=case.reference,
        received=case.received_on,
        sent=today(),
        questions=tuple(Asked(each.number, each.text) for each in questions),
        decisions=(decision,),
        signed=the_authority().signs,
    )
    if welsh is not None:
        record = as_spoken(case, record, welsh)
    return to_text(write_notice(record))


def numbers(questions: Sequence[Question]) -> tuple[str, ...]:
    """The numbers of questions as decisions name them.

    Raises:
        UnusableInputError: there is none.
    """
    if not questions:
        raise UnusableInputError("Choose at least one question.")
    return tuple(question.number for question in questions)


def acknowledgement(case: Case) -> str:
    """That the request came, its reference, when it will be answered, and why then."""
    due, who = clock_of(case), the_authority()
    days = period("response", case.law)
    return (
        f"Thank you for your request for information, which {who.name} received on "
        f"{case.received_on:%-d %B %Y}.\n\n"
        f"Our reference is {case.reference}. Please give it when you write to us.\n\n"
        f"We will answer as soon as we can, and by {due.due:%-d %B %Y} at the latest. That is "
        f"{days} from {due.counted_from:%-d %B %Y} ({', '.join(due.cites)}); weekends and bank "
        "holidays do not count.\n\n"
        "If we need anything more from you to find what you want, we will write to you soon.\n\n"
        f"Yours faithfully\n\n{who.signs}\n{who.name}\n"
    )


def charge(case: Case, fee: FeesNotice, last_day: date) -> str:
    """The notice of an advance charge for environmental information. EIR and EI(S)R reg.8."""
    who = the_authority()
    lines = [
        f"{who.name}\nReference: {case.reference}\n{today():%-d %B %Y}",
        f"Thank you for your request of {case.received_on:%-d %B %Y}. There is a reasonable charge "
        f"of {fee.amount} for making the information available to you ({case.regime} reg.8).",
        _full_stop(fee.basis),
        f"{_full_stop(fee.pay)} Please pay by {last_day:%-d %B %Y}, which is within "
        f"{period(pay_window(case.law), case.law)} of this notice; after that we need not go "
        "further. The days from this notice to your payment do not count towards the "
        f"{period('response', case.law)} that we have to reply.",
        "You may look at the information where we keep it without charge.",
        f"If you think that the charge is wrong you may ask us to look at it again. Please write to "
        f"{who.review_contact}.",
        f"Yours faithfully\n\n{who.signs}",
    ]
    return "\n\n".join(lines) + "\n"


def _full_stop(words: str) -> str:
    words = words.strip()
    return words if words.endswith((".", "!", "?")) else f"{words}."
