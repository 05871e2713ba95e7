"""Every worked vector gives the date it says."""

from pathlib import Path

import pytest
import yaml

from answerable.clock.vectors import run_vectors

HERE = Path(__file__).parent
OURS = yaml.safe_load((HERE / "vectors.yaml").read_text(encoding="utf-8"))["test_vectors"]
SHARED = Path(__file__).parents[3] / "shared" / "law" / "clocks.yaml"


@pytest.mark.parametrize("row", OURS, ids=lambda row: row["id"])
def test_the_vector_gives_its_date(row: dict) -> None:
    [result] = run_vectors([row])
    assert result.ok, result


@pytest.mark.skipif(not SHARED.exists(), reason="the shared law data is not beside the project")
def test_the_shared_vectors_give_their_dates() -> None:
    rows = yaml.safe_load(SHARED.read_text(encoding="utf-8"))["test_vectors"]
    assert [r for r in run_vectors(rows) if not r.ok] == []


def test_a_vector_that_cannot_be_used_says_why() -> None:
    [result] = run_vectors(
        [
            {
                "id": "X",
                "regime": "FOIA",
                "clock": "nonsense",
                "received": "2026-03-02",
                "due": "2026-03-03",
            }
        ]
    )
    assert not result.ok
    assert "nonsense" in result.got
