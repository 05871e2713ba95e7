"""A decision that keeps something back and names no provision is refused in one sentence."""

import pytest

from answerable.letters.draft.words import names
from answerable.model import UnusableInputError


def test_no_ground_is_refused_in_words() -> None:
    with pytest.raises(UnusableInputError, match="names no provision"):
        names(())
