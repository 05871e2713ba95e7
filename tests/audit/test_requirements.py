"""Every mandatory item of a notice is looked for by a rule, or the map says why none can."""

from importlib.resources import files

import pytest
import yaml

from answerable import law
from answerable.audit import all_rules

MAP = yaml.safe_load((files("answerable.audit") / "requirements.yaml").read_text("utf-8"))
MANDATORY = [
    item for kind in law.notices() for item in kind.requirements if item.status == "mandatory"
]
HIDDEN = "not visible in text: "


@pytest.mark.parametrize("item", MANDATORY, ids=lambda item: item.id)
def test_every_mandatory_item_is_in_the_map(item: law.Requirement) -> None:
    assert item.id in MAP


def test_the_map_names_no_item_that_the_law_does_not_have() -> None:
    assert set(MAP) <= {item.id for kind in law.notices() for item in kind.requirements}


@pytest.mark.parametrize("slug", sorted({v for v in MAP.values() if not v.startswith(HIDDEN)}))
def test_every_rule_that_the_map_names_exists(slug: str) -> None:
    assert slug in {rule.slug for rule in all_rules()}


def test_what_cannot_be_seen_says_why() -> None:
    for value in MAP.values():
        if value.startswith(HIDDEN):
            assert len(value) > len(HIDDEN) + 20


def test_most_items_can_be_seen() -> None:
    seen = [value for value in MAP.values() if not value.startswith(HIDDEN)]
    assert len(seen) >= 0.9 * len(MAP)
