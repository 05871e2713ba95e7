"""Words of a text as search compares them: no accents, no case, English plurals as singulars."""

import re
import unicodedata

LONGEST = 40
_WORD = re.compile(r"\w+")
# Words that stand in nearly every request: they tell nothing apart.
_COMMON = frozenset(
    """a about act all an and any are as ask at be been but by can could council dear do does each
    every for freedom from has have how i if in information is it its kind like list many may me
    most much my no not number of on or our out per please provide regards request same send since
    sincerely so some tell than thank thanks that the their them there these they this to total
    under until up us was we were what when where which who why will with would year yes you your
    yours faithfully""".split()  # noqa: SIM905 - a table of words, not code
)


def words(text: str) -> list[str]:
    """Every word of ``text``, in order, as it is compared."""
    flat = unicodedata.normalize("NFKD", text.casefold())
    flat = "".join(c for c in flat if not unicodedata.combining(c))
    return [_singular(word)[:LONGEST] for word in _WORD.findall(flat)]


def telling(text: str) -> list[str]:
    """The words that tell a subject apart, each once, in order."""
    return [w for w in dict.fromkeys(words(text)) if len(w) > 1 and w not in _COMMON]


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1]
