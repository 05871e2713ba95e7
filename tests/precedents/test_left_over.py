"""What a killed build left is cleared by the next; what a living one builds is not touched."""

import os
import subprocess
import sys
from pathlib import Path

from answerable.precedents.entry import Entry
from answerable.precedents.index.archive import build
from answerable.precedents.index.left_over import building_place


def _gone() -> int:
    """The number of a process that has ended."""
    done = subprocess.Popen([sys.executable, "-c", "pass"])
    done.wait()
    return done.pid


def test_a_build_clears_what_a_dead_one_left(tmp_path: Path) -> None:
    left = tmp_path / f"index.part-{_gone()}"
    left.mkdir()
    (left / "letters.db").write_text("copies of letters")
    build([Entry("1", "How many dogs were seized in Orchard Lane?")], tmp_path / "index")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["index"]


def test_what_a_living_process_builds_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / f"index.part-{os.getppid()}"
    other.mkdir()
    building_place(tmp_path / "index")
    assert other.is_dir()


def test_folders_of_another_name_are_left_alone(tmp_path: Path) -> None:
    for name in ("index.part-of-it", f"other.part-{_gone()}", "index"):
        (tmp_path / name).mkdir()
    building_place(tmp_path / "index")
    assert len(list(tmp_path.iterdir())) == 3
