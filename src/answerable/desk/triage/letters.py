"""The letters of triage, written by the core from decisions and handed out as plain text."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from django.utils.translation import gettext as _

from answerable.desk.ask.language import in_language
from answerable.desk.authority.models import the_authority
from answerable.desk.cases.clock import clock_of
from answerable.desk.cases.models import Case, Question
from answerable.desk.letters.welsh import as_spoken, in_welsh
from answerable.desk.today import today
from answerable.desk.triage.clock_events import pay_window
from answerable.law.cites import parse_one
from answerable.letters.draft import write_notice
from answerable.letters.draft.periods import period
from answerable.letters.draft.welsh import LackingWelshError, same_words
from answerable.letters.draft.wording import Wording, wording
from answerable.letters.draft.words import day, provision
from answerable.letters.writers import to_text
from answerable.model import Cite, UnusableInputError
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
        case: whose letter it is.
        decision: what was decided.
        kind: a kind of notice.
        questions: those it is about.
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
    with _spoken(case) as (say, said):
        law = ", ".join(due.cites)
        if say.language == "cy":
            law = ", ".join(provision(parse_one(cite), say) for cite in due.cites)
        paragraphs = (
            _(
                "Thank you for your request for information, which %(authority)s received on %(day)s."
            )
            % {"authority": said(who.name), "day": day(case.received_on, say)},
            _("Our reference is %(reference)s. Please give it when you write to us.")
            % {"reference": case.reference},
            _(
                "We will answer as soon as we can, and by %(due)s at the latest. That is %(days)s "
                "from %(start)s (%(law)s); weekends and bank holidays do not count."
            )
            % {
                "due": day(due.due, say),
                "days": period("response", case.law, say.language),
                "start": day(due.counted_from, say),
                "law": law,
            },
            _(
                "If we need anything more from you to find what you want, we will write to you soon."
            ),
            _("Yours faithfully"),
        )
        return "\n\n".join((*paragraphs, f"{said(who.signs)}\n{said(who.name)}\n"))


def charge(case: Case, fee: FeesNotice, last_day: date, welsh: Sequence[Translated] = ()) -> str:
    """The notice of an advance charge for environmental information. EIR and EI(S)R reg.8.

    Raises:
        LackingWelshError: the applicant chose Welsh, and a text has none.
    """
    who = the_authority()
    texts = {"“basis”": fee.basis, "“pay”": fee.pay, "“review_contact”": who.review_contact}
    with _spoken(case, welsh) as (say, said):
        lacking = tuple((place, text) for place, text in texts.items() if not said(text))
        if lacking:
            raise LackingWelshError(lacking)
        window = period(pay_window(case.law), case.law, say.language)
        law = (
            provision(Cite(case.law, "8"), say) if say.language == "cy" else f"{case.regime} reg.8"
        )
        lines = [
            f"{said(who.name)}\n"
            + _("Reference: %(reference)s") % {"reference": case.reference}
            + f"\n{day(today(), say)}",
            _(
                "Thank you for your request of %(day)s. There is a reasonable charge of %(amount)s "
                "for making the information available to you (%(law)s)."
            )
            % {"day": day(case.received_on, say), "amount": fee.amount, "law": law},
            _full_stop(said(fee.basis)),
            _(
                "%(pay)s Please pay by %(day)s, which is within %(window)s of this notice; after "
                "that we need not go further. The days from this notice to your payment do not "
                "count towards the %(period)s that we have to reply."
            )
            % {
                "pay": _full_stop(said(fee.pay)),
                "day": day(last_day, say),
                "window": window,
                "period": period("response", case.law, say.language),
            },
            _("You may look at the information where we keep it without charge."),
            _(
                "If you think that the charge is wrong you may ask us to look at it again. Please "
                "write to %(contact)s."
            )
            % {"contact": said(who.review_contact)},
            _("Yours faithfully") + f"\n\n{said(who.signs)}",
        ]
    return "\n\n".join(lines) + "\n"


@contextmanager
def _spoken(
    case: Case, given: Sequence[Translated] = ()
) -> Iterator[tuple[Wording, Callable[[str], str]]]:
    """Our sentences, and how an officer's words are said, in the language of the case.

    In Welsh a text without Welsh is empty, but for the authority's name and who signs.
    """
    if not in_welsh(case, case.law):
        yield wording("en"), str
        return
    who = the_authority()
    pairs = (*who.welsh_texts, *given)
    names = (who.name, who.signs)
    with in_language("cy"):
        yield (
            wording("cy"),
            lambda text: same_words(pairs, text) or (text if text in names else ""),
        )


def _full_stop(words: str) -> str:
    words = words.strip()
    return words if words.endswith((".", "!", "?")) else f"{words}."
