"""Records whose texts all have a made-up Welsh, so that any English left is ours."""

from dataclasses import replace

from answerable.letters.draft.welsh import wants_welsh
from answerable.model.decision import NoticeRecord, Translated

#: Stands for what a translator would write; no word of it is English.
WELSH = "Testun rhif {} yn Gymraeg"


def translated(record: NoticeRecord) -> NoticeRecord:
    """The record, to be written in Welsh, with Welsh for each of its texts."""
    texts = dict.fromkeys(text for _, text in wants_welsh(record))
    pairs = tuple(Translated(text, WELSH.format(n)) for n, text in enumerate(texts, 1))
    return replace(record, language="cy", welsh=pairs)
