"""What was assumed, and what the result supports, in words for a public interest balance."""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING

from answerable.mosaic.question import Body, Kind, Question, Total

if TYPE_CHECKING:
    from answerable.mosaic.analysis import Analysis, IfAnswered

# Below this, a change in another body's probability is called small; the level is stated.
SMALL = 0.001


def assumptions(
    *,
    total: Total | None,
    share: float | None,
    bodies: Sequence[Body],
    markers: Mapping[str, tuple[int, int | None]],
    listed: int,
    declared: int,
    by_population: int,
    defaults: int,
    mean: float,
    dispersion: float,
    regional: bool,
    strict: bool,
) -> tuple[str, ...]:
    """One sentence for each thing the result rests on."""
    return (
        *_of_total(total, bodies, regional=regional),
        *_of_policy(share, strict=strict),
        *_of_priors(
            total, (listed, declared, defaults), by_population, mean=mean, dispersion=dispersion
        ),
        *_of_answers(bodies, markers, strict=strict),
        "Bodies are independent of one another beforehand, and every body reads the question alike.",
    )


def _of_total(total: Total | None, bodies: Sequence[Body], *, regional: bool) -> Iterator[str]:
    if total:
        yield f"The total over the {count_of(len(bodies))} listed is taken to be {total}."
    elif regional:
        yield "Only regional totals are known; they tie the bodies of a region together."
    else:
        yield (
            "No total is known, so one body's answer tells nothing of another's number, only of the policy."
        )
    if total and total.lo == total.hi:
        yield (
            "An exact total is the severest supposition. A published “as many as” is a ceiling, and may count "
            "something else: then give a range from 0."
        )
    if total and total.lo != total.hi and not total.weights:
        yield "Beforehand, no total in that range is favoured beyond what the priors say."


def _of_policy(share: float | None, *, strict: bool) -> Iterator[str]:
    if share is None:
        yield (
            "The share of bodies that neither confirm nor deny whatever they hold is not known: "
            "21 values from 0 to 1 are weighed, each as likely as the next beforehand."
        )
    else:
        yield (
            f"A share of {share:g} of bodies neither confirm nor deny whatever they hold; the others do so "
            "only when they have cases, and say “none” when they have not."
        )
    if share == 1 and not strict:
        yield "A body that gave a number or said “none” departed from that policy and told the truth."


def _of_priors(
    total: Total | None,
    how_many: tuple[int, int, int],
    by_population: int,
    *,
    mean: float,
    dispersion: float,
) -> Iterator[str]:
    listed, declared, defaults = how_many
    if listed:
        yield f"Priors of {count_of(listed)} are as listed in the file."
    if declared:
        yield (
            f"Priors of {count_of(declared)} are negative binomial with the mean and dispersion declared "
            "(Poisson where no dispersion is)."
        )
    if defaults:
        source = "the middle of the total" if total else "one case a body"
        how = "in proportion to population" if by_population else "equally"
        yield (
            f"Priors of {count_of(defaults)} are the default: negative binomial, the mean shared {how} from "
            f"{source} ({mean:.3g} for the first), dispersion {dispersion:g}. Nobody measured this; "
            "give means of your own if you have them."
        )


def _of_answers(
    bodies: Sequence[Body], markers: Mapping[str, tuple[int, int | None]], *, strict: bool
) -> Iterator[str]:
    for marker, (lo, hi) in markers.items():
        yield f"“{marker}” stands for {lo} to {hi if hi is not None else 'any number'}."
    if any(body.past for body in bodies):
        yield (
            "Numbers are cumulative: an earlier answer is a floor for today's, and shows the body's policy."
        )
    if not strict and any(each.kind is Kind.NCND for body in bodies for each in body.past):
        yield (
            "A body that neither confirmed nor denied before may change its policy and answer openly; "
            "its open answer is then taken to be true."
        )
    if any(body.answer.kind in (Kind.REFUSED, Kind.SILENT) for body in bodies):
        yield "“Refused” and “silent” are taken to say nothing about the number."


def overlaps(question: Question) -> tuple[str, ...]:
    """What is done where regional totals share bodies; nothing where they do not."""
    apart = question.apart
    others = [name for name, _ in question.regions if name not in apart]
    if not others:
        return ()
    return (
        f"The totals of some regions share bodies. The intervals use every total; the probabilities use those of "
        f"{some_of(apart)}, and of {some_of(others)} only the intervals they prove.",
    )


def supports(
    analysis: "Analysis",
    before: "Analysis | None",
    options: Sequence["IfAnswered"],
    me: str,
    consistent: "IfAnswered | None" = None,
) -> tuple[str, ...]:
    """What the numbers do and do not support, one sentence or two each, welcome or not.

    ``consistent`` is the answer "none" once more, had every body always neither confirmed nor denied.
    """
    if analysis.contradiction:
        return (
            f"The answers and assumptions cannot all hold. {analysis.contradiction.why} "
            "A careful reader sees this too. Nothing else can be concluded until an answer or an assumption is corrected.",
        )
    lines = [_fixed(analysis, me)]
    lines.extend(_of_none(options, me))
    lines.extend(_of_none_if_consistent(analysis, consistent, me))
    lines.extend(_policy(analysis, me))
    if before is not None and before.chances is not None:
        n = [body.name for body in before.question.bodies].index(me)
        lo, hi = before.intervals[n]
        lines.append(
            f"Before {me} says anything, the other answers leave its number at {between(lo, hi)} and the "
            f"probability that it has cases at {before.chances.bodies[n].p_has_cases:.4f}. "
            "That much is given away already and no answer takes it back."
        )
    lines.append(
        "Small steps add up: many bodies that say “none” narrow the rest together, even where no single one "
        "does. That supports a policy agreed by all and kept by all; it is not a reason peculiar to one body."
    )
    lines.append(
        "This is arithmetic on stated assumptions. It does not say whether anybody could be identified, whether harm "
        "would be likely, or where the public interest lies; a person must decide those on evidence."
    )
    return tuple(lines)


def small(change: float) -> str:
    """A change of a probability; none is said as such and not as 0.0000."""
    if change < 1e-12:
        return "none"
    return "less than 0.0001" if change < 0.00005 else f"{change:.4f}"


def between(lo: int, hi: int | None) -> str:
    """An interval in words."""
    if hi is None:
        return f"{lo:,} or more"
    return f"exactly {lo:,}" if lo == hi else f"{lo:,} to {hi:,}"


def count_of(n: int) -> str:
    """So many bodies."""
    return "1 body" if n == 1 else f"{n:,} bodies"


def some_of(names: Sequence[str], most: int = 12) -> str:
    """Names in a row, the first few of many."""
    shown = ", ".join(names[:most])
    return shown + (f" and {len(names) - most:,} more" if len(names) > most else "")


def _fixed(analysis: "Analysis", me: str) -> str:
    told = [
        body.name
        for body, (lo, hi) in zip(analysis.question.bodies, analysis.intervals, strict=True)
        if lo == hi and body.answer.lo != body.answer.hi
    ]
    if not told:
        return "The arithmetic fixes the number of no body that did not give it itself."
    return f"The arithmetic alone fixes the number of {some_of(told, 5)}, though they did not give it: it is disclosed already."


def _of_none(options: Sequence["IfAnswered"], me: str) -> list[str]:
    for option in options:
        if option.answer.kind is not Kind.NONE or option.contradiction or not option.moved:
            continue
        change = option.largest_change
        words = (
            f"If {me} answers “none”, the other body it moves most is {option.moved}: its probability of having "
            f"cases goes from {option.moved_from:.4f} to {option.moved_to:.4f}, a change of {small(change)}."
        )
        if change <= SMALL:
            return [
                words
                + f" No other body moves by more than {SMALL:g}. So the argument that this one answer helps to draw "
                "the wider picture is weak on these figures: this does not by itself justify neither confirming nor denying."
            ]
        return [
            words
            + f" That is more than {SMALL:g}. It can be put into the balance as a measured effect; whether it "
            "matters depends on what the other body's number would reveal."
        ]
    return []


def _of_none_if_consistent(
    analysis: "Analysis", consistent: "IfAnswered | None", me: str
) -> list[str]:
    """How much of the change is about numbers, and how much about the policy."""
    if consistent is None or not consistent.moved or analysis.question.always_ncnd == 1:
        return []
    change = consistent.largest_change
    moved = (
        f"move no other body by more than {ceil(change * 1e4) / 1e4:g}"
        if change > 1e-12
        else "move nobody"
    )
    return [
        "Had the bodies that neither confirmed nor denied done so whatever they hold, "
        f"{me}'s “none” would {moved}. Any change beyond that is what a reader learns about the policy and not "
        "about numbers; a policy that is kept, and seen to be kept, removes it."
    ]


def _policy(analysis: "Analysis", me: str) -> list[str]:
    lines = []
    question = analysis.question
    ncnd = [n for n, body in enumerate(question.bodies) if body.answer.kind is Kind.NCND]
    if ncnd and question.always_ncnd == 0:
        lines.append(
            "Neither confirming nor denying only when there are cases is a confession: under that policy every body "
            "that does so is known to have cases (probability 1). The policy defeats its purpose."
        )
    switched = [
        question.bodies[n].name for n in ncnd if any(each.open for each in question.bodies[n].past)
    ]
    if switched:
        lines.append(
            f"Answered openly before, and now neither confirmed nor denied: {some_of(switched, 5)}. Read under the "
            "two policies assumed here, the change itself tells that there are cases."
        )
    if ncnd and question.always_ncnd == 1 and not switched:
        lines.append(
            "A body that always neither confirms nor denies tells nothing by doing so. The protection lies in the "
            "consistency, and is lost the first time the form of answer depends on what is held."
        )
    if ncnd and question.always_ncnd is None:
        lines.append(
            "How much an NCND answer tells depends on how many bodies give it whatever they hold; the picture "
            "shows by how much. Evidence of consistent practice is worth more here than any other fact."
        )
    return lines
