"""Letters in Welsh: when a case has one, and the Welsh of an officer's words as it is typed.

An officer writes in English, which the approver reads and the rules check, and gives the Welsh of
each text beside it. A text that changes has lost its Welsh.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from answerable.desk.authority.models import the_authority
from answerable.desk.cases.models import Case
from answerable.letters.draft import Items, Notice, Paragraph
from answerable.letters.draft.notice import Block, Heading, Table
from answerable.letters.draft.welsh import same_words
from answerable.model import Regime
from answerable.model.decision import NoticeRecord, Translated

_ENGLISH, _WELSH = "english-", "welsh-"
_LONGEST = 20_000


def in_welsh(case: Case, regime: Regime) -> bool:
    """Whether the letters of a case are in Welsh: the applicant chose it, and we speak it."""
    return case.language == "cy" and not regime.scottish and the_authority().welsh


def as_spoken(case: Case, record: NoticeRecord, given: Sequence[Translated] = ()) -> NoticeRecord:
    """The record in the language of the case, with the Welsh that there is."""
    if not in_welsh(case, record.regime):
        return record
    return replace(record, language="cy", welsh=(*the_authority().welsh_texts, *given))


def given_in(post: Mapping[str, Any]) -> tuple[Translated, ...]:
    """The Welsh that was typed on a page: each field beside the English it belongs to."""
    pairs = (
        (str(post[name]), str(post.get(_WELSH + name.removeprefix(_ENGLISH), "")))
        for name in post
        if name.startswith(_ENGLISH)
    )
    return tuple(
        Translated(english[:_LONGEST], "".join(c for c in welsh if c.isprintable() or c == "\n"))
        for english, welsh in pairs
        if welsh.strip() and len(welsh) <= _LONGEST
    )


@dataclass(frozen=True, slots=True)
class WelshField:
    """A text to be given in Welsh: where it stands, what it says, what was typed."""

    place: str
    english: str
    welsh: str

    @property
    def id(self) -> str:
        """The same for the same words."""
        return hashlib.sha256(self.english.encode()).hexdigest()[:16]


def fields_for(
    texts: Iterable[tuple[str, str]], given: Sequence[Translated]
) -> tuple[WelshField, ...]:
    """A field for each text, filled with the Welsh that was given for it."""
    unique = {text: place for place, text in reversed(list(texts))}
    return tuple(
        WelshField(place[:1].upper() + place[1:], text, same_words(given, text))
        for text, place in reversed(unique.items())
    )


def beside(english: Notice, welsh: Notice) -> tuple[tuple[str, str], ...]:
    """The two letters part by part: both are made of the same parts."""
    return tuple(
        (_words(one), _words(other))
        for one, other in zip(english.blocks, welsh.blocks, strict=True)
    )


def _words(block: Block) -> str:
    if isinstance(block, Items):
        labels = block.labels or ("–",) * len(block.items)
        return "\n".join(f"{label} {item}" for label, item in zip(labels, block.items, strict=True))
    if isinstance(block, Table):
        return "\n".join(" | ".join(row) for row in (block.head, *block.rows))
    assert isinstance(block, Heading | Paragraph)
    return block.text
