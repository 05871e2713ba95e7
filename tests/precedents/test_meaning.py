"""Search by meaning: two labelled lists dealt in turn, kept vectors, and plain words when it is off.

The model of the quick tests is a made-up one that knows three subjects; the slow test runs a real
model where ANSWERABLE_TEST_MODEL names a folder with one.
"""

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.model import UnusableInputError
from answerable.precedents import Entry, build, open_archive, similar
from answerable.precedents.meaning import interleaved, open_encoder, same_subject, words_lead
from answerable.precedents.meaning.encoder import Vectors
from answerable.precedents.meaning.reading import subject_of
from answerable.precedents.meaning.vectors import FILE
from answerable.precedents.similar import Similar

SUBJECTS = (
    ("refuse", "bin", "rubbish", "waste"),
    ("parking", "ticket", "fine", "car"),
    ("school", "pupil", "teacher"),
)
ENTRIES = [
    Entry("R1", "How many refuse collections were missed in Orchard Lane?"),
    Entry("P1", "How many parking tickets were issued on Orchard Lane?"),
    Entry("S1", "Number of pupils excluded from each school"),
]


class Made:
    """Counts the words of three subjects; remembers how many texts it read."""

    def __init__(self, name: str = "made") -> None:
        self.name, self.read = name, 0

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.read += len(texts)
        rows = [[sum(w in t.lower() for w in s) for s in SUBJECTS] for t in texts]
        found = np.array(rows, dtype=np.float32).reshape(-1, 3)
        norms = np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)
        return np.asarray(found / norms, dtype=np.float32)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    build(ENTRIES, tmp_path / "ix")
    return tmp_path / "ix"


def ids(found: Sequence[Similar]) -> list[str]:
    return [each.entry.id for each in found]


def test_other_words_of_the_same_subject_are_found_and_labelled(folder: Path) -> None:
    with open_archive(folder) as archive:
        text = "Rubbish not emptied from bins?"
        assert similar(archive, text) == ()
        [found] = same_subject(archive, folder, Made(), text)
    assert (found.entry.id, found.why) == ("R1", "same subject")
    assert found.score == pytest.approx(1.0)


def test_another_subject_is_not_shown(folder: Path) -> None:
    with open_archive(folder) as archive:
        assert same_subject(archive, folder, Made(), "Plans for the harbour wall?") == ()


def test_vectors_are_kept_and_only_new_letters_are_read(folder: Path) -> None:
    first, second = Made(), Made()
    with open_archive(folder) as archive:
        same_subject(archive, folder, first, "bins")
        archive.put([Entry("R2", "Waste left in Mill Street")])
        found = same_subject(archive, folder, second, "bins")
    assert (first.read, second.read) == (len(ENTRIES) + 1, 1 + 1)
    assert set(ids(found)) == {"R1", "R2"}


def test_a_reading_that_was_stopped_goes_on_where_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("answerable.precedents.meaning.vectors._LOT", 1)
    monkeypatch.setattr("answerable.precedents.meaning.vectors._SOME", 2)

    class Stopped(Made):
        def encode(self, texts: Sequence[str]) -> Vectors:
            if self.read == 2:
                raise KeyboardInterrupt
            return super().encode(texts)

    second = Made()
    with open_archive(folder) as archive:
        with pytest.raises(KeyboardInterrupt):
            same_subject(archive, folder, Stopped(), "bins")
        found = same_subject(archive, folder, second, "bins")
    assert second.read == 1 + 1  # the third letter, and what was asked
    assert ids(found) == ["R1"]


def test_a_reading_that_is_interrupted_keeps_what_it_has(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("answerable.precedents.meaning.vectors._LOT", 1)

    class Stopped(Made):
        def encode(self, texts: Sequence[str]) -> Vectors:
            if self.read == 2:
                raise KeyboardInterrupt
            return super().encode(texts)

    second = Made()
    with open_archive(folder) as archive:
        with pytest.raises(KeyboardInterrupt):
            same_subject(archive, folder, Stopped(), "bins")
        same_subject(archive, folder, second, "bins")
    assert second.read == 1 + 1  # the third letter, and what was asked


class Heard:
    """Remembers what was said and how far it was."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.stages: list[str] = []
        self.shares: list[float] = []

    def say(self, sentence: str) -> None:
        self.said.append(sentence)

    def begin(self, what: str, kept: int, share: float) -> None:
        self.stages.append(what)

    def advance(self, rows: int, share: float) -> None:
        self.shares.append(share)


@pytest.fixture
def much(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An index that counts as a large one."""
    monkeypatch.setattr("answerable.precedents.meaning.vectors._MUCH", 2)
    monkeypatch.setattr("answerable.precedents.meaning.vectors._LOT", 1)
    return folder


def test_how_far_a_long_reading_is_can_be_heard(much: Path) -> None:
    heard = Heard()
    with open_archive(much) as archive:
        same_subject(archive, much, Made(), "bins", told=heard)
    assert heard.stages == ["letters looked at", "letters read"]
    assert "reads 3 different letters" in heard.said[0]
    assert "goes on" in heard.said[0]
    looked, read = heard.shares[:3], heard.shares[3:]
    assert looked == [1 / 3, 2 / 3, 1]
    assert read == sorted(read)
    assert (len(read), read[-1]) == (3, 1)


def test_a_short_reading_says_nothing(folder: Path) -> None:
    heard = Heard()
    with open_archive(folder) as archive:
        same_subject(archive, folder, Made(), "bins", told=heard)
    assert heard.said == heard.stages == []


def test_a_large_log_that_was_read_before_says_nothing(much: Path) -> None:
    heard = Heard()
    with open_archive(much) as archive:
        same_subject(archive, much, Made(), "bins")
        same_subject(archive, much, Made(), "cars", told=heard)
    assert heard.said == heard.stages == []


def test_one_new_letter_of_a_large_log_is_looked_for_and_read_in_silence(much: Path) -> None:
    heard = Heard()
    with open_archive(much) as archive:
        same_subject(archive, much, Made(), "bins")
        archive.put([Entry("R2", "Waste left in Mill Street")])
        same_subject(archive, much, Made(), "cars", told=heard)
    assert (heard.said, heard.stages) == ([], ["letters looked at"])


def test_another_model_or_a_damaged_file_is_read_anew(folder: Path) -> None:
    with open_archive(folder) as archive:
        same_subject(archive, folder, Made(), "bins")
        other = Made("other")
        same_subject(archive, folder, other, "bins")
        assert other.read == len(ENTRIES) + 1
        (folder / FILE).write_bytes(b"no archive")
        again = Made("other")
        assert ids(same_subject(archive, folder, again, "bins")) == ["R1"]
        assert again.read == len(ENTRIES) + 1


def test_the_model_reads_the_subject_and_not_the_frame_of_a_question() -> None:
    asked = "How many street lights were reported faulty in 2025/26?"
    assert subject_of(asked) == "street lights reported faulty"
    assert (
        subject_of("Please tell me how many there were.") == "Please tell me how many there were."
    )
    assert subject_of("…") == "…"


def test_the_two_lists_are_dealt_in_turn_after_the_near_duplicates() -> None:
    def of(why: str, *names: str) -> list[Similar]:
        return [Similar(Entry(name, "x"), 0.5, why) for name in names]  # type: ignore[arg-type]

    words = of("near duplicate", "N") + of("same words", "A", "B", "C")
    meaning = of("same subject", "N", "X", "B", "Y")
    dealt = interleaved(words, meaning, 6)
    assert ids(dealt) == ["N", "A", "B", "X", "C", "Y"]
    assert [each.why for each in dealt][:4] == [
        "near duplicate",
        "same words",
        "same words",
        "same subject",
    ]
    assert ids(interleaved(words, [], 2)) == ["N", "A"]
    assert ids(interleaved([], meaning, 9)) == ["N", "X", "B", "Y"]


def test_where_words_lead_the_good_ones_come_before_the_subject_and_the_weak_ones_in_turn() -> None:
    words = [
        Similar(Entry(name, "x"), score, "same words")
        for name, score in (("A", 0.9), ("B", 0.5), ("C", 0.4), ("D", 0.1))
    ]
    meaning = [Similar(Entry(name, "x"), 0.6, "same subject") for name in ("X", "Y")]
    assert ids(interleaved(words, meaning, 9, led=True)) == ["A", "B", "C", "X", "D", "Y"]
    assert ids(interleaved(words, meaning, 9)) == ["A", "X", "B", "Y", "C", "D"]
    assert ids(interleaved([], meaning, 9, led=True)) == ["X", "Y"]


def test_words_lead_where_most_are_known_and_one_is_rare(tmp_path: Path) -> None:
    letters = [Entry(str(n), f"Parking fines in ward {n % 5} for buses") for n in range(20)]
    build([*letters, Entry("N", "Parking fines near Gamstead Lane")], tmp_path / "ix")
    with open_archive(tmp_path / "ix") as archive:
        assert words_lead(archive, "Gamstead Lane parking")
        assert not words_lead(archive, "parking fines buses")  # nothing that tells letters apart
        assert not words_lead(archive, "Gamstead zebra giraffe antelope")  # hardly a word is known


@pytest.mark.parametrize(
    ("there", "said"),
    [
        ((), "no model.onnx and no tokenizer.json"),
        (("model.onnx",), "no tokenizer.json"),
        (("tokenizer.json",), "no model.onnx"),
        (("model.onnx", "tokenizer.json"), "no model of sentences"),
    ],
)
def test_a_folder_without_a_whole_model_is_said(
    tmp_path: Path, there: tuple[str, ...], said: str
) -> None:
    for name in there:
        (tmp_path / name).write_bytes(b"nothing")
    with pytest.raises(UnusableInputError, match=f"Search by meaning is off: .*{said}"):
        open_encoder(tmp_path)


def test_no_folder_is_said() -> None:
    with pytest.raises(UnusableInputError, match="ANSWERABLE_MODEL"):
        open_encoder(None)


def test_the_command_says_it_is_off_and_goes_on_by_words(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANSWERABLE_MODEL", str(tmp_path / "nowhere"))
    args = ["similar", "refuse collections missed", "--in", str(folder), "--meaning"]
    result = CliRunner().invoke(app, args)
    assert result.exit_code == 0
    assert result.stderr.count("Search by meaning is off") == 1
    assert "no model.onnx" in result.stderr
    assert "R1" in result.stdout


def test_the_command_labels_what_meaning_found(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("answerable.precedents.meaning.open_encoder", lambda _: Made())
    args = ["similar", "Rubbish not emptied", "--in", str(folder), "--meaning"]
    result = CliRunner().invoke(app, args)
    assert result.stdout.startswith(" 1. same subject, 100%  R1")
    assert result.stderr == ""


def test_the_command_says_how_far_the_reading_is_and_where_it_was_stopped(
    much: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopped(Made):
        def encode(self, texts: Sequence[str]) -> Vectors:
            if self.read == 1:
                raise KeyboardInterrupt
            return super().encode(texts)

    args = ["similar", "Rubbish not emptied", "--in", str(much), "--meaning"]
    monkeypatch.setattr("answerable.precedents.meaning.open_encoder", lambda _: Stopped())
    result = CliRunner().invoke(app, args)
    assert result.exit_code == 130
    assert "the model reads 3 different letters" in result.stderr
    assert "what the model has read is kept" in result.stderr
    assert "nothing was written" not in result.stderr
    monkeypatch.setattr("answerable.precedents.meaning.open_encoder", lambda _: Made())
    result = CliRunner().invoke(app, args)
    assert result.exit_code == 0
    assert "reads 2 different letters" in result.stderr
    assert result.stdout.startswith(" 1. same subject, 100%  R1")


if MODEL := os.environ.get("ANSWERABLE_TEST_MODEL"):

    @pytest.mark.slow
    def test_a_real_model_finds_a_paraphrase(folder: Path) -> None:
        with open_archive(folder) as archive:
            encoder = open_encoder(Path(MODEL))
            text = "On how many days did nobody come to empty our wheelie bins?"
            assert ids(same_subject(archive, folder, encoder, text))[:1] == ["R1"]
            lengths = np.linalg.norm(encoder.encode([text, "cars"]), axis=1)
            assert np.allclose(lengths, 1, atol=1e-5)
