"""Where a letter stands in its clearance."""

from answerable.desk.authority.models import the_authority
from answerable.desk.cases.models import Case
from answerable.desk.clearance.models import Clearing
from answerable.desk.clearance.steps import Step, next_step, steps
from answerable.desk.letters.current import bundle, going_out
from answerable.desk.letters.models import LetterVersion
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission


def steps_of(case: Case) -> tuple[Step, ...]:
    """The steps that letters of this case go through."""
    authority = the_authority()
    review = any(each.ended_on is None for each in case.reviews.all())
    return steps(authority.clearance, press_sight=authority.press_sight, review=review)


def digest_of(letter: LetterVersion) -> str:
    """What a clearing of this letter binds: its words and its files as they are now."""
    return bundle(letter, going_out(letter.case))


def taken(letter: LetterVersion, digest: str) -> list[Clearing]:
    """The steps taken that still hold: none of them for another text or other files."""
    every = letter.clearings.all()
    return [each for each in every if each.void_at is None and each.digest == digest]


def waits_for(letter: LetterVersion, digest: str) -> Step | None:
    """The step this letter waits for; None if every step is taken for exactly this digest."""
    return next_step(steps_of(letter.case), {each.step for each in taken(letter, digest)})


def why_not(letter: LetterVersion, step: Step, person: User, digest: str) -> str:
    """Why this person may not take this step; empty if they may."""
    if not step.permissions <= person.may:
        return f"This letter waits for somebody else: {step.words}."
    if letter.made_by_id == person.pk:
        return "You wrote this letter. Nobody clears their own work."
    if worked_on(letter, person):
        return "You worked on the decisions of this letter. Nobody clears their own work."
    before = taken(letter, digest)
    if step.apart and any(each.by_id == person.pk and each.step != "press" for each in before):
        return "You took another step of this clearance. Each step takes another person."
    return ""


def worked_on(letter: LetterVersion, person: User) -> bool:
    """Whether they signed a decision of this letter, or decided the review that it tells of."""
    signed = (d for d in letter.case.decisions.all() if d.ended_at is None)
    reviews = (r for r in letter.case.reviews.all() if r.ended_on is None)
    return any(d.signed_by_id == person.pk for d in signed) or any(
        r.decided_by_id == person.pk for r in reviews
    )


def may_clear(person: User) -> bool:
    """Whether anything can wait for this person."""
    return Permission.CLEAR in person.may
