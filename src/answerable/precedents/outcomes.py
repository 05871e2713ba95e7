"""The words that logs have for an outcome, as the outcomes of the command-line contract."""

import re

# First that fits; what is refused in part comes before what is refused. Words, not whole cells.
_KINDS = (
    ("ncnd", r"\bncnd\b|neither confirm|confirm n?or deny"),
    ("partial", r"\bpart(?:ly|ial|ially)?\b|some information|in part\b"),
    ("not_held", r"not held|no information held|does not hold|do not hold|not hold"),
    ("cost_limit", r"\bcost|appropriate limit|\bs(?:ection)?\.? ?12\b|fees exceed"),
    ("vexatious", r"vexatious|manifestly unreasonable"),
    ("repeated", r"\brepeat"),
    ("already_accessible", r"already|otherwise available|reasonably accessible|\bs(?:ection)?\.? ?21\b"),
    ("future_publication", r"future publication|intended for|\bs(?:ection)?\.? ?22\b"),
    ("clarification", r"clarif"),
    ("transfer", r"transfer"),
    ("refused", r"refus|reject|withheld|not disclosed|exempt(?:ed|ion)?\b|not released|non.?disclosure|not supplied"),
    ("full", r"\bfull|success|disclosed|released|granted|supplied|provided|\ball information\b|complete"),
)  # fmt: skip
_PATTERNS = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _KINDS)
_OPEN = {"full": 3, "already_accessible": 2, "partial": 2, "refused": 1, "vexatious": 1,
         "cost_limit": 1, "future_publication": 1, "ncnd": 0}  # fmt: skip


def kind_of_outcome(words: str) -> str:
    """The outcome that ``words`` mean, "" where they mean none that is known."""
    words = words.replace("_", " ")
    return next((kind for kind, pattern in _PATTERNS if pattern.search(words)), "")


def openness(kind: str) -> int | None:
    """How much an outcome gives, 0 to 3; None where it is neither more nor less (not held)."""
    return _OPEN.get(kind)
