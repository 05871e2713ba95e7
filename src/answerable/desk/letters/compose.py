"""From a record and free words to the whole letter. No database here.

The statutory paragraphs come from the record alone. An officer may add words in three places and
say why a reply is late; nothing here can change what the record says.
"""

from dataclasses import asdict, dataclass, replace
from typing import Any

from answerable.letters.draft import Heading, Notice, Paragraph, write_notice
from answerable.letters.draft.notice import Block
from answerable.model import UnusableInputError
from answerable.model.decision import NoticeRecord

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

    @classmethod
    def of(cls, data: dict[str, Any]) -> "Free":
        """From what was stored or typed; other keys are left alone."""
        return cls(**{name: _plain(str(data.get(name) or "")) for name in _PLACES})

    def as_data(self) -> dict[str, str]:
        """As it is stored."""
        return asdict(self)

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
    """The letter: the record's notice with the free words in their places."""
    if free.late_because:
        record = replace(record, late_because=free.late_because)
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


def _paragraphs(words: str) -> list[Block]:
    parts = (" ".join(part.split()) for part in words.split("\n\n"))
    return [Paragraph(part) for part in parts if part]
