"""Whether what was asked for is environmental, and whether the letter asked itself that.

EIR reg 2(1); EI(S)R reg 2(1). The sense of the words is judged in ``letters.triage``.
"""

from dataclasses import dataclass

from answerable.audit.rule import Case
from answerable.audit.wordings.asked import asked_words
from answerable.letters.phrases import Phrase
from answerable.letters.text import lower
from answerable.letters.triage import Reason, environmental
from answerable.model import Letter, Span

_WEIGHED = Phrase(
    r"\benvironmental information|\beirs?\b|\bei\(s\)rs?\b|\bsection 39\b|\b2004 regulations",
    "environmental information", "ei(s)r", "section 39", "2004 regulations", " eir", "(eir", "eir)", "/eir",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Environmental:
    """That a request is environmental: where the letter shows it, why, and how plainly."""

    where: Span | None
    reason: str
    plain: bool


def weighed_regimes(letter: Letter) -> bool:
    """Whether the letter speaks of the Regulations at all (applied, or considered and left)."""
    return _WEIGHED.found(letter.own)


def about_environment(letter: Letter, case: Case) -> Environmental | None:
    """The reading, or None where nothing that was asked for is plainly environmental."""
    parts = [question.text for question in letter.questions] or _given(case)
    if not parts:
        parts = [asked_words(letter, case)]
    found = [[r for r in environmental(lower(part)) if r.strength == "plain"] for part in parts]
    hits = [reasons for reasons in found if reasons]
    if not hits and len(parts) == 1 and letter.questions:
        # What was asked may stand in the authority's own words, beside words of the applicant.
        restated = environmental(asked_words(letter, case))
        hits = [each for each in [[r for r in restated if r.strength == "plain"]] if each]
    if not hits:
        return None
    words = hits[0][0].words
    where = lower(letter.flow).find(words)
    return Environmental(
        where=Span(where, where + len(words)) if where >= 0 else None,
        reason=f"“{words}”, {_regulations(letter)} reg.2(1)({hits[0][0].limb})",
        plain=2 * len(hits) >= len(parts) and _strong(hits),
    )


def _regulations(letter: Letter) -> str:
    scottish = letter.regime in ("FOISA", "EISR") or letter.authority.scottish
    return "EISR" if scottish else "EIR"


def _strong(hits: list[list[Reason]]) -> bool:
    """More than one word: a single one ("allotment", "fly-tippers") may be there for another reason."""
    return sum(map(len, hits)) > 1


def _given(case: Case) -> list[str]:
    return [question.text for question in case.request.questions] if case.request else []
