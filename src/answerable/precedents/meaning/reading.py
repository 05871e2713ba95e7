"""What of a letter the model reads: the words of its subject, as they stand.

"How many … were there in 2025/26?" is half of a short question, and a model that reads it finds
street lights like apprentices. So the words that every request has, and numbers, are left out.
"""

import re
from collections.abc import Collection

from answerable.precedents.clean import clean
from answerable.precedents.words import common, courtesy

#: Another number: vectors that were made from another reading are made again.
READING = "2"
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


def subject_of(text: str, names: Collection[str] = (), stock: Collection[int] = frozenset()) -> str:
    """The words of ``text`` that say what it is about; all of them where none does."""
    kept = clean(text, names, stock) or text
    empty = common() | courtesy()
    found = (word for word in _WORD.findall(kept) if not any(map(str.isdigit, word)))
    return " ".join(word for word in found if word.lower() not in empty) or kept
