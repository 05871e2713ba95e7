"""Signs of a way to ask again that a reader would see, though it is not called a review."""

from answerable.audit.wordings.lines import plainly
from answerable.letters.phrases import Phrase
from answerable.model import Letter

_AGAIN = Phrase(
    r"\b(?:think|look(?:ed)?)\b.{0,30}\bagain\b|\bre-?consider|\breview\b|\brepresentations\b|\bre-?examine|\bfresh look"
    r"|\b(?:complain|appeal|object)\w* (?:to (?:us|the)|in writing|about)|\bsecond opinion\b|\b(?:you|us) (?:think|thought|believe|feel|say)\b.{0,40}\b(?:missed|wrong|mistaken|mistake)\b|\b(?:give|gives|giving) you (?:his|her|their|its|the) (?:conclusions?|decision)\b",
    "missed", "wrong", "mistake", "conclusion", "decision", "again", "consider", "review", "representations", "examine", "fresh look", "complain", "appeal", "object", "second",
)  # fmt: skip
_COMMISSIONER = Phrase(r"\bcommissioner|\bico\b|\btribunal", "commissioner", "ico", "tribunal")


def hints_at_review(letter: Letter) -> bool:
    """Whether some sentence, not about the Commissioner, speaks of looking at the answer again."""
    return any(True for _ in plainly(_AGAIN, _COMMISSIONER, letter.own))
