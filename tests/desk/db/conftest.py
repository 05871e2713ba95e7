"""A site in a folder of its own, worked by the command line in processes of their own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


def environment(**more: str) -> dict[str, str]:
    """The environment without this test run's own site."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("ANSWERABLE_", "DJANGO_"))}
    return kept | more


@pytest.fixture
def answerable() -> Run:
    """Run ``answerable`` with these arguments: ``answerable("verify", "--data", folder)``."""

    def run(*arguments: object, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "answerable", *map(str, arguments)],
            env=environment(**more),
            capture_output=True,
            text=True,
            timeout=120,
            stdin=subprocess.DEVNULL,
        )

    return run


MAKE = """
import sys
from pathlib import Path
from answerable.desk.serve.settle import settle
settle(Path(sys.argv[1]))
from answerable.desk.serve.schema import bring_up_to_date
bring_up_to_date()
from answerable.desk.serve.first import first_start
first_start(None)
from answerable.desk.cases.actions import Arrived, receive
from answerable.desk.files.actions import keep
from answerable.desk.files.models import Purpose
for number in range(3):
    case = receive(Arrived(text=f"How many lamps are in street {number}?"), by=None)
    keep(by=None, case=case, name="map.pdf", content=b"%PDF " + bytes([number]),
         purpose=Purpose.RECEIVED)
"""


@pytest.fixture
def site(made: Path, tmp_path: Path) -> Path:
    """The data folder of a site with three cases, each with a file."""
    return Path(shutil.copytree(made, tmp_path / "site"))


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Such a folder, made once; tests get copies."""
    data = tmp_path_factory.mktemp("made") / "site"
    given = environment(
        ANSWERABLE_AUTHORITY_NAME="Tarnbrook Borough Council",
        ANSWERABLE_AUTHORITY_EMAIL="foi@tarnbrook.example",
        ANSWERABLE_ADMIN_NAME="Ada Rowe",
        ANSWERABLE_ADMIN_EMAIL="ada@tarnbrook.example",
        ANSWERABLE_ADMIN_PASSWORD="seven green bottles",
    )
    subprocess.run([sys.executable, "-c", MAKE, str(data)], env=given, check=True, timeout=120)
    return data
