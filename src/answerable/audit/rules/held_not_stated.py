"""A refusal that never says whether the information is held.

FOIA s.1(1)(a), also where cost is the reason (s.12(1)); FOISA s.16(1)(a): unless the duty to confirm or deny is excluded, the applicant is told.
"""

from collections.abc import Iterator

from answerable.audit.rule import Case, Rule
from answerable.audit.wordings.duty import duty_to, foia, names_a_ground
from answerable.audit.wordings.lines import plainly
from answerable.letters.phrases import Phrase
from answerable.model import Certainty, Cite, Finding, Letter, Outcome, Severity

RULE = Rule(
    code="SN107",
    slug="held-not-stated",
    cites=(foia("1", "1", "a"),),
    why=(
        "The Act gives two rights, and the first is to be told whether the information is held. "
        "Withholding the information does not answer that."
    ),
    fix=(
        "Say plainly for each part that the information is held, or is not; or rely on the "
        "provision that excludes the duty to confirm or deny."
    ),
)
_OUTCOMES = (Outcome.REFUSED, Outcome.ALREADY_ACCESSIBLE, Outcome.FUTURE_PUBLICATION)
# Not a confirmation in so many words, but a reader would take it for one.
_IMPLIED = Phrase(
    r"\bwe have (?:the|a|an|these|those|it|this|two|three|\d)|in our (?:records|files|possession)|the (?:report|contract|document|file|record|email)s? (?:is|are|was|contains?)",
    "we have", "in our", "the ",
)  # fmt: skip
# "The registers are kept in our strong room", "yes, we have what you describe", "in our possession".
_IN_EFFECT = Phrase(
    r"\b(?:is|are|was|were) (?:all |now |both |still )?(?:kept|stored|filed|lodged|locked) (?:away )?(?:in|at|on|with|by|under) (?:our|us\b|the (?:[\w'-]+ ){0,2}(?:office|store|archive|strong ?room|safe|cabinet|drive|system|registry|library|department|clerk))"
    r"|\b(?:in|into|within) (?:our|the (?:council|trust|university|board|department|authority|force|school|college|agency)'s) (?:possession|hands|keeping|custody|archives?|safe|strong ?room)\b"
    r"|\b(?:we|the (?:[\w'-]+ )?(?:council|trust|university|board|department|authority|force|school|college|agency|office|team)) (?:do |does |certainly )?(?:have|has) (?:what you|(?:such|these|those)(?! (?:power|dut|rule|oblig|provision|right|polic|reason|concern))|all of|both|the (?:report|register|document|file|contract|record|minutes|letters?|e-?mails?|information)|(?:two|three|four|five|six|\d+) (?:such |of )?[a-z]+)",
    "kept", "stored", "filed", "lodged", "locked", "possession", "hands", "keeping", "custody", "archive", "safe", "strong", "have", "has",
)  # fmt: skip
_OPEN = Phrase(
    r"\b(?:if|whether|any|would|not|n't|requests|previously|received|asked)\b",
    "if", "whether", "any", "would", "not", "n't", "requests", "previously", "received", "asked",
)  # fmt: skip
# An estimate of work on things that are there says in effect that they are held.
_WORKED = Phrase(
    r"\b(?:find|locat|retriev|extract|open|read|search|go through|check|examin|collat|sort|review)\w*\b.{0,40}\b(?:the|all|each|every|them|it|"
    r"these|those|\d)|\bthere (?:is|are|were) (?:about |some |over |around )?(?:\d|[a-z]+ (?:hundred|thousand))",
    "find", "locat", "retriev", "extract", "open", "read", "search", "through", "check", "examin", "collat", "sort", "review", "there",
)  # fmt: skip


@RULE.on_letter
def check(letter: Letter, case: Case) -> Iterator[Finding]:
    """Fire when something is withheld and nothing says that it is held."""
    duty = duty_to("held", letter)
    if duty is None or letter.ncnd:
        return
    yield from _of_a_part(letter, duty)
    if not (letter.outcome in _OUTCOMES or _costs(letter)):
        return
    shows = letter.shows
    if shows.held or shows.not_held or shows.supplied:
        return
    if any(True for _ in plainly(_IN_EFFECT, _OPEN, letter.own)):
        return
    implied = _IMPLIED.search(letter.own) is not None or names_a_ground(letter)
    yield RULE.finding(
        letter,
        shows.withheld,
        f"The notice does not say whether the information is held, required by {duty}.",
        certainty=Certainty.LIKELY if implied else Certainty.SURE,
        severity=Severity.MEDIUM if implied else None,
        cites=(duty,),
    )


def _of_a_part(letter: Letter, duty: Cite) -> Iterator[Finding]:
    """One question is answered, another refused, and of neither is it said that it is held."""
    if letter.outcome is not Outcome.PARTIAL or letter.shows.held or letter.shows.not_held:
        return
    for answer in letter.answers:
        if answer.outcome is Outcome.REFUSED and answer.spans:
            yield RULE.finding(
                letter,
                answer.spans[0],
                f"The notice does not say whether the information for question "
                f"{', '.join(answer.numbers)} is held, required by {duty}.",
                certainty=Certainty.LIKELY,
                severity=Severity.MEDIUM,
                cites=(duty,),
            )
            return


def _costs(letter: Letter) -> bool:
    """A refusal on s.12(1): unlike s.12(2), it leaves the duty to say whether anything is held."""
    limb = foia("12", "1")
    if letter.outcome is not Outcome.COST_LIMIT or _WORKED.found(letter.own):
        return False
    return any(use.cite == limb for use in letter.relied())


@RULE.on_second_look
def look(letter: Letter, case: Case) -> Iterator[Finding]:
    """A question is refused in a passage that does not say whether anything is held."""
    duty = duty_to("held", letter)
    if duty is None or letter.outcome is Outcome.NCND:
        return
    for answer in letter.answers:
        words = " ".join(letter.own[s.start : s.end] for s in answer.spans)
        if (
            answer.outcome is Outcome.REFUSED
            and not _SAID.found(words)
            and not _SAID.found(letter.own)
        ):
            yield RULE.hint(
                letter,
                answer.spans[0],
                f"Check that the notice says whether this is held ({duty}).",
            )


_SAID = Phrase(
    r"\b(?:hold|holds|held|have (?:it|this|these|both|all|them)|has (?:it|this|these|both|all|them))\b",
    "hold",
    "held",
    "have",
    "has",
)
