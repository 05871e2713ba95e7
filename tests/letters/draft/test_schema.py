"""The published JSON Schema is that of the dataclasses, and says what the reader says."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from answerable import law
from answerable.letters.draft import read_record, schema
from answerable.letters.samples import example, sample
from answerable.model import UnusableInputError

PUBLISHED = Path(__file__).parents[3] / "docs" / "schema" / "decision-record.schema.json"
KINDS = sorted(notice.kind for notice in law.notices())


class _Plain(yaml.SafeLoader):
    """YAML as JSON would have it: dates stay words."""


_Plain.yaml_implicit_resolvers = {
    first: [row for row in rows if row[0] != "tag:yaml.org,2002:timestamp"]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def loaded(text: str) -> Any:
    return yaml.load(text, Loader=_Plain)


def test_the_published_schema_is_the_one_that_the_code_makes() -> None:
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == schema(), (
        "run python scripts/build_schema.py"
    )


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("kind", [*KINDS, "seed"])
def test_every_example_is_valid(kind: str) -> None:
    text = sample("seed_decision.yaml") if kind == "seed" else example(kind)
    jsonschema.Draft202012Validator(schema()).validate(loaded(text))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("whose:", "wose:"),
        ("threshold: would be likely to", "threshold: might"),
        ("decision: withheld", "decision: kept"),
        ("regime: FOIA", "regime: FOI"),
        ("subject: disclosure", "subject: release"),
    ],
)
def test_what_the_schema_refuses_the_reader_refuses_too(old: str, new: str) -> None:
    text = example("foia_refusal").replace(old, new, 1)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema()).validate(loaded(text))
    with pytest.raises(UnusableInputError):
        read_record(text, "r.yaml")
