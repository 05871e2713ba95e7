"""A decision record is kept as data and comes back as it was."""

from dataclasses import replace

import pytest
from tests.desk.letters.fixtures import SAMPLES, sample

from answerable.desk.letters.as_data import as_data, from_data
from answerable.model import Regime, UnusableInputError

NAMES = sorted(each.name.removesuffix(".yaml") for each in SAMPLES.iterdir())


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_of_record_comes_back_as_it_was(name: str) -> None:
    record = sample(name)
    assert from_data(as_data(record), name) == record


def test_a_notice_borrowed_from_the_law_beside_comes_back_too() -> None:
    record = replace(sample("foia_full_disclosure"), regime=Regime.FOISA)
    assert from_data(as_data(record), "a Scottish answer") == record


def test_a_provision_that_is_none_any_more_is_refused() -> None:
    data = as_data(sample("foia_ncnd"))
    data["decisions"][0]["grounds"][0]["provision"] = "FOIA s.999"
    with pytest.raises(UnusableInputError, match="not a provision"):
        from_data(data, "an old letter")
