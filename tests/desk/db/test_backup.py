"""A backup holds everything, says what it holds, and comes back only whole."""

import json
import sqlite3
import zipfile
from pathlib import Path

import pytest
from tests.desk.db.conftest import Run

pytestmark = pytest.mark.slow


@pytest.fixture
def backup(site: Path, answerable: Run, tmp_path: Path) -> Path:
    target = tmp_path / "kept.zip"
    done = answerable("backup", target, "--data", site)
    assert done.returncode == 0, done.stderr
    return target


def _rewritten(backup: Path, change: dict[str, bytes | None], target: Path) -> Path:
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = change.get(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return target


def test_a_site_comes_back_whole_and_is_verified(
    backup: Path, answerable: Run, tmp_path: Path
) -> None:
    back = tmp_path / "back"
    done = answerable("restore", backup, "--data", back)
    assert done.returncode == 0, done.stderr
    assert "events hold" in done.stdout
    assert "3 files are as they were kept." in done.stdout
    assert (back / "secret-key").read_text() != ""


def test_a_backup_is_for_its_owner_alone(backup: Path) -> None:
    assert backup.stat().st_mode & 0o077 == 0


def test_the_manifest_knows_the_head_of_the_chain(backup: Path, site: Path) -> None:
    with zipfile.ZipFile(backup) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    with sqlite3.connect(site / "answerable.sqlite3") as database:
        last = database.execute("SELECT seq, digest FROM events_event ORDER BY seq DESC").fetchone()
    assert (manifest["events"], manifest["head"]) == last


def test_nothing_is_written_over(backup: Path, site: Path, answerable: Run) -> None:
    before = backup.read_bytes()
    done = answerable("backup", backup, "--data", site)
    assert done.returncode == 2
    assert "is there already" in done.stderr
    assert backup.read_bytes() == before


def test_a_folder_that_is_not_empty_is_left_alone(
    backup: Path, site: Path, answerable: Run
) -> None:
    before = sorted(path.name for path in site.iterdir())
    done = answerable("restore", backup, "--data", site)
    assert done.returncode == 2
    assert "is not empty" in done.stderr
    assert sorted(path.name for path in site.iterdir()) == before


@pytest.mark.parametrize("how", ["changed", "gone", "outside", "no manifest", "no zip"])
def test_a_backup_that_was_tampered_with_is_refused_and_leaves_nothing(
    how: str, backup: Path, answerable: Run, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.zip"
    with zipfile.ZipFile(backup) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    file = next(name for name in manifest["members"] if name.startswith("files/"))
    outside = {**manifest, "members": {**manifest["members"], "../../evil": "0" * 64}}
    changes: dict[str, dict[str, bytes | None]] = {
        "changed": {file: b"other"},
        "gone": {file: None},
        "outside": {"manifest.json": json.dumps(outside).encode()},
        "no manifest": {"manifest.json": None},
    }
    if how == "no zip":
        bad.write_bytes(b"PK nothing of the kind")
    else:
        _rewritten(backup, changes[how], bad)
    done = answerable("restore", bad, "--data", tmp_path / "back")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "back").exists()
    assert not (tmp_path / "back.restoring").exists()


def test_a_file_that_is_gone_is_named(site: Path, answerable: Run) -> None:
    file = next(path for path in (site / "files").rglob("*") if path.is_file())
    file.unlink()
    done = answerable("verify", "--data", site, "--format", "json")
    found = json.loads(done.stdout)
    assert done.returncode == 1
    assert (len(found["missing"]), found["changed"], found["broken"]) == (1, [], None)


def test_a_file_that_was_changed_is_named(site: Path, answerable: Run) -> None:
    file = next(path for path in (site / "files").rglob("*") if path.is_file())
    file.write_bytes(b"something else")
    done = answerable("verify", "--data", site)
    assert done.returncode == 1
    assert "1 not as they were kept" in done.stdout


def test_a_changed_event_is_named_by_its_number(site: Path, answerable: Run) -> None:
    with sqlite3.connect(site / "answerable.sqlite3") as database:
        database.execute("DROP TRIGGER events_no_update")
        database.execute("UPDATE events_event SET actor = 'somebody' WHERE seq = 3")
    done = answerable("verify", "--data", site)
    assert done.returncode == 1
    assert "breaks at event 3" in done.stdout


def test_a_chain_whose_end_was_cut_off_does_not_hold_against_a_head_noted_before(
    site: Path, answerable: Run
) -> None:
    noted = json.loads(answerable("verify", "--data", site, "--format", "json").stdout)
    head = f"{noted['events']}:{noted['head']}"
    assert answerable("verify", "--data", site, "--head", head).returncode == 0
    with sqlite3.connect(site / "answerable.sqlite3") as database:
        database.execute("DROP TRIGGER events_no_delete")
        database.execute("DELETE FROM events_event WHERE seq = ?", [noted["events"]])
    assert answerable("verify", "--data", site).returncode == 0  # alone it cannot know
    done = answerable("verify", "--data", site, "--head", head)
    assert done.returncode == 1
    assert f"breaks at event {noted['events']}" in done.stdout


@pytest.mark.parametrize("command", ["verify", "backup", "worker"])
def test_a_folder_without_a_site_is_said_to_be_one_and_stays_empty(
    command: str, answerable: Run, tmp_path: Path
) -> None:
    done = answerable(command, "--data", tmp_path / "none")
    assert done.returncode == 2
    assert "there is no site in" in done.stderr
    assert not (tmp_path / "none").exists()
