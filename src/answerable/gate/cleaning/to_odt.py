"""Blocks to an OpenDocument text of the fewest parts."""

import re

from answerable.gate.cleaning.blocks import Block, Table
from answerable.gate.cleaning.packing import text
from answerable.gate.cleaning.to_ods import opendocument

_STYLES = (
    "<style:style style:name='B' style:family='text'><style:text-properties fo:font-weight='bold'/></style:style>"
    "<style:style style:name='I' style:family='text'><style:text-properties fo:font-style='italic'/></style:style>"
)


def document(blocks: list[Block]) -> bytes:
    """A document of these blocks."""
    return opendocument("text", "".join(_block(one) for one in blocks), _STYLES)


def _block(one: Block) -> str:
    if isinstance(one, Table):
        widest = max((len(row) for row in one.rows), default=1) or 1
        rows = "".join(
            "<table:table-row>"
            + "".join(
                f"<table:table-cell>{''.join(map(_block, cell))}</table:table-cell>"
                for cell in (row or ((),))
            )
            + "</table:table-row>"
            for row in one.rows
        )
        return (
            f"<table:table><table:table-column table:number-columns-repeated='{widest}'/>"
            f"{rows}</table:table>"
        )
    words = "".join(_run(run.text, run.bold, run.italic) for run in one.runs)
    if one.level:
        return f"<text:h text:outline-level='{one.level}'>{words}</text:h>"
    made = f"<text:p>{words}</text:p>"
    return f"<text:list><text:list-item>{made}</text:list-item></text:list>" if one.item else made


def _run(words: str, bold: bool, italic: bool) -> str:
    made = text(words).replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>")
    made = re.sub(r"  +", lambda found: f" <text:s text:c='{len(found.group()) - 1}'/>", made)
    if bold or italic:
        return f"<text:span text:style-name='{'B' if bold else 'I'}'>{made}</text:span>"
    return made
