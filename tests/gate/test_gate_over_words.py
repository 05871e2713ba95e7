"""A box or picture laid over words is found in texts of every format; one that hides none is not."""

import pytest
from tests.gate.cases.drawn import LONG, MAKERS, SAID, Drawn

from answerable.gate.cleaning import StillThereError, clean_here
from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT
from answerable.gate.redacting import Marks, redact_here

OVER = {
    "black": Drawn(),
    "white": Drawn(fill="ffffff"),
    "grey": Drawn(fill="808080"),
    "a picture": Drawn(0, 0, 400, 16, fill="", picture="opaque"),
    "from the paragraph below": Drawn(0, 30, 400, 26, said=SAID),
    "with some words of its own": Drawn(label="s.40(2)"),
    "light with the words of a mark": Drawn(fill="ffffff", label="Redacted s.40"),
    "over a line in the middle": Drawn(0, 28, 450, 14, said=LONG * 2 + SAID + LONG * 2),
}
BESIDE = {
    "behind the words": Drawn(fill="ffff99", behind=True),
    "not filled": Drawn(fill=""),
    "half see-through": Drawn(fill="ffff00", clear=True),
    "beside short words": Drawn(250, said="See below"),
    "in the margin": Drawn(-40, 0, 30, 40),
    "with the words around it": Drawn(wraps=True),
    "a frame of words": Drawn(fill="ffffff", label="Town Hall"),
    "a rule": Drawn(0, 13, 450, 1),
    "a see-through picture": Drawn(0, 0, 400, 16, fill="", picture="clear"),
    "a signature below the name": Drawn(0, 12, 100, 14, fill="", picture="opaque", said="Yours faithfully"),
}  # fmt: skip


def covered(data: bytes, name: str) -> list[str]:
    report = inspect_here(data, name, DEFAULT, "full")
    return [one.excerpt for one in report.findings if one.slug == "text_under_box"]


@pytest.mark.parametrize(
    ("name", "which"),
    [  # what words are in a box of an old document is not looked up
        (x, y)
        for x in MAKERS
        for y in OVER
        if (x, y) != ("a.doc", "light with the words of a mark")
    ],
)
def test_words_under_a_box_are_found(name: str, which: str) -> None:
    found = covered(MAKERS[name](OVER[which]), name)
    assert len(found) == 1
    assert ("Oakeshott" in found[0]) is (which != "from the paragraph below")


@pytest.mark.parametrize("which", BESIDE)
@pytest.mark.parametrize("name", MAKERS)
def test_a_box_that_hides_no_words_is_silent(name: str, which: str) -> None:
    data = MAKERS[name](BESIDE[which])
    assert covered(data, name) == []
    assert inspect_here(data, name, DEFAULT).verdict == "pass"


@pytest.mark.parametrize("name", ["a.odt", "a.docx"])
def test_no_copy_shows_words_that_a_box_hid(name: str) -> None:
    with pytest.raises(StillThereError, match="somebody meant these words to go"):
        clean_here(MAKERS[name](Drawn()), name, name[2:], DEFAULT)


@pytest.mark.parametrize("name", ["a.odt", "a.docx"])
def test_a_copy_of_words_beside_a_box_is_made(name: str) -> None:
    assert clean_here(MAKERS[name](Drawn(behind=True)), name, name[2:], DEFAULT).data


def test_a_redacted_copy_takes_the_words_out_from_under_the_box() -> None:
    data = MAKERS["a.docx"](Drawn())
    marks = Marks.of({"terms": [["Wilhelmina Oakeshott", "s.40(2)"]], "regions": []})
    made = redact_here(data, "a.docx", "docx", marks, DEFAULT)
    assert b"Oakeshott" not in made.copy.data
    assert any("under a box" in row.place for row in made.schedule)


def test_a_redacted_copy_is_refused_if_the_words_under_the_box_are_not_named() -> None:
    marks = Marks.of({"terms": [["policy", ""]], "regions": []})
    with pytest.raises(StillThereError, match="somebody meant"):
        redact_here(MAKERS["a.docx"](Drawn()), "a.docx", "docx", marks, DEFAULT)


@pytest.mark.parametrize("number", ["--5", "²", "9" * 400, ""])
def test_a_colour_that_is_no_number_does_not_stop_the_reading(number: str) -> None:
    written = MAKERS["a.rtf"](Drawn()).replace(b"{\\sv 0}", b"{\\sv " + number.encode() + b"}")
    assert written != MAKERS["a.rtf"](Drawn())
    assert covered(written, "a.rtf") == [SAID]
