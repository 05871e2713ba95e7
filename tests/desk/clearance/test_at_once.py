"""Two approvers press the button in the same moment, each on a connection of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_of_two_at_once_on_a_database_on_disk_exactly_one_clears(tmp_path: Path) -> None:
    env = os.environ | {
        "ANSWERABLE_DATA": str(tmp_path),
        "ANSWERABLE_DEMO": "yes",
        "DJANGO_SETTINGS_MODULE": "answerable.desk.settings",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    program = Path(__file__).with_name("race.py")
    done = subprocess.run(
        [sys.executable, str(program)], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"told": ["cleared", "told"], "rows": 1, "state": "cleared"}
