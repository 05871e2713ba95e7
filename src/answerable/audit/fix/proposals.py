"""What to propose for which finding, and where it belongs in the letter.

Only words that decide nothing for the officer: particulars, standard sentences, and the name of
a limb that the letter's own words already describe. Blanks stand in square brackets.
"""

from dataclasses import dataclass

from answerable import law
from answerable.audit.fix import rights
from answerable.letters.phrases import Phrase
from answerable.model import Cite, Finding, Letter, Outcome, Regime, Span, Voice


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words to put at ``position`` of the letter's text.

    ``paragraph``: they stand on their own; otherwise they follow the words before them.
    """

    position: int
    words: str
    slug: str
    paragraph: bool = True


#: The paragraphs in the order in which they stand: first the review, then who hears of its outcome.
_IN_ORDER = (
    "ncnd-no-caveat",
    "review-missing",
    "eir-no-reg11",
    "foisa-s19-missing",
    "s50-missing",
)


def proposals(letter: Letter, findings: tuple[Finding, ...]) -> tuple[Proposal, ...]:
    """The proposals for ``findings``, in the order of the letter; others are left to people."""
    by_slug = {finding.slug: finding for finding in reversed(findings)}
    made: list[Proposal] = []
    end = _before_sign_off(letter)
    said: set[str] = set()
    for slug in _IN_ORDER:
        for words in _paragraphs(slug, letter) if slug in by_slug else ():
            if words not in said:
                made.append(Proposal(end, words, slug))
                said.add(words)
    if "review-incomplete" in by_slug:
        made += _times(letter, by_slug["review-incomplete"])
    for finding in findings:
        if finding.slug == "ncnd-no-underlying-matter":
            made += _matter(letter, finding)
    # At one place, what belongs to the review that the letter offers comes first.
    return tuple(sorted(made, key=lambda each: (each.position, each.slug != "review-incomplete")))


def _before_sign_off(letter: Letter) -> int:
    """The end of the authority's last words before it signs, or of the letter."""
    last = len(letter.text.rstrip())
    for block in letter.blocks:
        if block.voice is Voice.SIGNATURE:
            return last if block.span.start == 0 else _line_end(letter.text, block.span.start)
    return last


def _line_end(text: str, position: int) -> int:
    while position > 0 and text[position - 1].isspace():
        position -= 1
    return position


def _paragraphs(slug: str, letter: Letter) -> list[str]:
    """What to add for a finding; nothing where the letter has it and it is wrong otherwise."""
    if slug == "ncnd-no-caveat":
        return [
            "Nothing in this letter should be read as an indication that information of this kind "
            "is, or is not, held."
        ]
    under = rights.law_of(letter, slug)
    made = []
    if slug in ("review-missing", "eir-no-reg11", "foisa-s19-missing") and not _has_review(letter):
        made.append(rights.review(letter, under))
    if slug == "s50-missing" or (slug == "foisa-s19-missing" and not _has_regulator(letter)):
        made.append(rights.commissioner(under))
    return made


def _has_review(letter: Letter) -> bool:
    return letter.shows.review is not None or letter.outcome is Outcome.INTERNAL_REVIEW


def _has_regulator(letter: Letter) -> bool:
    route = letter.shows.regulator
    return route is not None and route.regulator == "SIC"


def _times(letter: Letter, finding: Finding) -> list[Proposal]:
    """The times that a review paragraph lacks, put at the end of its sentence."""
    words = rights.times(letter.shows.review, rights.law_of(letter, finding.slug))
    if not words or not isinstance(finding.where, Span):
        return []
    at = _line_end(letter.text, finding.where.end)
    if letter.text[at - 1 : at] == ":":  # "please write to:" and the address below it
        at = _end_of_next_paragraph(letter.text, at)
        return [Proposal(at, words.strip(), finding.slug)]
    return [Proposal(at, words, finding.slug, paragraph=False)]


def _end_of_next_paragraph(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    end = text.find("\n\n", position)
    return len(text.rstrip()) if end < 0 else _line_end(text, end)


#: Words of a letter that describe one matter of FOIA s.31(1), and no other.
_MATTERS = {
    "a": Phrase(r"prevent\w* .{0,20}(?:crime|terror|offend)|detect\w* .{0,15}crime|acts of terrorism", "prevent", "detect", "terror"),
    "b": Phrase(r"apprehen\w+|prosecut\w+|bring .{0,30}to justice", "apprehen", "prosecut", "justice"),
    "d": Phrase(r"(?:assessment|collection) of .{0,12}tax", "tax"),
    "e": Phrase(r"immigration control", "immigration"),
    "f": Phrase(r"good order in prison|security .{0,20}prison", "prison"),
}  # fmt: skip


def _matter(letter: Letter, finding: Finding) -> list[Proposal]:
    use = next(
        (u for u in letter.relied() if u.cite.number == "31" and u.cite.parts == ("3",)), None
    )
    if use is None:
        return []
    found = [letter_ for letter_, phrase in _MATTERS.items() if phrase.found(letter.own)]
    limbs = [Cite(Regime.FOIA, "31", ("1", letter_)) for letter_ in found]
    if not limbs:
        return []
    names = " and ".join(law.cites.spell(limb, "section") for limb in limbs)
    return [Proposal(use.spans[0].end, f" (with {names})", finding.slug, paragraph=False)]
