"""What a hurried officer sends: chains below a mail, pale words, low rows, words in formulas."""

import struct

import pytest
from tests.gate.cases.making import SECRET, WORD, docx, ole, opendocument, row, run, xlsx
from tests.gate.cases.old import doc, label, xls

from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT

HEAD = (
    "From: foi@council.example\r\nTo: Mary Jones <mary@mail.example>\r\nSubject: Answer\r\n"
    "MIME-Version: 1.0\r\nContent-Type: text/{}; charset=utf-8\r\n\r\n"
)
REMARK = f"{SECRET} was dismissed."


def told(data: bytes, name: str) -> list[str]:
    return [x.slug for x in inspect_here(data, name, DEFAULT, "full").findings]


def plain(body: str) -> list[str]:
    return told((HEAD.format("plain") + body).encode(), "a.eml")


def web(body: str) -> list[str]:
    return told((HEAD.format("html") + f"<html><body>{body}</body></html>").encode(), "a.eml")


def block(who: str) -> str:
    return f"From: {who}\r\nSent: 1 March 2026\r\nTo: FOI\r\nSubject: Records\r\n\r\n{REMARK}\r\n"


def test_a_chain_as_outlook_writes_it_holds() -> None:
    assert "quoted_chain" in plain(f"We hold four.\r\n\r\n{block('Jo Sample')}")
    inner = "<p>We hold four.</p><div><b>From:</b> Jo Sample<br><b>Sent:</b> 1 March 2026<br>"
    assert "quoted_chain" in web(f"{inner}<b>To:</b> FOI</div><p>{REMARK}</p>")


@pytest.mark.parametrize(
    "who", ["Mary Jones", "mary@mail.example", "Mary Jones <mary@mail.example>"]
)
def test_the_one_mail_of_who_asked_may_stand_below_as_outlook_writes_it(who: str) -> None:
    asked = block(who).replace(REMARK, "How many records do you hold?")
    assert "quoted_chain" not in plain(f"We hold four.\r\n\r\n{asked}")
    assert "quoted_chain" in plain(f"We hold four.\r\n\r\n{asked}\r\n{block('Jo Sample')}")


def test_a_mail_that_speaks_of_senders_and_dates_is_no_chain() -> None:
    assert plain("The records come from: the registry. Sent: four letters.\r\n") == []


@pytest.mark.parametrize(
    ("body", "slug"),
    [
        (f'<font color="#ffffff">{REMARK}</font>', "white_text"),
        (f'<p style="color: white">{REMARK}</p>', "white_text"),
        (f'<td bgcolor="#003366"><span style="color:#036">{REMARK}</span></td>', "white_text"),
        (f'<div style="display:none"><p><b>{REMARK}</b></p></div>', "hidden_text"),
        (f'<span style="font-size:0">{REMARK}</span>', "hidden_text"),
        (f'<span style="font-size:1px">{REMARK}</span>', "tiny_text"),
    ],
)
def test_words_of_a_mail_that_nobody_sees_are_found(body: str, slug: str) -> None:
    assert web(f"<p>We hold four.</p><table><tr>{body}</tr></table>") == [slug]


@pytest.mark.parametrize(
    "body",
    [
        '<td bgcolor="#003366"><font color="#ffffff">The Council</font></td>',
        '<td style="background-color:#036"><p style="color:#fff">The Council</p></td>',
        '<td background="cid:a"><font color="white">The Council</font></td>',
        '<td><p style="color:#fff"><span style="color:#000">The Council</span></p></td>',
        '<td style="font-size:1.2em">The Council</td>',
    ],
)
def test_words_of_a_mail_that_are_seen_pass(body: str) -> None:
    assert web(f"<p>We hold four.</p><table><tr>{body}</tr></table>") == []


def low(rule: str, height: int) -> bytes:
    props = f'<w:trPr><w:trHeight w:val="{height}" w:hRule="{rule}"/></w:trPr>'
    inner = f"<w:tc><w:p>{run(SECRET)}</w:p></w:tc>"
    return docx(f'<w:tbl xmlns:w="{WORD}"><w:tr>{props}{inner}</w:tr></w:tbl>')


def low_odt(height: str) -> bytes:
    look = f'<style:style style:name="r" style:family="table-row"><style:table-row-properties style:row-height="{height}"/></style:style>'
    inner = f"<table:table-cell><text:p>{SECRET}</text:p></table:table-cell>"
    body = f'<table:table><table:table-row table:style-name="r">{inner}</table:table-row></table:table>'
    return opendocument("text", body, look)


def low_rtf(height: int) -> bytes:
    return rf"{{\rtf1\ansi Seen.\par\trowd\trrh{height}\cellx900\pard\intbl {SECRET}\cell\row}}".encode()


def low_doc(height: int) -> bytes:
    ends = struct.pack("<HBHBHh", 0x2416, 1, 0x2417, 1, 0x9407, height)
    return doc((f"{SECRET}\x07", b""), paragraph=ends)


@pytest.mark.parametrize(
    ("small", "large", "name"),
    [
        (low("exact", 10), low("exact", 300), "a.docx"),
        (low("exact", 10), low("atLeast", 10), "a.docx"),
        (low_odt("0.01cm"), low_odt("0.6cm"), "a.odt"),
        (low_rtf(-10), low_rtf(10), "a.rtf"),
        (low_doc(-10), low_doc(10), "a.doc"),
    ],
)
def test_a_row_of_words_too_low_to_be_seen_is_found(small: bytes, large: bytes, name: str) -> None:
    assert told(small, name) == ["hidden_row"]
    assert told(large, name) == []


def formula_xls(words: str) -> bytes:
    said = b"\x17" + bytes([len(words), 0]) + words.encode()
    body = struct.pack("<3Hd", 0, 1, 0, 1.0) + bytes(6) + struct.pack("<H", len(said)) + said
    return xls(label("seen"), (0x06, body))


def formula_ods(words: str) -> bytes:
    cell = f'<table:table-cell table:formula=\'of:=IF(1;"Seen";"{words}")\'><text:p>Seen</text:p></table:table-cell>'
    return opendocument(
        "spreadsheet",
        f'<table:table table:name="A"><table:table-row>{cell}</table:table-row></table:table>',
    )


def formula_xlsx(words: str) -> bytes:
    cell = f'<c r="A3" t="str"><f>IF(TRUE,"Seen","{words}")</f><v>Seen</v></c>'
    return xlsx(row(1, "Ward", "Cases") + f'<row r="3">{cell}</row>')


@pytest.mark.parametrize(
    ("maker", "name"), [(formula_xls, "a.xls"), (formula_ods, "a.ods"), (formula_xlsx, "a.xlsx")]
)
def test_longer_words_in_a_formula_are_told_and_short_ones_are_not(maker, name: str) -> None:  # type: ignore[no-untyped-def]
    assert told(maker(REMARK), name) == ["formula_text"]
    assert inspect_here(maker(REMARK), name, DEFAULT).verdict == "hold"
    assert told(maker("No"), name) == []


def test_a_line_that_nobody_sees_hides_nothing() -> None:
    hides = struct.pack("<HB", 0x083C, 1)
    assert told(doc(("Seen. ", b""), ("|", hides)), "a.doc") == []
    assert told(doc(("Seen. ", b""), ("Jo", hides)), "a.doc") == ["hidden_text"]


def test_words_of_a_mail_nested_beyond_reason_are_read_all_the_same() -> None:
    deep = "<div>" * 900 + f"Name: {SECRET}, NHS number 943 476 5919" + "</div>" * 900
    assert "visible_personal_data" in web(f"<p>We hold four.</p>{deep}")


def test_accents_in_a_mail_are_read_as_they_are_written() -> None:
    data = HEAD.format("html") + '<p>We hold four.</p><p style="color:#fff">Naïve café, £4</p>'
    findings = inspect_here(data.encode(), "a.eml", DEFAULT, "full").findings
    assert [one.excerpt for one in findings] == ["Naïve café, £4"]


def outlook(to: str) -> bytes:
    body = "We hold four.\r\n\r\n" + block("Mary Jones").replace(REMARK, "How many?")
    streams = {"1000001F": body, "0E04001F": to, "0037001F": "Answer"}
    made = {f"__substg1.0_{name}": text.encode("utf-16le") for name, text in streams.items()}
    return ole({"__properties_version1.0": bytes(32), **made})


def test_an_outlook_message_may_quote_the_one_mail_that_it_answers() -> None:
    assert "quoted_chain" not in told(outlook("Mary Jones"), "a.msg")
    assert "quoted_chain" in told(outlook("Owen Pritchard"), "a.msg")
