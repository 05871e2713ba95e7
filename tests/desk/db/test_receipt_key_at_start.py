"""A key of receipts that cannot be read stops the start, not a request of the public."""

from pathlib import Path

from tests.desk.db.conftest import Run


def test_serving_with_an_unreadable_key_is_refused_in_one_sentence(
    answerable: Run, tmp_path: Path
) -> None:
    done = answerable("serve", "--data", tmp_path / "site", ANSWERABLE_RECEIPT_KEY="not a key")
    assert done.returncode != 0
    assert "ANSWERABLE_RECEIPT_KEY is no receipt key" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site" / "answerable.sqlite3").exists()
