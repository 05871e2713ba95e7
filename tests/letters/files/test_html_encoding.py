"""The characters of a page that does not say how it is written."""

from answerable.letters.files import open_bytes

WORDS = "We can’t confirm or deny: £5 – “none”."


def test_a_page_that_says_nothing_is_read_as_utf_8() -> None:
    page = f"<html><body><p>{WORDS}</p></body></html>".encode()
    assert WORDS in open_bytes(page, "letter.html").text


def test_a_page_that_says_how_it_is_written_is_read_so() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>£5 é</p></body></html>'
    assert "£5 é" in open_bytes(page.encode("latin-1"), "letter.html").text


def test_a_page_that_is_no_utf_8_is_read_all_the_same() -> None:
    page = "<html><body><p>We paid £5 for it.</p></body></html>".encode("latin-1")
    assert "for it." in open_bytes(page, "letter.html").text
