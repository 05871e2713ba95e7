"""From a record and free words to the whole letter. No database here.

The statutory paragraphs come from the record alone. An officer may add words in three places and
say why a reply is late; nothing here can change what the record says.
"""

from dataclasses import asdict, dataclass, replace
from typing import Any

from answerable.letters.draft import Heading, Notice, Paragraph, lacking_welsh, write_notice
from answerable.letters.draft.notice import Block
from answerable.letters.draft.welsh import LackingWelshError, same_words
from answerable.model import UnusableInputError
from answerable.model.decision import NoticeRecord, Translated

LONGEST = 4_000
_PLACES = {
    "opening": "the opening",
    "covering": "the words before the answers",
    "closing": "the closing words",
    "late_because": "the reason for being late",
}


@dataclass(frozen=True, slots=True)
class Free:
    """The words of an officer: paragraphs are set apart by blank lines."""

    opening: str = ""  # below the title
    covering: str = ""  # after the request, before the answers
    closing: str = ""  # before the signature
    late_because: str = ""  # goes into the record: an apology stands around it
    welsh: tuple[Translated, ...] = ()  # of these words and of the record's, for a Welsh letter

    @classmethod
    def of(cls, data: dict[str, Any]) -> "Free":
        """From what was stored or typed; other keys are left alone."""
        pairs = (Translated(pair["en"], pair["cy"]) for pair in data.get("welsh") or ())
        return cls(
            **{name: _plain(str(data.get(name) or "")) for name in _PLACES}, welsh=tuple(pairs)
        )

    def as_data(self) -> dict[str, Any]:
        """As it is stored; without Welsh where there is none."""
        data = asdict(self)
        data["welsh"] = list(data["welsh"])
        return data if self.welsh else {name: data[name] for name in _PLACES}

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Its places and words, as a letter in Welsh needs them in Welsh."""
        return tuple((place, getattr(self, name)) for name, place in _PLACES.items()
                     if name != "late_because" and getattr(self, name))  # fmt: skip

    def check(self) -> None:
        """Raises UnusableInputError if a place has far too many words."""
        for name, words in _PLACES.items():
            if len(getattr(self, name)) > LONGEST:
                raise UnusableInputError(
                    f"In {words} there are more than {LONGEST:,} characters. Shorten them, or "
                    "enclose them as a file."
                )


def _plain(text: str) -> str:
    """One kind of line end and no control characters: a text that every form can show."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c == "\n" or c.isprintable()).strip()


def compose(record: NoticeRecord, free: Free, *, draft: bool = False) -> Notice:
    """The letter: the record's notice with the free words in their places.

    Raises:
        LackingWelshError: the record asks for Welsh, and a text of either has none.
    """
    record = said_in(record, free)
    if record.language == "cy":
        if lacking := texts_without_welsh(record, free):
            raise LackingWelshError(lacking)
        free = Free.of({n: same_words(free.welsh, getattr(free, n)) for n in _PLACES})
    notice = write_notice(record, draft=draft)
    blocks = list(notice.blocks)
    answers = next(
        (place for place, b in enumerate(blocks) if isinstance(b, Heading) and b.level > 1),
        len(blocks) - 2,
    )
    # From the end, so that no place moves before it is used. The last two are the signature.
    for place, words in (
        (len(blocks) - 2, free.closing),
        (answers, free.covering),
        (1, free.opening),
    ):
        blocks[place:place] = _paragraphs(words)
    return replace(notice, blocks=tuple(blocks))


def said_in(record: NoticeRecord, free: Free) -> NoticeRecord:
    """The record with what the free words put into it: why it is late, and the Welsh."""
    late = free.late_because or record.late_because
    return replace(record, late_because=late, welsh=(*free.welsh, *record.welsh))


def texts_without_welsh(record: NoticeRecord, free: Free) -> tuple[tuple[str, str], ...]:
    """Each text of the record and of the free words that a letter in Welsh still lacks."""
    own = tuple((place, text) for place, text in free.texts if not same_words(free.welsh, text))
    return (*lacking_welsh(record), *own)


def _paragraphs(words: str) -> list[Block]:
    parts = (" ".join(part.split()) for part in words.split("\n\n"))
    return [Paragraph(part) for part in parts if part]
