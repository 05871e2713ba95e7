"""The shared cleaning step: what a letter asks stays, all else goes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.precedents.boilerplate import repeated_sentences, sample
from answerable.precedents.clean import asked_words, clean, is_stock, sentence_key, sentences
from answerable.precedents.words import content, words

LETTER = """From: Pat Example <pat@example.org>
Subject: FOI request

Dear Tarnbrook Council,

Under the Freedom of Information Act 2000 please provide me with the following information:
1. How many parking tickets were issued on Orchard Lane in 2024?
2. The income from them.

I would prefer to receive this electronically. Please acknowledge receipt.

Yours faithfully,
Pat Example
12 High Street

On Monday 3 March 2025 the council wrote:
> Thank you for your enquiry about allotments.
"""


def test_only_what_is_asked_is_left() -> None:
    kept = clean(LETTER)
    assert "parking tickets were issued on Orchard Lane" in kept
    assert "The income from them" in kept
    for gone in ("Pat", "Dear", "acknowledge", "electronically", "allotments", "Subject"):
        assert gone not in kept


def test_the_name_of_the_body_goes_where_it_is_known() -> None:
    assert "Tarnbrook" not in clean(
        "How many dogs has Tarnbrook Council seized?", ["Tarnbrook Council"]
    )


def test_a_postscript_that_asks_is_kept() -> None:
    kept = clean("Dear all,\nHow many dogs?\nThanks\nP.S. how many cats were seized?")
    assert "cats" in kept


def test_thanks_at_the_top_does_not_cut_the_letter() -> None:
    assert "swans" in clean(
        "Thanks\n\n" + "How many swans were counted on the river in May?\n" * 20
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "I look forward to hearing from you within 20 working days.",
        "If any part is exempt, please explain the exemption relied on.",
        "Please reply by email.",
    ],
)
def test_stock_sentences_are_known(sentence: str) -> None:
    assert is_stock(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "How many requests were refused?",
        "The number of reviews within 20 working days.",
        "1. Fees.",
        "Please list the cost of the contract.",
        "Please send the minutes of the flood board.",
    ],
)
def test_a_sentence_that_asks_is_never_stock(sentence: str) -> None:
    assert not is_stock(sentence)


@given(st.text())
def test_a_letter_with_words_is_never_cleaned_to_nothing(text: str) -> None:
    assert bool(words(clean(text))) == bool(words(text))


def test_words_are_folded_and_made_singular() -> None:
    assert words("Café's NOTICES, policies; bus gas") == ["cafe", "notice", "policy", "bus", "gas"]
    assert content("Please provide the number of cats") == ["cat"]


def test_a_sentence_that_a_log_repeats_is_found_and_a_round_robin_is_not() -> None:
    things = [
        "owls",
        "kilns",
        "canals",
        "hedges",
        "sheds",
        "buses",
        "pianos",
        "lamps",
        "clocks",
        "bridges",
        "ponds",
        "ferries",
    ]
    places = ["Aston", "Bexby", "Corfe", "Denby", "Elton", "Farley", "Garth"]
    mixed = [
        f"Figures for {t} {n} near {p}.\nOur newsroom covers the whole valley region."
        for n, t in enumerate(things)
        for p in places
    ]
    robin = ["Costs of zeppelin hangars and their staff.\nNames of zeppelin makers."] * 40
    found = repeated_sentences([*mixed, *robin])
    assert sentence_key("Our newsroom covers the whole valley region.") in found
    assert sentence_key("Names of zeppelin makers.") not in found


@pytest.mark.parametrize(
    "closing",
    [
        "Yours kindly faithfully,",
        "faithfully,",
        "Yours most sincerely",
        "Yours, Pat Example",
        "I look forward to hearing from you within 20 working days. Yours faithfully,",
    ],
)
def test_a_closing_with_a_word_more_or_less_still_ends_the_letter(closing: str) -> None:
    kept = clean(f"How many swans were counted at Mere End?\n\n{closing}\nQuentin Zeppelin")
    assert "swans" in kept and "Zeppelin" not in kept


@pytest.mark.parametrize(
    "line",
    [
        "Which papers are yours to disclose under the scheme of 2020?",
        "Was the plan faithfully carried out by the contractor?",
    ],
)
def test_a_sentence_that_has_a_word_of_a_closing_does_not_end_the_letter(line: str) -> None:
    assert "Zeppelin" in clean(f"{line}\nSend the list of hangars of Quentin Zeppelin.")


def test_a_repeated_sentence_that_lost_or_gained_a_word_is_cut_as_the_others_are() -> None:
    stock = repeated_sentences(
        f"Figures for thing{n} near place{n * 7}.\nOur newsroom covers the whole valley region."
        for n in range(40)
    )
    for told in (
        "Our newsroom covers the whole valley region.",
        "Our newsroom also covers all the whole valley region please.",
        "Our newsroom covers the valley region.",
    ):
        assert clean(f"Costs of kilns.\n{told}", (), stock) == "Costs of kilns."
    other = "Our newsroom covers the harbour."
    assert other in clean(f"Costs of kilns.\n{other}", (), stock)


def test_a_sample_is_the_same_letters_in_their_order_and_all_of_a_small_log() -> None:
    letters = [(n, str(n)) for n in range(1, 301)]
    some = sample(letters, 50)
    assert some == sample(reversed(letters), 50)
    assert len(some) == 50 and [*map(int, some)] == sorted(map(int, some))
    assert sample(letters) == [text for _, text in letters]


def test_a_letter_of_very_many_sentences_is_counted_in_a_moment() -> None:
    import time

    start = time.process_time()
    repeated_sentences(["\n".join(f"Item{n} of the store." for n in range(20_000))])
    assert time.process_time() - start < 20


@given(st.text(alphabet="ab .;?!\n\r\t", max_size=60))
def test_sentences_end_at_a_mark_before_a_space_and_at_a_line(text: str) -> None:
    expected = [
        each.strip() for each in re.split(r"(?<=[.!?;])\s+|\n+", text) if re.search("[ab]", each)
    ]
    assert sentences(text) == expected


@given(st.text(alphabet="Please how many owls’ 'é.;?\n-1)", max_size=80))
def test_the_words_asked_are_those_of_the_cleaned_text(text: str) -> None:
    assert asked_words(text) == content(clean(text))


def test_a_long_sentence_is_looked_at_as_a_short_one() -> None:
    short = "Please provide the information requested by email."
    assert is_stock(short)
    assert is_stock(" ".join([short[:-1]] * 20) + ".")
    assert sentence_key("owls and bats") == sentence_key(" and ".join(["owls", "bats"] * 60))
