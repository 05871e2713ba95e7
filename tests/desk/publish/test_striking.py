"""Who asked is struck out with visible marks; what is left is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.desk.publish.striking import Applicant, left_in, strike

ANN = Applicant(
    name="Ms Ann Example",
    email="ann.example@post.example",
    address="Flat 2\n14 Mill Lane\nNorthmere\nNM1 4QX",
)


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("Yours, Ann Example", "Yours, [name removed]"),
        ("ANN  EXAMPLE wrote", "[name removed] wrote"),
        ("Dear Ms Ann Example,", "Dear [name removed],"),
        ("Thanks, Ann", "Thanks, [name removed]"),
        ("Mail Ann.Example@post.example today", "Mail [e-mail removed] today"),
        ("I live at 14 Mill Lane.", "I live at [address removed]."),
        ("at NM1 4QX", "at [address removed]"),
        ("Example,\nAnn", "[name removed],\n[name removed]"),
    ],
)
def test_who_asked_is_struck_out(text: str, struck: str) -> None:
    assert strike(text, ANN) == struck
    assert left_in(strike(text, ANN), ANN) == []


@pytest.mark.parametrize(
    "text",
    [
        "An annual plan, with examples",
        "People in Northmere asked",
        "Mill Lane has two cameras",
        "The year 2014",
        "",
    ],
)
def test_words_that_only_look_alike_stay(text: str) -> None:
    assert strike(text, ANN) == text
    assert left_in(text, ANN) == []


def test_a_part_of_a_name_is_for_a_person_to_judge() -> None:
    assert left_in("An Example of it", ANN) == []
    assert left_in("An Example of it", ANN, sure=False) == ["Example"]


def test_a_name_of_one_word_is_all_there_is_and_is_sure() -> None:
    assert left_in("Yours, Zed", Applicant(name="Zed")) == ["Zed"]


def test_an_anonymous_request_has_nothing_to_strike() -> None:
    assert strike("Dear Council", Applicant()) == "Dear Council"
    assert left_in("Dear Council", Applicant()) == []


@given(
    before=st.text(alphabet="abc .,\n", max_size=20),
    after=st.text(alphabet="abc .,\n", max_size=20),
    word=st.sampled_from(["Ann Example", "ann.example@post.example", "14 Mill Lane", "NM1 4QX"]),
)
def test_wherever_it_stands_alone_it_goes(before: str, after: str, word: str) -> None:
    assert left_in(strike(f"{before} {word} {after}", ANN), ANN) == []


@given(name=st.text(max_size=30), text=st.text(max_size=60))
def test_no_name_breaks_it(name: str, text: str) -> None:
    applicant = Applicant(name=name, email=name, address=name)
    assert left_in(strike(text, applicant), Applicant()) == []
