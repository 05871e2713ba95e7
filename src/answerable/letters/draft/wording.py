"""The sentences of a notice as data, a file a language; the shapes of words that they ask for.

Each language has the same keys with the same placeholders. What is Scottish is in English alone.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from answerable.model.decision import Language

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: A number or letter that begins with a vowel when it is read in Welsh: un, wyth, un deg un.
_WELSH_VOWELS = "aeiouwyâêîôûŵŷ"


class Name(str):
    """A provision in words, which a sentence may ask for in a form: ``{cite:soft}``."""

    __slots__ = ()

    def __format__(self, form: str) -> str:
        """``start`` begins a sentence; ``soft`` is the soft mutation of Welsh."""
        if form == "start":
            return self[:1].upper() + self[1:]
        return softened(self) if form == "soft" else str(self)


def softened(words: str) -> str:
    """A Welsh provision after a preposition: "o dan reoliad 12", and "adran" as it is."""
    return f"r{words[2:]}" if words.startswith("rh") else words


@dataclass(frozen=True)
class Wording:
    """The sentences of one language.

    ``checked``: whether a translator has read them.
    """

    language: Language
    tag: str
    checked: bool
    draft: str
    months: tuple[str, ...]
    small: tuple[str, ...]
    units: dict[str, dict[Any, str]]
    words: dict[str, str]

    def __call__(self, key: str, **said: object) -> str:
        """The sentence ``key`` with its placeholders filled. Raises KeyError for another."""
        return self.words[key].format(**said)

    def first(self, *keys: str, **said: object) -> str:
        """The sentence of the first key that there is."""
        return self(next(key for key in keys if key in self.words), **said)

    def counted(self, number: int, unit: str) -> str:
        """A length of time: "six weeks", "chwe wythnos"."""
        forms = self.units[unit]
        shown = self.small[number] if number < len(self.small) else str(number)
        return forms.get(number, forms["any"]).format(n=shown)

    def listed(self, items: tuple[str, ...], *, alternative: bool = False) -> str:
        """Items with a word before the last: "1, 2 and 4", "1, 2 ac 8"."""
        if len(items) == 1:
            return items[0]
        key = "join.or" if alternative else "join.and.vowel" if _vowel(items[-1]) else "join.and"
        return self(key, first=", ".join(items[:-1]), last=items[-1])


def _vowel(words: str) -> bool:
    digits = words[: len(words) - len(words.lstrip("0123456789"))]
    if digits:  # un, wyth, un deg un to un deg naw, wyth deg
        return digits in ("1", "8") or (len(digits) == 2 and digits[0] in "18" and digits != "10")
    return words[:1].lower() in _WELSH_VOWELS


@cache
def wording(language: Language) -> Wording:
    """The sentences of a language. Read once."""
    text = (files("answerable.letters.draft") / "wordings" / f"{language}.yaml").read_text("utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=_LOADER)  # noqa: S506  # safe in both
    return Wording(
        language=language,
        tag=data["tag"],
        checked=data["checked"],
        draft=data["draft"],
        months=tuple(data["months"]),
        small=tuple(data["small"]),
        units=data["units"],
        words=data["words"] | data.get("scottish", {}),
    )
