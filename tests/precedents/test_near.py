"""Signatures, bands and the exact likeness behind near duplicates."""

import random

from hypothesis import given
from hypothesis import strategies as st

from answerable.precedents.near import band_keys, differing, likeness, shingles, signature
from answerable.precedents.near.signature import plain_signature

WORDS = st.lists(
    st.sampled_from(["dog", "cat", "owl", "hen", "fox", "bee", "ant", "eel"]), max_size=30
)


@given(WORDS, WORDS)
def test_likeness_is_the_same_both_ways_and_between_0_and_1(
    one: list[str], other: list[str]
) -> None:
    a, b = shingles(one), shingles(other)
    assert 0 <= likeness(a, b) == likeness(b, a) <= 1
    assert likeness(a, a) == (1.0 if a else 0.0)


@given(WORDS.filter(bool))
def test_the_same_words_share_every_band(words: list[str]) -> None:
    keys = band_keys(signature(shingles(words)))
    assert keys == band_keys(signature(shingles(list(words))))
    assert len(keys) == 24
    assert all(-(2**63) <= key < 2**63 for key in keys)


def test_both_makers_estimate_likeness() -> None:
    dice = random.Random(3)
    words = [str(dice.randrange(10_000)) for _ in range(400)]
    one, other = shingles(words), shingles(words[100:])
    true = likeness(one, other)
    for maker in (signature, plain_signature):
        agree = sum(a == b for a, b in zip(maker(one), maker(other), strict=True)) / 120
        assert abs(agree - true) < 0.15


def test_letters_alike_by_eight_tenths_nearly_always_share_a_band() -> None:
    dice, found = random.Random(5), 0
    for _ in range(60):
        words = [str(dice.randrange(10_000)) for _ in range(100)]
        near = [*words[:50], "new", *words[50:95]]
        keys = set(band_keys(signature(shingles(words))))
        found += bool(keys & set(band_keys(signature(shingles(near)))))
    assert found == 60


def test_the_differing_words_are_named_on_their_side() -> None:
    assert differing(["a", "b", "c", "d"], ["a", "x", "c"]) == (("b", "d"), ("x",))


def test_the_longest_letters_are_compared_in_a_moment() -> None:
    import time

    words = [f"w{n % 50}" for n in range(60_000)]
    start = time.process_time()
    assert differing(words, ["new", *words])[1] == ("new",)
    assert time.process_time() - start < 5
