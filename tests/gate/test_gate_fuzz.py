"""Damaged files get a verdict within two seconds and 200 MB, whatever the damage."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.gate.cases import CASES
from tests.gate.fuzz.damage import DAMAGE
from tests.gate.fuzz.outcome import CPU_SECONDS, MEGABYTES, VERDICTS, judged

ROOT = Path(__file__).parents[2]


def run(module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    # By way of a small program: a fuzzer counts what its parent held before it began as its own.
    return subprocess.run(
        [
            "/bin/sh",
            "-c",
            '"$@"; exit $?',
            "sh",
            sys.executable,
            "-m",
            f"tests.gate.fuzz.{module}",
            *list(arguments),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("slug", CASES)
def test_a_damaged_file_gets_a_verdict(slug):
    make, name = CASES[slug][0]
    whole = make()

    @settings(max_examples=8, deadline=None)
    @given(DAMAGE)
    def damaged(damage):
        verdict, seconds = judged(damage(whole), name)
        assert verdict in VERDICTS
        assert seconds < CPU_SECONDS

    damaged()


@pytest.mark.slow
@pytest.mark.parametrize("slug", CASES)
@pytest.mark.parametrize("which", [0, 1])
def test_a_damaged_file_gets_a_verdict_in_many_rounds(slug, which):
    make, name = CASES[slug][which]
    whole = make()

    @settings(max_examples=80, deadline=None)
    @given(DAMAGE)
    def damaged(damage):
        verdict, seconds = judged(damage(whole), name)
        assert verdict in VERDICTS
        assert seconds < CPU_SECONDS

    damaged()


@pytest.mark.parametrize("seed", range(2))
def test_rounds_of_damaged_files_leave_the_memory_small(seed):
    done = run("rounds", str(seed), "250")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert set(told["verdicts"]) <= VERDICTS
    assert told["megabytes"] < MEGABYTES
    assert told["seconds"] < CPU_SECONDS


@pytest.mark.slow
def test_a_fuzzer_that_watches_the_readers_finds_no_way_past_the_limits(tmp_path):
    done = run(
        "harness", str(tmp_path), "-runs=4000", "-timeout=10", "-rss_limit_mb=500", "-seed=5"
    )
    assert done.returncode == 0, done.stderr[-3000:]
