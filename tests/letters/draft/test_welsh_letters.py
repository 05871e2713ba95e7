"""A letter in Welsh: every kind under FOIA and EIR, whole, with nothing in English."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from tests.letters.draft.in_welsh import translated
from tests.letters.draft.test_any_record import QUIET, records
from tests.letters.draft.test_every_ground import CASES, OTHERS, of, with_decision
from tests.letters.writers.test_same_words import joined, of_docx, of_html, of_pdf, of_text

from answerable import law
from answerable.audit import check_twin
from answerable.letters.draft import (
    Heading,
    Items,
    Notice,
    Paragraph,
    Table,
    lacking_welsh,
    read_record,
    write_notice,
)
from answerable.letters.samples import example, sample
from answerable.letters.writers import to_text
from answerable.letters.writers.links import pieces
from answerable.model import UnusableInputError
from answerable.model.decision import NoticeRecord, Translated

KINDS = sorted(n.kind for n in law.notices() if n.regime in ("FOIA", "EIR"))
SCOTTISH = sorted(n.kind for n in law.notices() if n.regime in ("FOISA", "EISR"))
ENGLISH = re.compile(
    r"\b(?:the|of|and|we|your|under|information|request|is|not|for|to|by|that|this|section|"
    r"regulation|question|questions|or)\b",
    re.IGNORECASE,
)


def record_of(kind: str) -> NoticeRecord:
    return read_record(sample("seed_decision.yaml") if kind == "seed" else example(kind), kind)


def shape(notice: Notice) -> list[tuple[object, ...]]:
    """The parts of a letter without their words: what stands where, and where its links go."""
    made: list[tuple[object, ...]] = []
    for block in notice.blocks:
        if isinstance(block, Heading):
            made.append(("heading", block.level))
        elif isinstance(block, Paragraph):
            urls = {url for _, url in pieces(block) if url}
            made.append(("paragraph", block.quoted, frozenset(urls)))
        elif isinstance(block, Items):
            made.append(("items", len(block.items), block.labels))
        elif isinstance(block, Table):
            made.append(("table", len(block.head), len(block.rows)))
    return made


def own_words(notice: Notice) -> str:
    """Everything but the authority's name and address, the applicant's words, names of files."""
    said: list[str] = [notice.title, *notice.head[-3:]]
    for before, block in zip((None, *notice.blocks), notice.blocks, strict=False):
        named = isinstance(before, Paragraph) and before.text.startswith("Wedi’i amgáu")
        if isinstance(block, Heading | Paragraph) and not getattr(block, "quoted", False):
            said.append(block.text)
        elif isinstance(block, Items) and not block.quoted and not named:
            said.extend(block.items)
        elif isinstance(block, Table):
            said.extend(cell for row in (block.head, *block.rows) for cell in row)
    regulator = law.table("regulators")["uk"]
    return "\n".join(said).replace(regulator["address"], "").replace(regulator["online"], "")


def whole(record: NoticeRecord) -> Notice:
    """The Welsh letter, after everything that must hold of it was looked at."""
    assert check_twin(record) == ()
    notice, english = write_notice(record), write_notice(replace(record, language="en"))
    assert shape(notice) == shape(english)
    left = ENGLISH.findall(own_words(notice).replace(record.authority.name, ""))
    assert left == [], to_text(notice)
    assert "{" not in to_text(notice)
    assert notice.language == "cy-GB"
    return notice


@pytest.mark.parametrize("kind", [*KINDS, "seed"])
def test_a_welsh_letter_of_each_kind_has_every_part_of_its_english_twin(kind: str) -> None:
    whole(translated(record_of(kind)))


@pytest.mark.parametrize("kind", [*KINDS, "seed"])
def test_all_four_forms_of_a_welsh_letter_say_the_same(kind: str) -> None:
    notice = write_notice(translated(record_of(kind)))
    wanted = of_text(notice)
    assert of_html(notice) == wanted
    assert of_docx(notice) == wanted
    assert joined(of_pdf(notice)) == joined(wanted)


@pytest.mark.parametrize(
    ("kind", "name"), [case for case in CASES if str(case[0]).startswith(("foia", "eir"))]
)
def test_every_ground_can_be_said_in_welsh(kind: str, name: str) -> None:
    whole(translated(of(kind, name)))


@pytest.mark.parametrize("name", [name for name in OTHERS if "Scotland" not in name])
def test_other_sorts_of_decision_can_be_said_in_welsh(name: str) -> None:
    whole(translated(with_decision(*OTHERS[name])))


@settings(max_examples=30, deadline=None, suppress_health_check=QUIET)
@given(records())
def test_any_valid_record_gives_a_whole_letter_in_welsh(record: NoticeRecord) -> None:
    assume(not record.regime.scottish)
    whole(translated(record))


@settings(max_examples=6, deadline=None, suppress_health_check=QUIET)
@given(records())
def test_any_welsh_letter_is_the_same_in_all_four_forms(record: NoticeRecord) -> None:
    assume(not record.regime.scottish)
    notice = write_notice(translated(record))
    wanted = of_text(notice)
    assert of_html(notice) == wanted
    assert of_docx(notice) == wanted
    assert joined(of_pdf(notice)) == joined(wanted)


@pytest.mark.parametrize("kind", SCOTTISH)
def test_a_letter_under_scottish_law_is_refused_in_one_sentence(kind: str) -> None:
    with pytest.raises(UnusableInputError, match=r"is not written in Welsh") as refused:
        write_notice(translated(record_of(kind)))
    assert "\n" not in str(refused.value)


def test_texts_without_welsh_are_all_named_and_nothing_is_written() -> None:
    made = translated(record_of("foia_refusal"))
    fewer = replace(made, welsh=made.welsh[3:])
    with pytest.raises(UnusableInputError, match="these texts have no Welsh") as refused:
        write_notice(fewer)
    for pair in made.welsh[:3]:
        assert pair.en[:40] in str(refused.value)
    for pair in made.welsh[3:]:
        assert pair.en[:40] not in str(refused.value)


def test_the_place_of_a_missing_text_is_said_in_words() -> None:
    made = replace(record_of("foia_refusal"), language="cy")
    places = {text: place for place, text in lacking_welsh(made)}
    severance = next(text for text in places if text.startswith("The total price of the contract"))
    assert places[severance] == "the decision on question 1, “severance”"
    reasons = next(text for text in places if text.startswith("The prices show"))
    assert places[reasons] == "the decision on question 1, FOIA s.43(2), “reasons”"


def test_a_text_that_was_changed_after_it_was_translated_has_no_welsh_any_more() -> None:
    made = translated(record_of("foia_not_held"))
    [decision] = made.decisions
    changed = replace(made, decisions=(replace(decision, searches="We looked elsewhere"),))  # type: ignore[call-arg]
    assert [text for _, text in lacking_welsh(changed)] == ["We looked elsewhere"]


def test_white_space_does_not_part_a_text_from_its_welsh() -> None:
    made = translated(record_of("foia_not_held"))
    spaced = tuple(Translated(pair.en.replace(" ", "\n  "), pair.cy) for pair in made.welsh)
    assert lacking_welsh(replace(made, welsh=spaced)) == ()


def test_an_empty_welsh_is_none() -> None:
    made = translated(record_of("foia_not_held"))
    blank = tuple(Translated(pair.en, "  ") for pair in made.welsh)
    assert len(lacking_welsh(replace(made, welsh=blank))) == len(made.welsh)


def test_names_of_authority_and_files_stay_unless_they_have_a_welsh() -> None:
    made = translated(record_of("foia_internal_review"))
    text = to_text(write_notice(made))
    assert "Wexcombe District Council" in text
    assert "- Leisure review 2025 (PDF, 24 pages)\n" in text
    named = replace(
        made, welsh=(*made.welsh, Translated("Wexcombe District Council", "Cyngor Dosbarth"))
    )
    assert to_text(write_notice(named)).startswith("Cyngor Dosbarth\n")


def test_the_applicants_own_words_are_never_changed() -> None:
    made = translated(record_of("foia_refusal"))
    asked = made.questions[0].text
    meddled = replace(made, welsh=(*made.welsh, Translated(asked, "Geiriau eraill")))
    assert asked in to_text(write_notice(meddled))
    assert "Geiriau eraill" not in to_text(write_notice(meddled))


def test_numbers_and_sums_of_money_need_no_welsh() -> None:
    wanted = {text for _, text in lacking_welsh(record_of("foia_full_disclosure"))}
    assert "Year" in wanted
    assert not wanted & {"1,204", "2023/24"}


def test_the_welsh_says_what_the_law_calls_things() -> None:
    text = to_text(write_notice(translated(record_of("foia_ncnd"))))
    for words in ("Deddf Rhyddid Gwybodaeth 2000", "o dan adran 17", "yn cadarnhau nac yn gwadu",
                  "budd y cyhoedd", "adolygiad mewnol", "Comisiynydd Gwybodaeth", "24 Mawrth 2026",
                  "o fewn 40 diwrnod gwaith", "o fewn chwe wythnos", "Annwyl ymgeisydd"):  # fmt: skip
        assert words in text, words
    environmental = to_text(write_notice(translated(record_of("eir_refusal"))))
    for words in ("Rheoliadau Gwybodaeth Amgylcheddol 2004", "o dan reoliad 14", "yw rheoliad"):
        assert words in environmental, words


def test_a_lapse_of_the_record_is_found_by_its_english_twin() -> None:
    made = translated(record_of("foia_refusal"))
    late = replace(made, sent=date(2026, 6, 1))
    assert [finding.slug for finding in check_twin(late)] == ["late-notice"]
