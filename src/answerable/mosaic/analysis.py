"""The whole answer to one puzzle: intervals, chances, contradictions, "if we answer X"."""

from dataclasses import dataclass, replace

from answerable.mosaic.chance import Chances
from answerable.mosaic.chances import chances, support
from answerable.mosaic.intervals import Interval, intervals, own_interval, too_few, too_many
from answerable.mosaic.question import SILENT, Answer, Contradiction, Kind, Question


@dataclass(frozen=True, slots=True)
class Analysis:
    """``contradiction`` is None, or the rest is empty."""

    question: Question
    intervals: tuple[Interval, ...] = ()
    chances: Chances | None = None
    contradiction: Contradiction | None = None


@dataclass(frozen=True, slots=True)
class IfAnswered:
    """What one possible answer of ours would tell.

    ``lo``, ``hi``, ``p_has_cases``: ourselves. ``moved``: the other body it moves most, from
    ``moved_from`` to ``moved_to`` in probability of having cases, compared with our silence.
    """

    answer: Answer
    lo: int = 0
    hi: int | None = None
    p_has_cases: float = 0.0
    moved: str = ""
    moved_from: float = 0.0
    moved_to: float = 0.0
    narrowed: int = 0  # other bodies whose interval becomes narrower
    contradicts_past: bool = False
    contradiction: Contradiction | None = None

    @property
    def largest_change(self) -> float:
        """Of any other body's probability, in either direction."""
        return abs(self.moved_to - self.moved_from)


def analyse(question: Question) -> Analysis:
    """Intervals and chances, or the contradiction that leaves none."""
    limits = intervals(question)
    if isinstance(limits, Contradiction):
        return Analysis(question, contradiction=limits)
    found = chances(question)
    if found is None:
        return Analysis(question, limits, contradiction=_under_policy(question))
    return Analysis(question, limits, found)


def if_answered(
    question: Question, me: str, answers: tuple[Answer, ...]
) -> tuple[Analysis, tuple[IfAnswered, ...]]:
    """The analysis had we stayed silent (what others have given away), and each possible answer."""
    before = analyse(question.answering(me, SILENT))
    return before, tuple(_one(question, me, answer, before) for answer in answers)


def _one(question: Question, me: str, answer: Answer, before: Analysis) -> IfAnswered:
    asked = question.answering(me, answer)
    ours = next(n for n, body in enumerate(asked.bodies) if body.name == me)
    body = asked.bodies[ours]
    lo, hi = own_interval(body)
    alone = support(replace(body, listed_prior=False), asked.always_ncnd, strict=asked.strict)
    past = bool(body.past) and ((hi is not None and lo > hi) or alone is None)
    after = analyse(asked)
    if after.chances is None:
        return IfAnswered(answer, contradicts_past=past, contradiction=after.contradiction)
    lo, hi = after.intervals[ours]
    made = IfAnswered(answer, lo, hi, after.chances.bodies[ours].p_has_cases, contradicts_past=past)
    if before.chances is None or len(asked.bodies) < 2:
        return made
    moves = [
        (abs(now.p_has_cases - then.p_has_cases), -n)
        for n, (then, now) in enumerate(
            zip(before.chances.bodies, after.chances.bodies, strict=True)
        )
        if n != ours
    ]
    other = -max(moves)[1]
    return replace(
        made,
        moved=asked.bodies[other].name,
        moved_from=before.chances.bodies[other].p_has_cases,
        moved_to=after.chances.bodies[other].p_has_cases,
        narrowed=sum(
            then != now
            for n, (then, now) in enumerate(zip(before.intervals, after.intervals, strict=True))
            if n != ours
        ),
    )


def _under_policy(question: Question) -> Contradiction:
    """Why no numbers fit, once the priors and the policy are taken at their word."""
    share, names = question.always_ncnd, [body.name for body in question.bodies]
    limits = [support(body, share, strict=question.strict) for body in question.bodies]
    for body, limit in zip(question.bodies, limits, strict=True):
        if limit is None:
            return Contradiction((body.name,), _alone(question, body.name))
    least = [limit[0] for limit in limits if limit]
    most = [limit[1] for limit in limits if limit]
    scopes = [("the total", question.total, list(range(len(names))))] + [
        (
            f"the total of {name}",
            total,
            [n for n, b in enumerate(question.bodies) if name in b.regions],
        )
        for name, total in question.regions
    ]
    for words, total, group in scopes:
        if total is None:
            continue
        some = [names[n] for n in group]
        found = too_many(some, [least[n] for n in group], total.hi, words) or too_few(
            some, [most[n] for n in group], total.lo, words
        )
        if found:
            why = f"By the priors and the policy assumed: {found.why}{_lesson(question, found.bodies)}"
            return replace(found, why=why)
    needed = _fewest(question)
    return Contradiction(
        tuple(needed), "No numbers that the priors allow meet these answers and the total together."
    )


def _lesson(question: Question, bodies: tuple[str, ...]) -> str:
    """What follows if bodies that neither confirm nor deny are taken to have cases."""
    ncnd = {body.name for body in question.bodies if body.answer.kind is Kind.NCND}
    if question.always_ncnd != 0 or not ncnd & set(bodies):
        return ""
    return (
        " So not every body that neither confirmed nor denied can have a case:"
        " some do so whatever they hold, and a share of always-NCND bodies of 0 is refuted."
    )


def _alone(question: Question, name: str) -> str:
    body = next(each for each in question.bodies if each.name == name)
    said = body.answer.said
    if question.strict and question.always_ncnd == 1 and body.answer.open:
        return f"{name} said “{said}”, but the policy given is that every body always neither confirms nor denies."
    if question.always_ncnd == 1 and body.past:
        return f"{name} said “{said}”, which its earlier answers and the policy given do not allow."
    if body.past:
        earlier = ", ".join(f"“{each.said}”" for each in body.past)
        return (
            f"{name} said {earlier} before and “{said}” now, "
            "which neither of the two policies allows with its prior."
        )
    return f"{name} said “{said}”, which its prior gives no chance."


def _fewest(question: Question) -> list[str]:
    """A set of answers that conflict and of which none can be spared (all, if there are many)."""
    names = [body.name for body in question.bodies]
    if len(names) > 60:
        return names
    kept = list(names)
    for name in names:
        if question.bodies[names.index(name)].answer.kind is Kind.SILENT:
            kept.remove(name)
            continue
        trial = question.answering(name, SILENT)
        if chances(trial) is None:
            question = trial
            kept.remove(name)
    return kept or names
