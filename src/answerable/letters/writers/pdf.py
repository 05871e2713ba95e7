"""A notice as a tagged PDF (PDF/UA-1), set by Typst."""

import typst

from answerable.letters.draft.notice import Block, Heading, Items, Notice, Paragraph
from answerable.letters.writers.text import DRAFT

_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\#$*_`<>@=-+/[]~'\"&"})


def to_pdf(notice: Notice) -> bytes:
    """The notice as PDF bytes, tagged, with language and title set."""
    return typst.compile(to_typst(notice).encode("utf-8"), format="pdf", pdf_standards=["ua-1"])


def to_typst(notice: Notice) -> str:
    """The notice in Typst's markup, every word of it escaped."""
    lang, _, region = notice.language.partition("-")
    parts = [
        f'#set document(title: "{_string(notice.title)}", author: "{_string(notice.head[0])}")',
        '#set page(paper: "a4", margin: (x: 24mm, y: 24mm), numbering: "1 / 1")',
        f'#set text(lang: "{lang}", region: "{region.lower()}", font: ("Libertinus Serif",), size: 11pt)',
        "#set par(leading: 0.7em, spacing: 1.2em)",
        "#show heading: set text(size: 11.5pt)",
        "#show heading: set block(above: 1.6em, below: 0.9em)",
        "#show link: underline",
    ]
    if notice.draft:
        parts.append(f"#align(center, strong[{_text(DRAFT)}])")
    parts.append(f'#text(size: 14pt, weight: "bold")[{_text(notice.head[0])}]')
    parts.append(" \\\n".join(_text(line) for line in notice.head[1:-1]))
    parts.append(_text(notice.head[-1]))
    parts += [_block(block) for block in notice.blocks]
    return "\n\n".join(parts) + "\n"


def _string(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _text(text: str) -> str:
    escaped = text.translate(_SPECIAL)
    # A number and a full stop at the start of a line would be a list.
    return escaped.replace(". ", "\\. ", 1) if escaped[:1].isdigit() else escaped


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"#heading(level: {block.level})[{_text(block.text)}]"
    if isinstance(block, Items):
        return _items(block)
    words = _linked(block)
    return f"#pad(left: 1em)[{words}]" if block.quoted else words


def _items(block: Items) -> str:
    if not block.labels:
        return f"#list({', '.join(f'[{_text(item)}]' for item in block.items)})"
    rows = "\n\n".join(
        f"{_text(label + '.')} {_text(item)}"
        for label, item in zip(block.labels, block.items, strict=True)
    )
    return f"#pad(left: 1em)[{rows}]"


def _linked(block: Paragraph) -> str:
    places = sorted(
        (block.text.lower().find(words.lower()), words, url)
        for words, url in dict.fromkeys(block.links)
    )
    made: list[str] = []
    position = 0
    for place, words, url in places:
        if place < position:
            continue
        made.append(_text(block.text[position:place]) if place > position else "")
        made.append(f'#link("{_string(url)}")[{_text(block.text[place : place + len(words)])}]')
        position = place + len(words)
    made.append(_text(block.text[position:]) if block.text[position:] else "")
    return "".join(made)
