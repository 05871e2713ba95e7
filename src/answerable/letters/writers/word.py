"""A notice as a Word document, with styles an authority can change.

The styles come from ``templates/letter.docx``, or from an authority's own copy of it: Title,
Heading 1 to 3, Normal, List Bullet, Quote, Intense Quote, Table Grid.
"""

import io
from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from answerable.letters.draft.notice import Block, Heading, Items, Notice, Paragraph, Table
from answerable.letters.writers.links import pieces
from answerable.letters.writers.text import draft_words
from answerable.model import UnusableInputError

#: The template of a notice; ``scripts/build_letter_template.py`` makes it.
TEMPLATE = Path(__file__).parent / "templates" / "letter.docx"


#: Between the address and the reference.
_BELOW_ADDRESS = Pt(8)


def to_docx(notice: Notice, template: Path | None = None) -> bytes:
    """The notice as .docx bytes; ``template`` is a Word file whose styles and header are used.

    Raises:
        UnusableInputError: the template is not a Word file, or has lost a style that is needed.
    """
    document = _open(template or TEMPLATE)
    try:
        _write(document, notice)
    except KeyError as missing:
        name = str(missing).replace("no style with name", "").strip(" '\"")
        raise UnusableInputError(
            f"The template “{template}” has no style “{name}”; begin from a copy of ours."
        ) from None
    box = io.BytesIO()
    document.save(box)
    return box.getvalue()


def _open(template: Path) -> Document:
    try:
        return docx.Document(str(template))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError, OSError):
        raise UnusableInputError(
            f"The template “{template}” is not a Word file (.docx) that can be opened."
        ) from None


def _write(document: Document, notice: Notice) -> None:
    _properties(document, notice)
    if notice.draft:
        _mark_every_page(document, draft_words(notice))
        document.add_paragraph(draft_words(notice), style="Intense Quote")
    document.add_paragraph(notice.head[0], style="Title")
    for lines, below in ((notice.address, _BELOW_ADDRESS), (notice.dated, Pt(0))):
        for number, line in enumerate(lines, 1):
            after = below if number == len(lines) else Pt(0)
            document.add_paragraph(line).paragraph_format.space_after = after
    document.add_paragraph()
    document.add_paragraph(notice.head[-1])
    for block in notice.blocks:
        _block(document, block)


def _mark_every_page(document: Document, words: str) -> None:
    """The mark of a draft above what the template has in each of its headers."""
    for number, section in enumerate(document.sections):
        headers = (
            [section.header] if number == 0 or not section.header.is_linked_to_previous else []
        )
        if section.different_first_page_header_footer:
            headers.append(section.first_page_header)
        if document.settings.odd_and_even_pages_header_footer and number == 0:
            headers.append(section.even_page_header)
        for header in headers:
            header.is_linked_to_previous = False
            first = header.paragraphs[0]
            mark = first.insert_paragraph_before()
            mark.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            run = mark.add_run(words)
            run.bold = True
            run.font.size = Pt(10)
            run.font.color.rgb = RGBColor(0x8A, 0x5A, 0x00)


def _properties(document: Document, notice: Notice) -> None:
    """Title, language and the authority; nobody's name."""
    properties = document.core_properties
    properties.title = notice.title
    properties.author = notice.head[0]
    properties.last_modified_by = ""
    properties.language = notice.language
    properties.comments = ""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), notice.language)


def _block(document: Document, block: Block) -> None:
    if isinstance(block, Heading):
        document.add_heading(block.text, level=block.level)
    elif isinstance(block, Items):
        for number, item in enumerate(block.items):
            if block.labels:
                document.add_paragraph(
                    f"{block.labels[number]}. {item}", style="Quote" if block.quoted else None
                )
            else:
                document.add_paragraph(item, style="List Bullet")
    elif isinstance(block, Table):
        _table(document, block)
    else:
        paragraph = document.add_paragraph(style="Quote" if block.quoted else None)
        _linked(paragraph, block)


def _table(document: Document, block: Table) -> None:
    """A table whose first row is marked as its header, repeated on every page."""
    table = document.add_table(rows=0, cols=len(block.head), style="Table Grid")
    figures = block.figures
    for number, row in enumerate((block.head, *block.rows)):
        cells = table.add_row().cells
        for place, (cell, words) in enumerate(zip(cells, row, strict=True)):
            cell.text = words
            if number == 0:
                cell.paragraphs[0].runs[0].bold = True
            if place in figures:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(mark)
    document.add_paragraph()


def _linked(paragraph: WordParagraph, block: Paragraph) -> None:
    """The words of a paragraph, with real links."""
    for words, url in pieces(block):
        if url:
            _link(paragraph, words, url)
        else:
            paragraph.add_run(words)


def _link(paragraph: WordParagraph, words: str, url: str) -> None:
    number = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), number)
    run = OxmlElement("w:r")
    look = OxmlElement("w:rPr")
    underline = OxmlElement("w:u")
    underline.set(qn("w:val"), "single")
    look.append(underline)
    text = OxmlElement("w:t")
    text.text = words
    text.set(qn("xml:space"), "preserve")
    run.append(look)
    run.append(text)
    link.append(run)
    paragraph._p.append(link)
