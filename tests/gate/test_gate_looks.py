"""Words are judged by the look that named styles, masters, layouts and themes give them."""

import struct

import pytest
from tests.gate.cases.making import (
    DRAW,
    SECRET,
    SLIDE,
    WORD,
    Parts,
    docx,
    opendocument,
    pptx,
    run,
    shape,
)
from tests.gate.cases.old import box, doc, master_style, named_styles, ppt, record

from answerable.gate.cleaning import clean_here
from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT


def told(data: bytes, name: str) -> list[tuple[str, str]]:
    return [(x.slug, x.excerpt) for x in inspect_here(data, name, DEFAULT, "full").findings]


# Word before 2007: styles are numbered; 0 is the usual one.
NONE = 4095
USUAL = (1, NONE, b"", b"")
WHITE = struct.pack("<H4B", 0x6870, 255, 255, 255, 0)
BLACK = struct.pack("<H4B", 0x6870, 0, 0, 0, 0)
BLUE_GROUND = struct.pack("<HH", 0x442D, 9 << 5)
GONE = struct.pack("<HB", 0x083C, 1)
SEEN_AFTER_ALL = struct.pack("<HB", 0x083C, 0x81)
STYLED = struct.pack("<HH", 0x4A30, 1)  # of the style of letters with number 1


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (doc((SECRET, b""), kept=named_styles(USUAL, (1, 0, WHITE, b"")), number=1), "white_text"),
        (doc((SECRET, STYLED), kept=named_styles(USUAL, (2, NONE, WHITE, b""))), "white_text"),
        (
            doc(
                (SECRET, b""),
                kept=named_styles(USUAL, (1, 0, WHITE, b""), (1, 1, b"", b"")),
                number=2,
            ),
            "white_text",
        ),
        (
            doc(
                (SECRET, struct.pack("<HB", 0x2A42, 9)),  # the blue of its ground
                kept=named_styles(USUAL, (1, 0, b"", BLUE_GROUND)),
                number=1,
            ),
            "white_text",
        ),
        (doc((SECRET, STYLED), kept=named_styles(USUAL, (2, NONE, GONE, b""))), "hidden_text"),
        (
            doc(
                (SECRET, b""),
                kept=named_styles(USUAL, (1, 0, struct.pack("<HH", 0x4A43, 2), b"")),
                number=1,
            ),
            "tiny_text",
        ),
    ],
)
def test_words_that_a_style_of_an_old_document_hides_are_found(data: bytes, slug: str) -> None:
    assert told(data, "a.doc") == [(slug, SECRET)]


@pytest.mark.parametrize(
    "data",
    [
        doc((SECRET, b""), kept=named_styles(USUAL, (1, 0, WHITE, b""))),
        doc((SECRET, BLACK), kept=named_styles(USUAL, (1, 0, WHITE, b"")), number=1),
        doc((SECRET, b""), kept=named_styles(USUAL, (1, 0, WHITE, BLUE_GROUND)), number=1),
        doc((SECRET, SEEN_AFTER_ALL), kept=named_styles(USUAL, (1, 0, GONE, b"")), number=1),
        doc((SECRET, b""), kept=named_styles(USUAL, (1, 1, b"", b"")), number=1),
        doc((SECRET, b""), kept={0xA2: b"\x04\0\xff\xff\x0a\0\x07"}, number=3),
    ],
)
def test_words_that_a_style_of_an_old_document_shows_pass(data: bytes) -> None:
    assert told(data, "a.doc") == []


def styled(body: str, *styles: str) -> bytes:
    """A document with a style part; each style is its attributes and what is in it."""
    part = f'<w:styles xmlns:w="{WORD}">{"".join(styles)}</w:styles>'
    return docx(body, parts={"word/styles.xml": part}, links=(("styles", "styles.xml"),))


def style(name: str, inner: str, kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}">{inner}</w:style>'


def words(properties: str = "", own: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(SECRET, own)}</w:p>"


PALE = '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
NAVY = '<w:shd w:val="clear" w:fill="1F3864"/>'
GHOST = '<w:pStyle w:val="Ghost"/>'


def celled(inside: str, cell: str = "", table: str = "") -> str:
    return f"<w:tbl><w:tblPr>{table}</w:tblPr><w:tr><w:tc><w:tcPr>{cell}</w:tcPr>{inside}</w:tc></w:tr></w:tbl>"


WHITE_OF_ITS_OWN = '<w:color w:val="FFFFFF"/>'
GRID = '<w:tblStyle w:val="Grid"/>'
UNSEEN = {
    "by a style": styled(words(GHOST), style("Ghost", PALE)),
    "by a style of letters": styled(words("", '<w:rStyle w:val="Faint"/>'), style("Faint", PALE, "character")),
    "by the style it stands on": styled(
        words('<w:pStyle w:val="Kid"/>'), style("Ghost", PALE), style("Kid", '<w:basedOn w:val="Ghost"/>')
    ),
    "in a cell without ground": styled(celled(words("", WHITE_OF_ITS_OWN))),
    "in a table with lines only": styled(celled(words("", WHITE_OF_ITS_OWN), table=GRID), style("Grid", "<w:tblPr/>", "table")),
    "of the colour of its ground": styled(words(NAVY, '<w:color w:val="1F3864"/>')),
}  # fmt: skip
SEEN = {
    "black of its own": styled(words(GHOST, '<w:color w:val="000000"/>'), style("Ghost", PALE)),
    "a style nobody has": styled(words(), style("Ghost", PALE)),
    "on the dark ground of the style": styled(words(GHOST), style("Ghost", f"{PALE}<w:pPr>{NAVY}</w:pPr>")),
    "in a dark cell": styled(celled(words("", WHITE_OF_ITS_OWN), cell=NAVY)),
    "in a table whose style is dark": styled(
        celled(words("", WHITE_OF_ITS_OWN), table=GRID),
        style("Grid", f'<w:tblStylePr w:type="firstRow"><w:tcPr>{NAVY}</w:tcPr></w:tblStylePr>', "table"),
    ),
    "shown though its style hides": styled(
        words(GHOST, '<w:vanish w:val="0"/>'), style("Ghost", "<w:rPr><w:vanish/></w:rPr>")
    ),
    "a style that stands on itself": styled(words(GHOST), style("Ghost", '<w:basedOn w:val="Ghost"/>')),
}  # fmt: skip


@pytest.mark.parametrize("which", UNSEEN)
def test_words_that_a_document_does_not_show_are_found_and_not_copied(which: str) -> None:
    assert [text for _, text in told(UNSEEN[which], "a.docx")] == [SECRET]
    assert "Oakeshott" not in str(clean_here(UNSEEN[which], "a.docx", "docx", DEFAULT).data)


@pytest.mark.parametrize("which", SEEN)
def test_words_that_a_document_shows_pass(which: str) -> None:
    assert told(SEEN[which], "a.docx") == []


# PowerPoint before 2007: words in boxes are of kind 4.
AT = (1000, 1000, 3000, 1500)
PALE_LETTERS = struct.pack("<I4B", 0x40000, 255, 255, 255, 0xFE)
DARK_LETTERS = struct.pack("<I4B", 0x40000, 0, 0, 0, 0xFE)
SCHEME_GROUND = struct.pack("<I4B", 0x40000, 0, 0, 0, 0)
SAYS_NOTHING = struct.pack("<I", 0)


@pytest.mark.parametrize(
    "data",
    [
        ppt(box(AT, SECRET), styles=master_style(4, PALE_LETTERS)),
        ppt(box(AT, SECRET), styles=master_style(4, SCHEME_GROUND), ground="203040"),
        ppt(box(AT, SECRET, SAYS_NOTHING), styles=master_style(4, PALE_LETTERS)),
    ],
)
def test_words_that_the_master_of_an_old_slide_makes_white_are_found(data: bytes) -> None:
    assert told(data, "a.ppt") == [("white_text", SECRET)]


@pytest.mark.parametrize(
    "data",
    [
        ppt(box(AT, SECRET), styles=master_style(4, PALE_LETTERS), ground="203040"),
        ppt(box(AT, SECRET, fill=0), styles=master_style(4, PALE_LETTERS)),
        ppt(box(AT, SECRET, DARK_LETTERS), styles=master_style(4, PALE_LETTERS)),
        ppt(box(AT, SECRET), styles=master_style(1, PALE_LETTERS)),
        ppt(box(AT, SECRET), styles=record(4003, b"\x01\0\xff", 4)),
    ],
)
def test_words_that_an_old_slide_shows_pass(data: bytes) -> None:
    assert told(data, "a.ppt") == []


def deck(shapes: str, master: str = "", theme: str = "", own: str = "") -> bytes:
    """A presentation whose slide has a layout, a master and a theme."""
    spaces = f'xmlns:p="{SLIDE}" xmlns:a="{DRAW}"'
    part = "ppt/slides/slide1.xml"
    tree = f"<p:cSld>{own}<p:spTree>{shapes}</p:spTree></p:cSld>"
    colours = f'<a:theme xmlns:a="{DRAW}"><a:clrScheme><a:dk1><a:srgbClr val="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>{theme}</a:clrScheme></a:theme>'
    parts: Parts = {
        part: f"<p:sld {spaces}>{tree}</p:sld>",
        "ppt/slideLayouts/slideLayout1.xml": f"<p:sldLayout {spaces}><p:cSld/></p:sldLayout>",
        "ppt/slideMasters/slideMaster1.xml": f"<p:sldMaster {spaces}>{master}</p:sldMaster>",
        "ppt/theme/theme1.xml": colours,
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": _led("slideMaster", "../slideMasters/slideMaster1.xml"),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _led("theme", "../theme/theme1.xml"),
    }  # fmt: skip
    return pptx(parts=parts, links=(("slideLayout", "../slideLayouts/slideLayout1.xml"),))


def _led(kind: str, target: str) -> str:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{office}/{kind}" Target="{target}"/></Relationships>'
    )


def filled(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def lettered(colour: str, *, inner: str = "", more: str = "") -> str:
    """A box of words in a colour ("" if it says none)."""
    look = f"<a:rPr>{filled(colour)}</a:rPr>" if colour else "<a:rPr/>"
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Words"/><p:nvPr>'
        f'{inner}</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="100" y="100"/><a:ext cx="4000000" cy="900000"/></a:xfrm>{more}'
        f"</p:spPr><p:txBody><a:bodyPr/><a:p><a:r>{look}<a:t>{SECRET}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def styles_of_master(colour: str) -> str:
    level = f"<a:lvl1pPr><a:defRPr>{colour}</a:defRPr></a:lvl1pPr>"
    return f"<p:txStyles><p:bodyStyle>{level}</p:bodyStyle></p:txStyles>"


BODY = '<p:ph type="body" idx="1"/>'
NIGHT = f"<p:bg><p:bgPr>{filled('101030')}</p:bgPr></p:bg>"
THEME_WHITE = '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'


@pytest.mark.parametrize(
    "data",
    [
        deck(lettered("FFFFFF")),
        deck(lettered("", inner=BODY), master=styles_of_master(filled("FFFFFF"))),
        deck(lettered("", inner=BODY), master=styles_of_master(THEME_WHITE)),
        deck(lettered("101030"), own=NIGHT),
        deck(lettered("203040", more=filled("203040"))),
    ],
)
def test_words_of_a_slide_in_the_colour_behind_them_are_found(data: bytes) -> None:
    assert told(data, "a.pptx") == [("white_text", SECRET)]


@pytest.mark.parametrize(
    "data",
    [
        deck(lettered("FFFFFF"), own=NIGHT),
        deck(lettered("FFFFFF"), master=f"<p:cSld>{NIGHT}</p:cSld>"),
        deck(lettered("FFFFFF", more=filled("203040"))),
        deck(shape("", x=0, fill=filled("203040")).replace("4000", "9000000") + lettered("FFFFFF")),
        deck(lettered("000000", inner=BODY), master=styles_of_master(filled("FFFFFF"))),
        deck(lettered("FFFFFF", more="<a:gradFill/>")),
    ],
)
def test_words_of_a_slide_that_are_seen_pass(data: bytes) -> None:
    assert told(data, "a.pptx") == []


def lines(*said: str) -> str:
    inner = "".join(f'<a:p><a:r><a:rPr sz="2000"/><a:t>{one}</a:t></a:r></a:p>' for one in said)
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Words"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="8000000" cy="5000000"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/>{inner}</p:txBody></p:sp>'
    )


def bar(top: int) -> str:
    """A black box as high as a line, so many points down."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="4" name="Bar"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="{top * 12700}"/>'
        f'<a:ext cx="5000000" cy="{24 * 12700}"/></a:xfrm>{filled("000000")}</p:spPr></p:sp>'
    )


def test_one_line_of_a_slide_under_a_box_is_found() -> None:
    data = deck(lines("Four complaints", SECRET, "All answered") + bar(27))
    assert told(data, "a.pptx") == [("text_under_box", SECRET)]


@pytest.mark.parametrize(
    "shapes",
    [
        lines("Four", SECRET) + bar(200),
        bar(27) + lines("Four", SECRET),
        lines("Four", SECRET)
        + bar(27).replace("</p:spPr>", '<a:prstGeom prst="ellipse"/></p:spPr>'),
        lines("Four", SECRET)
        + bar(27).replace('"000000"/>', '"000000"><a:alpha val="4000"/></a:srgbClr>'),
    ],
)
def test_a_box_below_the_lines_of_a_slide_or_behind_them_is_silent(shapes: str) -> None:
    assert told(deck(shapes), "a.pptx") == []


def test_no_copy_shows_a_line_of_a_slide_that_a_box_hid() -> None:
    from answerable.gate.cleaning import StillThereError

    with pytest.raises(StillThereError, match="somebody meant"):
        clean_here(deck(lines("Four", SECRET) + bar(27)), "a.pptx", "docx", DEFAULT)


def test_white_words_in_a_clear_box_of_a_document_may_stand_on_another_shape() -> None:
    def boxed(fill: str) -> bytes:
        inner = f"<w:txbxContent>{words('', WHITE_OF_ITS_OWN)}</w:txbxContent>"
        shape_ = f'<wps:wsp xmlns:wps="urn:wps"><wps:spPr>{fill}</wps:spPr><wps:txbx>{inner}</wps:txbx></wps:wsp>'
        return styled(f"<w:p><w:r><w:drawing>{shape_}</w:drawing></w:r></w:p>")

    assert told(boxed("<a:noFill/>"), "a.docx") == []
    assert told(boxed(filled("203040")), "a.docx") == []
    assert told(boxed(filled("FFFFFF")), "a.docx") == [("white_text", SECRET)]


def test_white_words_before_a_group_of_shapes_pass() -> None:
    frame = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="9000000" cy="5000000"/></a:xfrm>'
    inner = f'<p:sp><p:nvSpPr><p:cNvPr id="7" name="Dark"/></p:nvSpPr><p:spPr>{filled("203040")}</p:spPr></p:sp>'
    group = f"<p:grpSp><p:grpSpPr>{frame}</p:grpSpPr>{inner}</p:grpSp>"
    assert told(deck(group + lettered("FFFFFF")), "a.pptx") == []
    assert told(deck(group.replace(inner, "") + lettered("FFFFFF")), "a.pptx") != []


def test_letters_of_no_colour_of_their_own_are_written_as_clear_and_are_seen() -> None:
    def lettered_odt(more: str) -> bytes:
        look = f'<style:style style:name="t" style:family="text"><style:text-properties {more} fo:opacity="0%"/></style:style>'
        body = f'<text:p>Made by <text:span text:style-name="t">{SECRET}</text:span></text:p>'
        return opendocument("text", body, look)

    assert told(lettered_odt('style:use-window-font-color="true"'), "a.odt") == []
    assert told(lettered_odt('fo:color="#000000"'), "a.odt") == [("white_text", SECRET)]
