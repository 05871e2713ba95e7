"""What a letter is about: the telling words of a sentence, to see whether two speak of one thing."""

from answerable.audit.wordings.once import once
from answerable.letters.patterns import compiled
from answerable.model import Letter

_WORD = compiled(r"[a-z][a-z-]{3,}|\b20\d\d\b")
_COMMON = frozenset(
    [
        "that",
        "this",
        "with",
        "from",
        "have",
        "been",
        "were",
        "what",
        "which",
        "whether",
        "about",
        "there",
        "their",
        "they",
        "would",
        "could",
        "information",
        "number",
        "numbers",
        "held",
        "hold",
        "holds",
        "holding",
        "confirm",
        "deny",
        "denies",
        "confirms",
        "denied",
        "council",
        "force",
        "trust",
        "department",
        "authority",
        "board",
        "section",
        "under",
        "since",
        "after",
        "into",
        "also",
        "only",
        "some",
        "such",
        "your",
        "request",
        "requested",
        "asked",
        "copy",
        "copies",
        "public",
        "interest",
        "answer",
        "answers",
        "does",
        "because",
        "being",
        "likely",
        "prejudice",
        "duty",
        "when",
        "then",
        "them",
        "these",
        "those",
        "than",
        "more",
        "most",
        "other",
        "between",
    ]
)
_STEM = 5  # letters


def stems(words: str) -> set[str]:
    """The telling words of a lower-case sentence, by their beginnings: "camera", "cameras" are one."""
    return {word[:_STEM] for word in _WORD.findall(words) if word not in _COMMON}


@once
def asked_about(letter: Letter) -> frozenset[str]:
    """The telling words of the questions."""
    return frozenset(stems(" ".join(question.text.lower() for question in letter.questions)))
