"""The data itself: ids, cites, dates, source marks, counts; in step with what is compiled."""

import importlib.util
import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest

from answerable import law
from answerable.law import store
from answerable.law.cites import parse, parse_one
from answerable.model import Regime

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "law"
DATA = ROOT / "src" / "answerable" / "law" / "data"


def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_law", ROOT / "scripts" / "build_law.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["build_law"] = module
    spec.loader.exec_module(module)
    return module


BUILD = builder()


def every(value: Any, key: str) -> list[Any]:
    """Every value under ``key`` at any depth."""
    if isinstance(value, dict):
        here = [value[key]] if key in value else []
        return here + [found for each in value.values() for found in every(each, key)]
    if isinstance(value, list):
        return [found for each in value for found in every(each, key)]
    return []


@pytest.mark.parametrize("family", sorted(BUILD.compiled()))
def test_what_is_compiled_is_in_step_with_the_yaml(family):
    compiled = msgspec.json.decode((DATA / "compiled" / f"{family}.json").read_bytes())
    fresh = msgspec.json.decode(msgspec.json.encode(BUILD.compiled()[family]))
    assert compiled == fresh, "run `make law`"


def test_nothing_else_is_compiled():
    families = {path.stem for path in (DATA / "compiled").glob("*.json")}
    assert families == set(BUILD.compiled())


@pytest.mark.parametrize(
    "rows",
    [law.provisions(), law.purposes(), law.defects(), law.cases(), store.contested_points()],
    ids=["provisions", "purposes", "defects", "cases", "contested"],
)
def test_ids_are_unique(rows):
    assert [id_ for id_, n in Counter(row.id for row in rows).items() if n > 1] == []


def test_kinds_of_notices_and_their_requirements_are_unique():
    assert len({kind.kind for kind in law.notices()}) == len(law.notices())
    for kind in law.notices():
        ids = [each.id for each in kind.requirements]
        assert len(set(ids)) == len(ids), kind.kind


def test_counts_are_what_the_data_says_of_itself():
    meta = store.table("profiles")["meta"]
    assert len(law.provisions()) == meta["count"] == 157
    assert Counter(row.regime for row in law.provisions()) == meta["count_by_regime"]
    assert len(law.purposes()) == 10
    assert len(law.cases()) == store.table("decisions")["meta"]["count"]
    assert len(law.defects()) == 82 + 3 + 2  # those of citations and of fees are ours
    assert len(law.notices()) == 26
    assert sum(len(kind.requirements) for kind in law.notices()) == 183


def test_every_cite_of_a_record_is_in_normal_form_and_resolves():
    for row in law.provisions():
        for text in (row.cite, row.condition, *row.ncnd.cites):
            if text:
                assert str(parse_one(text)) == text
                assert law.exists(parse_one(text)), text
        assert law.provision(parse_one(row.cite)) is not None
        assert bool(row.ncnd.cites) is row.ncnd.available, row.id


def test_every_cite_of_a_contested_point_resolves():
    for point in store.contested_points():
        assert len(point.views) >= 2, point.id
        for text in point.provisions:
            assert law.exists(parse_one(text)), text


def test_provisions_on_which_requirements_rest_exist():
    for kind in law.notices():
        for each in kind.requirements:
            default = Regime(kind.regime) if kind.regime in set(map(str, Regime)) else None
            for hit in law.cites.find(each.provision, default):
                for cite in hit.cites:
                    assert law.exists(cite), f"{kind.kind} {each.id}: {cite}"


def test_provisions_on_which_defects_rest_exist():
    for each in law.defects():
        default = Regime(each.regime) if each.regime in set(map(str, Regime)) else None
        for hit in law.cites.find(each.provision, default):
            for cite in hit.cites:
                assert law.exists(cite), f"{each.id}: {cite}"


def test_notice_profiles_are_there():
    profiles = store.table("profiles")["notice_profiles"]
    for row in law.provisions():
        assert row.notice_profile is not None
        for name in (row.notice_profile.disclosure, row.notice_profile.ncnd):
            assert name is None or name in profiles, row.id


def marks(record: Any) -> list[str]:
    return every(msgspec.to_builtins(record), "verified")


@pytest.mark.parametrize(
    "record",
    [
        *law.provisions(),
        *law.purposes(),
        *law.defects(),
        *law.cases(),
        *(each for kind in law.notices() for each in kind.requirements),
    ],
    ids=lambda record: f"{type(record).__name__} {record.id}",
)
def test_every_record_has_a_source_mark(record):
    found = [mark for mark in marks(record) if mark is not None]
    assert found
    for mark in found:
        assert re.match(r"https?://\S+\.\S+|from-knowledge|seed letter only", mark), mark


def test_every_view_and_every_listed_provision_has_a_source_mark():
    for point in store.contested_points():
        for view in point.views:
            assert view.source == "from-knowledge" or view.source.startswith("https://")
    for regime in store.structure().regimes.values():
        assert regime.verified.startswith("https://www.legislation.gov.uk/")
        assert all(row.verified for row in regime.former)
    for row in store.table("others")["others"]:
        assert row["verified"]


_DATE = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b")


def test_every_date_parses():
    seen = 0
    for path in (DATA / "compiled").glob("*.json"):
        for text in _DATE.findall(path.read_text("utf-8")):
            date.fromisoformat(text)
            seen += 1
    assert seen > 20
    for row in law.provisions():
        if row.corrected:
            date.fromisoformat(row.corrected[:10])


def test_absolute_exemptions_are_those_of_section_2():
    listed = {"21", "23", "32", "34", "37", "40", "41", "44"}
    found = {
        parse_one(row.cite).number
        for row in law.provisions()
        if row.regime == "FOIA" and row.absolute
    }
    assert found == listed
    assert not any(
        row.absolute for row in law.provisions() if row.regime == "EIR" and "12" in row.section
    )
    assert not any(row.absolute and row.qualified for row in law.provisions())


needs_shared = pytest.mark.skipif(
    not SHARED.exists(), reason="the shared law data is not beside this checkout"
)


@needs_shared
def test_no_exemption_was_lost():
    shared = BUILD.load(SHARED / "exemptions.yaml")
    mine = [
        row
        for path in (DATA / "exemptions").rglob("s*.yaml")
        for row in BUILD.load(path).get("records", [])
    ] + [
        row
        for path in (DATA / "exemptions").rglob("reg*.yaml")
        for row in BUILD.load(path).get("records", [])
    ]
    # What a draft needs of an officer is our own addition to a record, and never replaces theirs.
    theirs = {row["id"]: row for row in shared["records"]}
    ours = {"needs", "says_not_held"}
    assert {
        row["id"]: {
            key: value
            for key, value in row.items()
            if key not in ours or key in theirs.get(row["id"], {})
        }
        for row in mine
    } == theirs
    assert len(mine) == len(shared["records"])
    about = BUILD.load(DATA / "exemptions" / "about.yaml")
    assert about["meta"] == shared["meta"]
    assert about["notice_profiles"] == shared["notice_profiles"]
    purposes = BUILD.load(DATA / "exemptions" / "foia" / "s31_purposes.yaml")["purposes"]
    assert purposes == shared["foia_s31_2_purposes"]


@needs_shared
def test_no_defect_was_lost():
    shared = BUILD.load(SHARED / "defects.yaml")
    mine = [
        row
        for path in (DATA / "defects").glob("*.yaml")
        if path.stem not in {"citations", "fees"}  # added to the catalogue here
        for row in BUILD.load(path).get("defects", [])
    ]
    assert {row["id"]: row for row in mine} == {row["id"]: row for row in shared["defects"]}
    rest = {key: value for key, value in shared.items() if key != "defects"}
    assert BUILD.load(DATA / "defects" / "seed_letter.yaml") == rest


@needs_shared
def test_no_notice_was_lost():
    shared = BUILD.load(SHARED / "notice_requirements.yaml")
    mine = {path.stem: BUILD.load(path) for path in (DATA / "notices").glob("*.yaml")}
    about = mine.pop("about")
    theirs = shared["notices"]
    by_kind = theirs if isinstance(theirs, dict) else {row["kind"]: row for row in theirs}
    assert set(mine) == set(by_kind)
    for kind, row in by_kind.items():
        assert {"kind": kind, **row} == mine[kind]
    assert about["meta"] == shared["meta"]


@needs_shared
@pytest.mark.parametrize(
    ("name", "shared"), [("decisions", "key_cases"), ("facts", "authority_facts")]
)
def test_no_decision_or_fact_was_lost(name, shared):
    assert BUILD.load(DATA / f"{name}.yaml") == BUILD.load(SHARED / f"{shared}.yaml")


@pytest.mark.parametrize(
    ("text", "limbs", "open_"),
    [
        ("1 2", ["(1)", "(2)"], []),
        ("1[a,b] 2", ["(1)", "(1)(a)", "(1)(b)", "(2)"], []),
        ("1[a[i,ii],b]", ["(1)", "(1)(a)", "(1)(a)(i)", "(1)(a)(ii)", "(1)(b)"], []),
        ("1 2*", ["(1)", "(2)"], ["(2)"]),
        ("*", [], [""]),
    ],
)
def test_a_row_of_limbs_is_written_out(text, limbs, open_):
    assert BUILD.rows_of_limbs(text) == (limbs, open_)


def test_topics_that_are_provisions_parse():
    for each in law.cases():
        for topic in each.topics:
            if topic[:1].isdigit():
                assert parse(f"FOIA s.{topic}")
