"""Letters in Welsh: known as such, so that nobody takes the silence of English rules for a verdict.

The cites, the names of the two laws, dates, references and addresses are read in Welsh; what the
letter decides and shows is not.
"""

import re

from answerable.letters.patterns import compiled

#: What a reader is told of such a letter, wherever its audit is shown.
NOTE = (
    "The letter is in Welsh and the rules read English: it was checked for its cites, dates and "
    "addresses only. What it decides and shows was not judged; have its English twin checked."
)

# Words that every text of the one language is full of and the other does not have.
_WELSH = frozenset(
    [
        "yn",
        "yr",
        "mae",
        "wedi",
        "gan",
        "dan",
        "eich",
        "ein",
        "sydd",
        "hon",
        "hwn",
        "hwnnw",
        "gallwch",
        "nid",
        "nad",
        "rydym",
        "ydym",
        "bydd",
        "byddwn",
        "neu",
        "i'r",
        "o'r",
        "a'r",
        "ei",
        "ar",
        "gyfer",
        "oherwydd",
        "hynny",
        "fel",
        "wrth",
        "gyda",
        "oes",
        "ond",
        "yw",
        "a'i",
        "wybodaeth",
        "cais",
        "adran",
        "ddeddf",
        "eraill",
        "os",
        "ydych",
        "chi",
    ]
) - {"am"}
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "is",
        "are",
        "was",
        "under",
        "your",
        "our",
        "this",
        "that",
        "which",
        "for",
        "have",
        "has",
        "not",
        "by",
        "with",
        "from",
        "it",
        "we",
        "you",
    ]
)
_FEWEST = 20  # words; in fewer nothing can be told
_SHARE = 0.08
_WORDS = re.compile(r"[a-zâêîôûŵŷäëïöü'’-]+")
_LOOKED_AT = 20_000  # characters

# The authority speaks of the request it answers, or of what it does.
_REPLIES = compiled(
    r"\b(?:eich|i['’]ch) (?:\w+ )?(?:cais|ceisiadau|gais|e-bost|ymholiad|neges|llythyr)\b|\bgofyn(?:noch|nwyd|asoch)\b|\bein (?:hymateb|penderfyniad|hateb)\b"
    r"|\brydym(?: ni)? (?:yn|wedi)\b|\bnid ydym\b|\badolygiad mewnol\b"
)
# The applicant asks on his own behalf.
_ASKS = compiled(
    r"\b(?:hoffwn|fy nghais|a allwch chi|a wnewch chi|rwy['’]n gofyn|anfonwch ataf|rhowch i mi)\b"
)
_A_REQUEST = (
    "It reads as a request for information in Welsh, not as a reply to one; “answerable questions” "
    "reads requests in English."
)
_NEITHER = "It is in Welsh, and does not read as a reply to a request for information."


def in_welsh(text: str) -> bool:
    """Whether ``text`` is in Welsh alone: a letter in both languages is read in English."""
    if " yn " not in text:  # hardly a sentence does without
        return False
    words = _WORDS.findall(text[:_LOOKED_AT].lower().replace("’", "'"))
    welsh = sum(word in _WELSH for word in words)
    english = sum(word in _ENGLISH for word in words)
    return len(words) >= _FEWEST and welsh >= _SHARE * len(words) and welsh > 5 * english


def no_reply_in_welsh(text: str) -> str | None:
    """None where a text in Welsh is a reply; otherwise one sentence that says what it is instead."""
    low = text.lower()
    if _REPLIES.search(low) is not None:
        return None
    return _A_REQUEST if _ASKS.search(low) is not None else _NEITHER
