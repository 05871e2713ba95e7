"""Reasons of an officer for neither confirming nor denying: what gives the answer away, and what does not."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from answerable.audit import check_record
from answerable.letters.draft import read_record
from answerable.letters.draft.telling import told
from answerable.letters.samples import example, sample
from answerable.model.decision import NeitherConfirmNorDeny, NoticeRecord, Supplied

CASES = yaml.safe_load((Path(__file__).parent / "telling.yaml").read_text("utf-8"))


@pytest.mark.parametrize("text", CASES["tells"])
def test_what_tells_whether_something_is_held_is_shown(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize("text", CASES["tells_nothing"])
def test_what_is_supposed_or_known_to_all_tells_nothing(text: str) -> None:
    assert told(text) == ""


def test_a_lawful_sentence_before_or_after_does_not_hide_it() -> None:
    lawful = "If any were held, a yes would help offenders."
    leak = "We found three emails."
    assert told(f"{lawful} {leak}") == leak
    assert told(f"{leak} {lawful}") == leak
    assert told("A long day " * 60 + "and we found three emails in it").startswith("…")


def ncnd() -> NoticeRecord:
    return read_record(example("foia_ncnd"), "r.yaml")


def with_text(field: str, text: str) -> NoticeRecord:
    record = ncnd()
    [decision] = record.decisions
    assert isinstance(decision, NeitherConfirmNorDeny)
    [ground] = decision.grounds
    balance = ground.balance
    assert balance is not None
    if field in ("factors_for", "factors_against"):
        ground = replace(
            ground, balance=replace(balance, **{field: (*getattr(balance, field), text)})
        )
    elif field == "weighing":
        ground = replace(ground, balance=replace(balance, weighing=text))
    elif field in ("late_because", "published"):
        if field == "late_because":
            return replace(record, late_because=text)
        return replace(record, decisions=(replace(decision, published=text),))
    else:
        ground = replace(ground, **{field: text})
    return replace(record, decisions=(replace(decision, grounds=(ground,)),))


FIELDS = ["reasons", "weighing", "factors_for", "factors_against", "legitimate_interests",
          "published", "late_because"]  # fmt: skip


@pytest.mark.parametrize("field", FIELDS)
def test_every_free_text_is_judged_and_the_words_are_shown(field: str) -> None:
    text = "Our search found three items, and to say so would help offenders."
    found = [
        f for f in check_record(with_text(field, text)) if f.slug == "ncnd-implicit-confirmation"
    ]
    assert len(found) == 1
    assert text in found[0].message
    assert f"field “{field}”" in str(found[0].as_json()["where"])
    assert "if any were held" in found[0].fix


@pytest.mark.parametrize("field", FIELDS)
def test_a_lawful_text_passes_in_every_field(field: str) -> None:
    text = "If any such records were held, a yes would tell offenders that they are watched"
    slugs = [f.slug for f in check_record(with_text(field, text))]
    assert "ncnd-implicit-confirmation" not in slugs


def test_another_decision_of_the_same_letter_may_say_what_is_held() -> None:
    record = ncnd()
    supplied = Supplied(("1",), "We found three letters and they are enclosed")
    record = replace(
        record, decisions=(*record.decisions, supplied), late_because="We searched two stores"
    )
    assert "ncnd-implicit-confirmation" not in {f.slug for f in check_record(record)}


@pytest.mark.parametrize("name", ["foia_ncnd", "eir_ncnd", "foisa_ncnd", "seed"])
def test_the_examples_tell_nothing(name: str) -> None:
    text = sample("seed_decision.yaml") if name == "seed" else example(name)
    assert check_record(read_record(text, name)) == ()


@pytest.mark.parametrize(
    "word",
    [
        "a",
        "the ",
        "we ",
        "the file ",
        "1 ",
        "there is ",
        "if we found it, ",
        "a yes that we held it ",
    ],
)
def test_a_long_text_is_judged_in_time(word: str) -> None:
    start = time.process_time()
    told(word * (100_000 // len(word)))
    assert time.process_time() - start < 5


def test_a_reason_that_tells_what_is_done_there_is_refused_with_its_words() -> None:
    text = "We run cameras there on Fridays, and offenders would keep away."
    [found] = [
        f
        for f in check_record(with_text("reasons", text))
        if f.slug == "ncnd-implicit-confirmation"
    ]
    assert text in found.message
    assert "“reasons”" in found.message
