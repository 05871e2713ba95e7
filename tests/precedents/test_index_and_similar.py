"""The index folder: built whole, checked, made again; and what is found in it."""

import sqlite3
from pathlib import Path

import pytest
from tests.precedents.search_server import SearchServer

from answerable.model import UnusableInputError
from answerable.precedents import Archive, Entry, build, groups, open_archive, similar
from answerable.precedents.index import engines

ASKS = [
    ("1", "How many parking tickets were issued on Orchard Lane in 2024, and what was the income?"),
    ("2", "The cost of repairing the lido at Farrow Heath since 2019 and the contractor's name."),
    ("3", "Minutes of the meetings of the allotment board at which Weir Field was discussed."),
    (
        "4",
        "How many tickets for parking were issued on Orchard Lane in 2024, and what was the income?",
    ),
    ("5", "How many dogs were seized by wardens, by breed and by ward, in each year since 2018?"),
]
ENTRIES = [
    Entry(id_, f"Dear Sir,\n{text}\nYours,\nA. Person", date="2025-01-01") for id_, text in ASKS
]


@pytest.fixture(params=["tantivy", "sqlite", "opensearch"])
def archive(request: pytest.FixtureRequest, tmp_path: Path, search_server: SearchServer) -> Archive:
    assert build(ENTRIES, tmp_path / "ix", request.param) == 5
    return open_archive(tmp_path / "ix")


def test_the_same_letter_is_a_near_duplicate_with_nothing_different(archive: Archive) -> None:
    first = similar(archive, f"Hello,\n{ASKS[1][1]}\nRegards\nB. Other")[0]
    assert (first.entry.id, first.why, first.score) == ("2", "near duplicate", 1.0)
    assert first.only_here == first.only_there == ()


def test_a_few_words_changed_are_shown(archive: Archive) -> None:
    first = similar(archive, ASKS[4][1].replace("2018", "2020"))[0]
    assert first.why == "near duplicate"
    assert 0.6 <= first.score < 1
    assert (first.only_here, first.only_there) == (("2020",), ("2018",))


def test_rare_words_find_a_letter_put_another_way(archive: Archive) -> None:
    first = similar(archive, "I want papers on plans for Weir Field")[0]
    assert (first.entry.id, first.why) == ("3", "same words")
    assert set(first.shared) >= {"weir", "field"}


def test_a_name_in_every_line_of_other_letters_does_not_crowd_out_what_is_asked(
    tmp_path: Path,
) -> None:
    thrice = "Minutes of Barkeston; reports on Barkeston; complaints about Barkeston"
    letters = [Entry(str(n), f"{thrice} and owl {n}") for n in range(200)]
    letters += [Entry(f"c{n}", f"Number of parking tickets, heron {n}") for n in range(2_000)]
    letters.append(
        Entry(
            "meant", "Copies of every letter about parking tickets that traders of Barkeston sent"
        )
    )
    build(letters, tmp_path / "ix")
    with open_archive(tmp_path / "ix") as archive:
        first = similar(archive, "the parking tickets in Barkeston")[0]
    assert (first.entry.id, set(first.shared)) == ("meant", {"parking", "ticket", "barkeston"})


def test_of_letters_that_share_the_same_words_the_shorter_comes_first(archive: Archive) -> None:
    archive.put([Entry("8", "Owls and bats, newts and toads, otters"), Entry("9", "Owls, bats")])
    assert [each.entry.id for each in similar(archive, "papers about owls")] == ["9", "8"]


def test_copies_of_a_letter_stand_for_one(tmp_path: Path) -> None:
    robin = "Badgers culled at Undwick Street by contractors in spring with permits and costs"
    copies = [Entry(f"c{n}", f"{robin} for ward {n}") for n in range(8)]
    other = Entry(
        "other", "Minutes of the Undwick Street residents about hedges, lamps and benches"
    )
    build([*copies, other], tmp_path / "ix")
    with open_archive(tmp_path / "ix") as archive:
        found = similar(archive, "Undwick Street", 5)
        assert [each.entry.id for each in found] == ["c0", "other"] or [
            each.entry.id for each in found
        ] == ["other", "c0"]


def test_words_side_by_side_as_asked_come_before_the_same_words_apart(tmp_path: Path) -> None:
    apart = Entry("apart", "Street lamps on Undwick Road, and sweeping")
    beside = Entry("beside", "Undwick Street: benches, hedges, lamps, sweeping, gullies and drains")
    build([apart, beside], tmp_path / "ix")
    with open_archive(tmp_path / "ix") as archive:
        found = similar(archive, "Undwick Street", 5)
    assert [each.entry.id for each in found] == ["beside", "apart"]


def test_nothing_like_it_gives_nothing(archive: Archive) -> None:
    assert similar(archive, "zeppelin hangars") == ()
    assert similar(archive, "…") == ()


def test_no_more_than_k_and_none_twice(archive: Archive) -> None:
    found = similar(archive, ASKS[0][1], 2)
    assert len(found) == 2
    assert len({each.entry.id for each in found}) == 2


def test_letters_are_put_replaced_and_removed(archive: Archive) -> None:
    archive.put([Entry("6", "Number of zeppelin hangars"), Entry("2", "Swan counts at Mere End")])
    assert similar(archive, "zeppelin hangars")[0].entry.id == "6"
    assert similar(archive, "swan counts")[0].entry.id == "2"
    assert all(each.entry.id != "2" for each in similar(archive, ASKS[1][1]))
    archive.remove(["6", "none"])
    assert similar(archive, "zeppelin hangars") == ()
    assert archive.words.count() == archive.store.count() == 5


def test_what_is_removed_leaves_nothing_behind(tmp_path: Path) -> None:
    build(ENTRIES, tmp_path / "ix")
    with open_archive(tmp_path / "ix") as archive:
        archive.put([Entry("6", "Number of zeppelin hangars")])
        archive.remove([id_ for id_, _ in ASKS])
        for table in ("letters", "cleaned", "bands"):
            rows = archive.store.database.execute(f"SELECT DISTINCT n FROM {table}")
            assert len(rows.fetchall()) == 1


def test_a_copy_that_lost_its_name_does_not_join_two_groups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("answerable.precedents.near.pieces._LARGE", 1)
    monkeypatch.setattr("answerable.precedents.near.pieces.letters_with_a_name", lambda _: 5)
    ask = "Amount spent on pothole claims and wages of wardens on{} Street in each ward since 2018"
    places = ["", " Barkeston", " Culkeston"]
    letters = [Entry(place.strip() or "none", ask.format(place)) for place in places]
    common = " ".join(dict.fromkeys(ask.format("").split()))
    stock = [Entry(f"s{n}", f"Owls {n}, {n * 3} {n * 7}: {common}") for n in range(100, 111)]
    build([*letters, *stock], tmp_path / "ix")
    with open_archive(tmp_path / "ix") as archive:
        together = [{entry.id for entry in group.entries} for group in groups(archive.store, 0.6)]
    assert not any({"Barkeston", "Culkeston"} <= group for group in together)
    assert any("none" in group and len(group) == 2 for group in together)


def test_groups_hold_what_is_alike(archive: Archive) -> None:
    archive.put([Entry("7", ASKS[2][1]), Entry("8", ASKS[2][1] + " And the agenda.")])
    group, other = groups(archive.store, 0.6)
    assert [entry.id for entry in other.entries] == ["1", "4"]
    assert [entry.id for entry in group.entries] == ["3", "7", "8"]
    assert group.least < 1
    same = groups(archive.store, 1.0)[-1]
    assert [entry.id for entry in same.entries] == ["3", "7"]


@pytest.mark.parametrize("sql", ["UPDATE about SET value='0' WHERE name='format'"])
def test_an_index_of_another_version_is_made_again_and_said(tmp_path: Path, sql: str) -> None:
    build(ENTRIES, tmp_path / "ix")
    with sqlite3.connect(tmp_path / "ix" / "letters.db") as database:
        database.execute(sql)
    with open_archive(tmp_path / "ix") as archive:
        assert "another version" in archive.notes[0]
        assert similar(archive, ASKS[0][1])[0].entry.id == "1"
    assert open_archive(tmp_path / "ix").notes == ()


def test_an_index_of_another_version_is_left_as_it_is_where_nobody_can_wait(tmp_path: Path) -> None:
    build(ENTRIES, tmp_path / "ix")
    with open_archive(tmp_path / "ix", mend=False) as archive:
        assert archive.notes == ()
    with sqlite3.connect(tmp_path / "ix" / "letters.db") as database:
        database.execute("UPDATE about SET value='0' WHERE name='format'")
    before = (tmp_path / "ix" / "letters.db").read_bytes()
    with pytest.raises(UnusableInputError, match="has to be made again"):
        open_archive(tmp_path / "ix", mend=False)
    assert (tmp_path / "ix" / "letters.db").read_bytes() == before


class Heard:
    """Remembers the stages, and how many letters of each were done."""

    def __init__(self) -> None:
        self.done: dict[str, int] = {}
        self.share = 0.0

    def say(self, sentence: str) -> None:
        raise AssertionError(sentence)

    def begin(self, what: str, kept: int, share: float) -> None:
        self.done[what] = kept

    def advance(self, rows: int, share: float) -> None:
        self.done[[*self.done][-1]] += rows
        self.share = share


def test_how_far_a_build_is_can_be_heard(tmp_path: Path) -> None:
    build(ENTRIES, tmp_path / "ix", told=(heard := Heard()))
    assert heard.done == {"letters read": 5, "letters indexed": 5}
    assert heard.share == 1


def test_an_index_that_is_made_again_is_heard_and_a_whole_one_is_not(tmp_path: Path) -> None:
    build(ENTRIES, tmp_path / "ix")
    with sqlite3.connect(tmp_path / "ix" / "letters.db") as database:
        database.execute("UPDATE about SET value='0' WHERE name='format'")
    open_archive(tmp_path / "ix", again := Heard()).close()
    open_archive(tmp_path / "ix", whole := Heard()).close()
    assert again.done == {"letters indexed": 5}
    assert whole.done == {}


def test_an_index_with_letters_missing_from_its_words_is_made_again(tmp_path: Path) -> None:
    build(ENTRIES, tmp_path / "ix")
    with open_archive(tmp_path / "ix") as archive:
        archive.words.delete([1, 2])
    with open_archive(tmp_path / "ix") as archive:
        assert "not whole" in archive.notes[0]
        assert archive.words.count() == 5


def test_damaged_files_of_the_word_index_do_not_matter(tmp_path: Path) -> None:
    build(ENTRIES, tmp_path / "ix")
    for path in (tmp_path / "ix" / "words").iterdir():
        path.write_bytes(b"no")
    assert "not whole" in open_archive(tmp_path / "ix").notes[0]


def test_a_failure_leaves_the_old_index_and_nothing_beside_it(tmp_path: Path) -> None:
    build(ENTRIES, tmp_path / "ix")

    def breaking() -> object:
        yield ENTRIES[0]
        raise UnusableInputError("no")

    with pytest.raises(UnusableInputError):
        build(breaking(), tmp_path / "ix")  # type: ignore[arg-type]
    assert [path.name for path in tmp_path.iterdir()] == ["ix"]
    assert open_archive(tmp_path / "ix").store.count() == 5


def test_a_folder_with_other_files_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep")
    with pytest.raises(UnusableInputError, match="holds other files"):
        build(ENTRIES, tmp_path)
    assert (tmp_path / "mine.txt").read_text() == "keep"


def test_no_index_and_no_database_are_said(tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError, match="There is no index"):
        open_archive(tmp_path)
    (tmp_path / "letters.db").write_bytes(b"not a database, but long enough to be looked at" * 9)
    with pytest.raises(UnusableInputError, match="make it again"):
        open_archive(tmp_path)


def test_an_unknown_engine_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError, match="no engine"):
        engines.word_index(tmp_path, "xapian")


def test_many_single_updates_do_not_make_the_index_grow(tmp_path: Path) -> None:
    build(
        [Entry(str(n), f"Number of swans at mere {n}") for n in range(300)],
        tmp_path / "ix",
        "tantivy",
    )
    size = sum(p.stat().st_size for p in (tmp_path / "ix" / "words").iterdir())
    with open_archive(tmp_path / "ix") as archive:
        for n in range(120):
            archive.put([Entry(str(n % 300), f"Number of geese at mere {n}")])
    after = sum(p.stat().st_size for p in (tmp_path / "ix" / "words").iterdir())
    assert after <= 3 * size + 100_000
