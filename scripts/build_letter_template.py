"""Makes the Word template of notices: ``python scripts/build_letter_template.py``.

The file is committed; an authority copies it, changes styles and letterhead, and gives its own
with ``answerable draft --template``.
"""

from datetime import datetime
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from answerable.letters.writers.word import TEMPLATE

INK = RGBColor(0x14, 0x18, 0x1D)
GREEN = RGBColor(0x1F, 0x4D, 0x45)


def _font(style: Any, size: float, *, bold: bool = False, colour: RGBColor = INK) -> None:
    style.font.name = "Arial"
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), "Arial")
    style.font.size = Pt(size)
    style.font.bold = bold
    style.font.italic = False
    style.font.color.rgb = colour


def _space(style: Any, before: float, after: float) -> None:
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.line_spacing = 1.15


def _line_at_left(style: Any) -> None:
    borders = OxmlElement("w:pBdr")
    left = OxmlElement("w:left")
    for name, value in (("val", "single"), ("sz", "24"), ("space", "10"), ("color", "C9CED4")):
        left.set(qn(f"w:{name}"), value)
    borders.append(left)
    style.element.get_or_add_pPr().append(borders)


def _page_number(paragraph: Any) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def build() -> None:
    """Writes the template."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.3)
    styles = document.styles
    _font(styles["Normal"], 11)
    _space(styles["Normal"], 0, 8)
    for name, size, before in (("Heading 1", 14, 12), ("Heading 2", 12, 16), ("Heading 3", 11, 10)):
        _font(styles[name], size, bold=True, colour=GREEN if name == "Heading 1" else INK)
        _space(styles[name], before, 5)
    _font(styles["Title"], 16, bold=True, colour=GREEN)
    _space(styles["Title"], 0, 2)
    _font(styles["List Bullet"], 11)
    _space(styles["List Bullet"], 0, 4)
    _font(styles["Quote"], 11, colour=RGBColor(0x39, 0x42, 0x4B))
    _space(styles["Quote"], 0, 4)
    styles["Quote"].paragraph_format.left_indent = Cm(0.6)
    _line_at_left(styles["Quote"])
    _font(styles["Intense Quote"], 12, bold=True, colour=RGBColor(0x8A, 0x5A, 0x00))
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    _page_number(section.footer.paragraphs[0])
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.title = "Notice"
    properties.created = properties.modified = datetime(2026, 1, 1)  # the same file each time
    TEMPLATE.parent.mkdir(exist_ok=True)
    document.save(str(TEMPLATE))


if __name__ == "__main__":
    build()
