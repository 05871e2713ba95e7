"""What to propose for which finding, and where it belongs in the letter.

Only words that decide nothing for the officer: particulars, standard sentences, and the name of
a limb that the letter's own words already describe. Blanks stand in square brackets.
"""

from dataclasses import dataclass

from answerable import law
from answerable.letters.phrases import Phrase
from answerable.model import Cite, Finding, Letter, Regime, Voice


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
    "review-incomplete",
    "eir-no-reg11",
    "foisa-s19-missing",
    "s50-missing",
)


def proposals(letter: Letter, findings: tuple[Finding, ...]) -> tuple[Proposal, ...]:
    """The proposals for ``findings``, in the order of the letter; others are left to people."""
    slugs = dict.fromkeys(finding.slug for finding in findings)
    made: list[Proposal] = []
    end = _before_sign_off(letter)
    said: set[str] = set()
    for slug in _IN_ORDER:
        if slug in slugs and (words := _paragraph(slug, letter)) not in said:
            made.append(Proposal(end, words, slug))
            said.add(words)
    for finding in findings:
        if finding.slug == "ncnd-no-underlying-matter":
            made += _matter(letter, finding)
    return tuple(sorted(made, key=lambda proposal: proposal.position))


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


def _paragraph(slug: str, letter: Letter) -> str:
    scottish = letter.regime in ("FOISA", "EISR") or letter.authority.scottish
    name = letter.authority.name or "[name of the authority]"
    if slug == "ncnd-no-caveat":
        return (
            "This reply should not be taken as an indication that the information you asked for "
            "is, or is not, held."
        )
    if slug in ("review-missing", "review-incomplete"):
        return (
            f"If you are dissatisfied with this reply you may ask {name} for an internal review. "
            "Please write to [address and email for reviews] within 40 working days of the date "
            "of this letter. Somebody who took no part in this reply will carry out the review, "
            "and you should have an answer within 20 working days."
        )
    if slug == "eir-no-reg11":
        return (
            "If you believe that we have not dealt with your request as the Regulations require, "
            "you may make representations to us in writing, free of charge, within 40 working "
            "days (regulation 11). Please write to [address and email for reviews]. We will "
            "reconsider and reply within 40 working days."
        )
    if slug == "foisa-s19-missing" or scottish:
        return (
            "If you are dissatisfied you may require a review within 40 working days by writing "
            "to [address and email for reviews]; we will reply within 20 working days. If you are "
            "then still dissatisfied you may apply to the Scottish Information Commissioner for a "
            f"decision within six months: {_commissioner('scotland')}."
        )
    law_name = (
        "regulation 18 of the Regulations" if letter.regime == "EIR" else "section 50 of the Act"
    )
    return (
        "If you are not content with the outcome of the review, you may apply to the Information "
        f"Commissioner for a decision under {law_name}: {_commissioner('uk')}."
    )


def _commissioner(where: str) -> str:
    """Where the Commissioner is, by post and online, as the law's data has it."""
    regulator = law.table("regulators")[where]
    return f"{regulator['name']}, {regulator['address']}, {regulator['online']}"


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
