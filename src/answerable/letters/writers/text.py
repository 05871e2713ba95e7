"""A notice as plain text, one paragraph a line."""

from answerable.letters.draft.notice import Block, Heading, Items, Notice, Table
from answerable.letters.draft.wording import wording


def draft_words(notice: Notice) -> str:
    """What stands above a draft, in the language of the notice."""
    return wording("cy" if notice.language.startswith("cy") else "en").draft


def to_text(notice: Notice) -> str:
    """The notice as text, paragraphs apart by a blank line."""
    parts = [draft_words(notice)] if notice.draft else []
    parts.append("\n".join((notice.head[0], *notice.address)))
    if notice.dated:
        parts.append("\n".join(notice.dated))
    parts.append(notice.head[-1])
    parts += [_block(block) for block in notice.blocks]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return block.text
    if isinstance(block, Table):
        return "\n".join(" | ".join(row) for row in (block.head, *block.rows))
    if isinstance(block, Items):
        labels = block.labels or ("-",) * len(block.items)
        return "\n".join(
            f"{label}{'.' if block.labels else ''} {item}"
            for label, item in zip(labels, block.items, strict=True)
        )
    return block.text
