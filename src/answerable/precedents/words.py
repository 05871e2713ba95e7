"""A text to words: lower case, accents folded, a plural ``s`` dropped."""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

import yaml

# Linear: one class, no nesting.
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Every word of ``text`` in order, in the form in which words are compared."""
    text = text.replace("’", "").replace("'", "").lower()
    if not text.isascii():
        text = "".join(
            each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each)
        )
    return [_singular(word) for word in _WORD.findall(text)]


def has_words(text: str) -> bool:
    """Whether ``text`` holds any word at all."""
    return _WORD.search(text) is not None


def content(text: str) -> list[str]:
    """The words of ``text`` that say what is asked, in order."""
    empty = common() | courtesy()
    return [word for word in words(text) if word not in empty]


@lru_cache(50_000)
def _singular(word: str) -> str:
    """A light hand: "notices" and "notice" are one word, "bus" and "gas" stay."""
    if len(word) < 4 or word[-1] != "s" or word[-2] in "sui":
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1]


@cache
def _lists() -> dict[str, frozenset[str]]:
    text = Path(__file__).with_name("stock.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return {name: frozenset(words(line)) for name, line in yaml.load(text, loader).items()}  # noqa: S506


@cache
def common() -> frozenset[str]:
    """Words that every text has."""
    return _lists()["common"]


@cache
def courtesy() -> frozenset[str]:
    """Words that only say that something is asked for."""
    return _lists()["courtesy"]


@cache
def stock() -> frozenset[str]:
    """Words that only say how an answer should be given."""
    return _lists()["stock"] | courtesy() | common()
