"""A notice as a tagged PDF (PDF/UA-1), set by Typst."""

import re

import typst

from answerable.letters.draft.notice import Block, Heading, Items, Notice, Paragraph, Table
from answerable.letters.writers.links import pieces
from answerable.letters.writers.text import draft_words
from answerable.model import UnusableInputError


def to_pdf(notice: Notice) -> bytes:
    """The notice as PDF bytes, tagged, with language and title set."""
    try:
        return typst.compile(to_typst(notice).encode("utf-8"), format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError as problem:
        raise UnusableInputError(
            "The PDF cannot be made, because it has a character that no font at hand can show"
            f"{_which(str(problem))}; write .docx or .html instead, or take the character out."
        ) from None


def _which(problem: str) -> str:
    """The character that a message of Typst complains of, with brackets, if it names one."""
    found = re.search(r"(U\+[0-9A-F]{4,6})", problem)
    return f" ({found.group(1)})" if found else ""


def to_typst(notice: Notice) -> str:
    """The notice in Typst's markup, every word of it escaped."""
    lang, _, region = notice.language.partition("-")
    parts = [
        f'#set document(date: none, title: "{_string(notice.title)}", author: "{_string(notice.head[0])}")',
        '#set page(paper: "a4", margin: (x: 24mm, y: 24mm), numbering: "1 / 1")',
        f'#set text(lang: "{lang}", region: "{region.lower()}", font: ("Libertinus Serif",), size: 11pt)',
        "#set par(leading: 0.7em, spacing: 1.2em)",
        "#show heading: set text(size: 11.5pt)",
        '#show heading.where(level: 1): set text(size: 13.5pt, fill: rgb("1f4d45"))',
        "#set list(indent: 0.6em, spacing: 0.9em)",
        "#show heading: set block(above: 1.6em, below: 0.9em)",
        "#show link: underline",
    ]
    if notice.draft:
        # Header and background are artifacts: they stand on every page, and no reader of the tags
        # hears them again on each. The words in the text itself are for that reader.
        words = _text(draft_words(notice))
        parts.append(
            f'#set page(header: align(right, text(size: 9pt, weight: "bold", fill: rgb("8a5a00"))'
            f'[{words}]), background: rotate(-40deg, text(size: 44pt, weight: "bold", '
            f'fill: rgb("8a5a0026"))[{words}]))'
        )
        parts.append(f"#align(center, strong[{words}])")
    lines = "\n\n".join(
        " \\\n".join(_text(line) for line in part) for part in (notice.address, notice.dated)
    )
    parts.append(
        '#block(width: 100%, below: 1.8em, inset: (bottom: 10pt), stroke: (bottom: 2pt + rgb("1f4d45")))['
        f'#text(size: 15pt, weight: "bold")[{_text(notice.head[0])}]\n\n{lines}]'
    )
    parts.append(_text(notice.head[-1]))
    parts += [_block(block) for block in notice.blocks]
    return "\n\n".join(parts) + "\n"


def _string(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _text(text: str) -> str:
    # A string is shown as it stands: nothing in it is markup, a list number or a link.
    return f'#"{_string(text)}";'


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"#heading(level: {block.level})[{_text(block.text)}]"
    if isinstance(block, Items):
        return _items(block)
    if isinstance(block, Table):
        return _table(block)
    words = _linked(block)
    return _quoted(words) if block.quoted else words


def _items(block: Items) -> str:
    if not block.labels:
        return f"#list({', '.join(f'[{_text(item)}]' for item in block.items)})"
    rows = "\n\n".join(
        f"#par(hanging-indent: 1.6em)[#box(width: 1.6em)[{_text(label + '.')}] {_text(item)}]"
        if len(label) < 3
        else f"{_text(label + '.')} {_text(item)}"
        for label, item in zip(block.labels, block.items, strict=True)
    )
    return _quoted(rows)


def _quoted(words: str) -> str:
    """The applicant's own words, with a line beside them."""
    return f"#block(inset: (left: 1em, y: 2pt), stroke: (left: 2.5pt + luma(200)))[{words}]"


def _table(block: Table) -> str:
    head = ", ".join(f"[*{_text(cell)}*]" for cell in block.head)
    cells = ",\n".join(", ".join(f"[{_text(cell)}]" for cell in row) for row in block.rows)
    sides = ", ".join("right" if n in block.figures else "left" for n in range(len(block.head)))
    return (
        f"#table(columns: {len(block.head)}, align: ({sides},), inset: 6pt, stroke: 0.5pt + luma(170), "
        f"table.header({head}),\n{cells})"
    )


def _linked(block: Paragraph) -> str:
    return "".join(
        f'#link("{_string(url)}")[{_text(words)}]' if url else _text(words)
        for words, url in pieces(block)
    )
