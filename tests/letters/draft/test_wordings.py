"""Both languages have every sentence with the same placeholders; English is as it was."""

import hashlib
import json
import re
from pathlib import Path
from string import Formatter

import pytest

from answerable import law
from answerable.letters.draft import read_record, write_notice
from answerable.letters.draft.periods import period
from answerable.letters.draft.wording import Name, softened, wording
from answerable.letters.samples import example, sample
from answerable.letters.writers import to_html, to_text
from answerable.model import Regime

ENGLISH, WELSH = wording("en"), wording("cy")
BEFORE: dict[str, str] = json.loads(
    (Path(__file__).parent / "english.json").read_text(encoding="utf-8")
)
SCOTTISH = re.compile(r"FOISA|EISR|scottish|balance\.with")
#: Names that the law's data has in English only: a limb's title, the regulator's office.
ENGLISH_ONLY = {"title", "name"}
OURS = sorted(key for key in ENGLISH.words if not SCOTTISH.search(key))
CLOCKS = ("response", "internal_review_target", "last_day_to_ask_internal_review",
          "ico_complaint_window", "fee_payment_window")  # fmt: skip


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_sentence_that_is_not_scottish_is_in_welsh_and_no_other() -> None:
    assert sorted(WELSH.words) == OURS


@pytest.mark.parametrize("key", OURS)
def test_a_sentence_has_the_same_placeholders_in_welsh(key: str) -> None:
    english, welsh = placeholders(ENGLISH.words[key]), placeholders(WELSH.words[key])
    assert english - ENGLISH_ONLY == welsh


@pytest.mark.parametrize("key", OURS)
def test_a_sentence_is_not_english_left_as_it_was(key: str) -> None:
    letters = re.sub(r"\{.*?\}", "", ENGLISH.words[key])
    if any(c.isalpha() for c in letters):
        assert ENGLISH.words[key] != WELSH.words[key]


def test_the_welsh_is_marked_as_not_yet_checked_by_a_translator() -> None:
    assert WELSH.checked is False


@pytest.mark.parametrize("kind", BEFORE)
def test_the_english_letter_is_as_it_was_byte_for_byte(kind: str) -> None:
    text = sample("seed_decision.yaml") if kind == "seed" else example(kind)
    notice = write_notice(read_record(text, kind))
    whole = (to_text(notice) + to_html(notice)).encode()
    assert hashlib.sha256(whole).hexdigest() == BEFORE[kind]


def test_the_bytes_are_kept_for_every_kind() -> None:
    assert set(BEFORE) == {notice.kind for notice in law.notices()} | {"seed"}


@pytest.mark.parametrize(("clock", "shown"), [
    ("response", "20 diwrnod gwaith"), ("ico_complaint_window", "chwe wythnos"),
    ("fee_payment_window", "tri mis"), ("last_day_to_ask_internal_review", "40 diwrnod gwaith"),
])  # fmt: skip
def test_periods_count_as_welsh_counts(clock: str, shown: str) -> None:
    assert period(clock, Regime.FOIA, "cy") == shown


@pytest.mark.parametrize(("number", "unit", "shown"), [
    (1, "week", "un wythnos"), (2, "week", "dwy wythnos"), (3, "week", "tair wythnos"),
    (2, "calendar_month", "dau fis"), (6, "calendar_month", "chwe mis"),
    (12, "calendar_month", "12 mis"), (2, "working_day", "dau ddiwrnod gwaith"),
    (21, "calendar_day", "21 diwrnod"),
])  # fmt: skip
def test_numerals_have_the_gender_of_what_they_count(number: int, unit: str, shown: str) -> None:
    assert WELSH.counted(number, unit) == shown


@pytest.mark.parametrize(("items", "shown"), [
    (("1", "2"), "1 a 2"), (("1", "2", "4"), "1, 2 a 4"), (("7", "8"), "7 ac 8"),
    (("2", "11"), "2 ac 11"), (("9", "10"), "9 a 10"), (("4", "18"), "4 ac 18"),
    (("adran 40(2)", "adran 43(2)"), "adran 40(2) ac adran 43(2)"),
    (("rheoliad 12(4)(b)", "rheoliad 12(5)(e)"), "rheoliad 12(4)(b) a rheoliad 12(5)(e)"),
])  # fmt: skip
def test_and_stands_as_it_must_before_vowels(items: tuple[str, ...], shown: str) -> None:
    assert WELSH.listed(items) == shown


def test_a_provision_is_mutated_after_a_preposition_and_nowhere_else() -> None:
    assert softened("rheoliad 12(5)(e)") == "reoliad 12(5)(e)"
    assert softened("adran 31(3)") == "adran 31(3)"
    assert f"{Name('rheoliad 9'):soft} {Name('rheoliad 9')}" == "reoliad 9 rheoliad 9"


def test_no_welsh_sentence_puts_an_unmutated_provision_after_o_dan() -> None:
    for key, text in WELSH.words.items():
        assert not re.search(r"[Oo] dan \{(cite|cited|relied)\}", text), key


def test_a_provision_keeps_its_capitals_at_the_start_of_a_sentence() -> None:
    assert f"{Name('section 40(5B)(a)(i)'):start}" == "Section 40(5B)(a)(i)"


def test_what_goes_on_is_not_said_to_have_been_dealt_with() -> None:
    for kind in ("foia_fees_notice", "foia_clarification", "eir_extension", "foia_s10_3_extension"):
        text = to_text(write_notice(read_record(example(kind), kind)))
        assert "are dealing with it under" in text
        assert "have dealt with it" not in text
    assert "have dealt with it" in to_text(write_notice(read_record(example("foia_s21"), "s21")))


@pytest.mark.parametrize(
    ("kind", "heading"),
    [
        ("foia_fees_notice", "Fees notice"),
        ("foisa_fees", "Fees notice"),
        ("eir_extension", "More time to answer"),
        ("foia_clarification", "What we need from you"),
    ],
)
def test_no_heading_stands_empty_above_another(kind: str, heading: str) -> None:
    lines = to_text(write_notice(read_record(example(kind), kind))).split("\n\n")
    assert lines.count(heading) == 1
    assert "Our decision" not in lines


def test_a_review_and_what_follows_from_it_have_headings_of_their_own() -> None:
    for kind in ("foia_internal_review", "eir_internal_review", "foisa_review"):
        lines = to_text(write_notice(read_record(example(kind), kind))).split("\n\n")
        assert lines.count("The review") == lines.count("Our decision") == 1


def test_whose_interests_they_are_is_said_with_an_article() -> None:
    for kind in ("foia_refusal", "foisa_refusal"):
        text = to_text(write_notice(read_record(example(kind), kind)))
        assert "the commercial interests of the" in text


def test_a_scottish_time_is_that_of_the_applicant_and_not_of_the_decision() -> None:
    text = to_text(write_notice(read_record(example("foisa_refusal"), "r")))
    assert ", within 40 working days of receiving this letter, giving your name" in text
    assert "for a decision, within six months of receiving our reply to your review: " in text
    text = to_text(write_notice(read_record(example("foisa_review"), "r")))
    assert "for a decision, within six months of receiving this letter: " in text


@pytest.mark.parametrize("kind", ["foia_internal_review", "eir_internal_review", "foisa_review"])
def test_an_enclosure_is_not_broken_at_its_comma(kind: str) -> None:
    text = to_text(write_notice(read_record(example(kind), kind)))
    enclosed = text.partition("Enclosed with this letter:\n\n")[2].partition("\n\n")[0]
    assert enclosed.startswith("- ")
    assert enclosed.endswith(" pages)")
    assert "\n" not in enclosed
