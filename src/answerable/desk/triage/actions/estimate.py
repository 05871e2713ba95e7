"""Keeping an estimate of the cost of complying, and saying it in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from answerable.audit import audit_letter
from answerable.desk.authority.models import the_authority
from answerable.desk.cases.models import Case
from answerable.desk.events.record import record
from answerable.desk.ncnd.consistency import may_search
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.triage.cost import Rules, Sum, Work, add_up, check, plain, rules_for
from answerable.desk.triage.guard import must_be_open, no_class
from answerable.desk.triage.letters import letter
from answerable.desk.triage.models import Estimate, EstimateLine
from answerable.desk.triage.related import related
from answerable.letters import read_letter
from answerable.model import UnusableInputError
from answerable.model.decision import CostLimit

MOST_LINES = 40


@dataclass(frozen=True, slots=True)
class Wanted:
    """The lines, the rate where it is not fixed, what to advise, and cases taken together."""

    works: tuple[Work, ...]
    rate: Decimal | None = None
    advice: str = ""
    together_with: tuple[str, ...] = ()  # references


def case_rules(case: Case) -> Rules:
    """The rules that hold for the case. Raises UnusableInputError under the Regulations."""
    return rules_for(case.law, central=the_authority().kind == "central")


@transaction.atomic
def save_estimate(case: Case, wanted: Wanted, *, by: User) -> Estimate:
    """Keep the estimate in the place of an earlier one.

    Raises:
        UnusableInputError: no cost limit under the regime, work that may not be counted, a rate
            beyond the law's, a case that may not be taken together, or a class governs the case.
    """
    require(by, Permission.WRITE_CASES)
    must_be_open(case)
    no_class(case)
    rules = case_rules(case)
    rate = _rate(wanted, rules)
    _check(case, wanted, rules)
    others = [each for each in related(case, by) if each.reference in wanted.together_with]
    if len(others) != len(set(wanted.together_with)):
        raise UnusableInputError("A case was chosen that may not be taken together with this one.")
    made, _ = Estimate.objects.update_or_create(
        case=case, defaults={"rate": rate, "advice": wanted.advice.strip(), "by": by}
    )
    made.lines.all().delete()
    EstimateLine.objects.bulk_create(
        EstimateLine(
            estimate=made,
            position=n,
            activity=work.activity,
            what=work.what.strip()[:200],
            number=work.number,
            minutes=work.minutes,
        )
        for n, work in enumerate(wanted.works)
    )
    made.together_with.set(others)
    record(
        "triage.estimate",
        by=by.public_id,
        case=case.reference,
        minutes=int(sum_of(made).minutes),
        over=sum_of(made).over,
    )
    return made


def works_of(estimate: Estimate) -> list[Work]:
    """The lines of an estimate, as they are added up."""
    return [
        Work(line.activity, line.what, line.number, line.minutes) for line in estimate.lines.all()
    ]


def sum_of(estimate: Estimate) -> Sum:
    """The sum, with the estimates of the cases taken together."""
    works = works_of(estimate)
    for other in Estimate.objects.filter(case__in=estimate.together_with.all()):
        works += works_of(other)
    return add_up(works, case_rules(estimate.case), estimate.rate)


def estimate_words(case: Case) -> tuple[str, float]:
    """The estimate as a refusal for cost would say it, and its hours; ("", 0.0) if there is none."""
    estimate = Estimate.objects.filter(case=case).first()
    if estimate is None or case.law.environmental or not may_search(case):
        return "", 0.0
    total = sum_of(estimate)
    words = [work.words for work in works_of(estimate)]
    for other in estimate.together_with.all():
        ours = Estimate.objects.filter(case=other).first()
        minutes = add_up(works_of(ours), case_rules(case), estimate.rate).minutes if ours else 0
        words.append(
            f"your like request {other.reference} of {other.received_on:%-d %B %Y}, which we take "
            f"together with this one, comes to {plain(Decimal(minutes))} minutes"
        )
    return (
        f"{_sentences(words)} Together that is {plain(total.minutes)} minutes, which is "
        f"{plain(total.hours)} hours, or £{total.pounds:,.2f} at £{plain(total.rate)} an hour",
        float(total.hours),
    )


def advice_words(case: Case) -> str:
    """How the request could be narrowed, as kept with the estimate; "" if nothing is."""
    estimate = Estimate.objects.filter(case=case).first()
    return estimate.advice if estimate and may_search(case) else ""


def _sentences(words: Sequence[str]) -> str:
    return " ".join(f"{each[0].upper()}{each[1:]}." for each in words)


def _rate(wanted: Wanted, rules: Rules) -> Decimal:
    if rules.fixed_rate or wanted.rate is None:
        return rules.rate
    if not 0 < wanted.rate <= rules.rate:
        raise UnusableInputError(
            f"An hour may be counted with £{plain(rules.rate)} at most ({rules.instrument})."
        )
    return wanted.rate


def _check(case: Case, wanted: Wanted, rules: Rules) -> None:
    if not wanted.works or len(wanted.works) > MOST_LINES:
        raise UnusableInputError(f"Give at least one line of work, and at most {MOST_LINES}.")
    for work in wanted.works:
        if not work.what.strip() or work.number < 1 or work.minutes <= 0:
            raise UnusableInputError(
                "Each line needs what is looked through, how many, and minutes."
            )
        check(work, rules)
        _lawful_words(case, work, rules)


def _lawful_words(case: Case, work: Work, rules: Rules) -> None:
    """Ask the audit about the words of a line: redaction does not pass under another name."""
    decision = CostLimit(("1",), f"{work.words}", float(work.total / 60), "Ask for less")
    text = letter(case, decision, "foia_s12", list(case.questions.all()[:1]))
    for finding in audit_letter(read_letter(text, regime=case.law)):
        if finding.slug == "s12-wrong-activities":
            raise UnusableInputError(
                f"“{work.what}”: this is work that may not be counted ({rules.instrument}). Only "
                f"{', '.join(rules.counted)} may; take it out."
            )
