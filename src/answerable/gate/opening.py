"""Inspect a file: size first, then a child process with limits, killed as a group."""

import contextlib
import json
import os
import signal
import stat
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from answerable.gate.limits import DEFAULT, MEGABYTE, Limits
from answerable.gate.naming import FAILED
from answerable.gate.personal.pipeline import size, why_off
from answerable.gate.report import FileReport
from answerable.model import Basis, Certainty, Finding, Place, Severity, UnusableInputError

#: One thread each: a child's limits are for one, and a machine's cores may be many.
_ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "LC_ALL": "C.UTF-8",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
}
#: Of addresses, to look into a file, beside twice its size: 50 pages of colour scans in a file of
#: 100 MB take 380 MB of them in all.
_LOOKING = 640 * MEGABYTE
_READING = 512 * MEGABYTE  # of addresses, for what reads a model, beside the model and the file


def inspect_file(
    path: Path, limits: Limits = DEFAULT, reveal: str = "sample", names: str | None = None
) -> FileReport:
    """The report on the file at ``path``; ``names`` as in ``inspect_bytes``.

    Raises:
        UnusableInputError: it is not there, or cannot be opened. A hostile or damaged file
            is not an error: its verdict says so.
    """
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise UnusableInputError(f"“{path}” is not a file; name a file to inspect.")
        if about.st_size > limits.file_bytes:
            return FileReport(
                str(path),
                "",
                "refuse",
                (),
                {},
                f"“{path}” is larger than {limits.file_bytes // MEGABYTE} MB and was not opened.",
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnusableInputError(f"There is no file “{path}”; check the name.") from None
    except OSError as problem:
        raise UnusableInputError(f"“{path}” cannot be opened ({problem.strerror}).") from None
    return inspect_bytes(data, str(path), limits, reveal, names)


def inspect_bytes(
    data: bytes,
    name: str,
    limits: Limits = DEFAULT,
    reveal: str = "sample",
    names: str | None = None,
) -> FileReport:
    """The report on a file whose bytes are at hand; crash and time-out hold it.

    ``names`` is the spaCy pipeline (a folder or an installed package) that looks for names of
    people in running text, "" for none; if it is not given, what ANSWERABLE_NAMES says.
    """
    named = os.environ.get("ANSWERABLE_NAMES", "").strip() if names is None else names
    limits = replace(limits, memory_bytes=min(limits.memory_bytes, _LOOKING + 2 * len(data)))
    off = why_off(named)
    order = {"name": name, "reveal": reveal}
    answer: dict[str, Any] = {}
    if not off:
        more = limits.memory_bytes + _READING + 2 * size(named)
        with_names = replace(limits, memory_bytes=more)
        answer, _ = ask_child(order | {"names": named}, data, with_names)
        if "verdict" not in answer:
            off = FAILED  # and the file is judged without it: a model takes nothing away
    if "verdict" not in answer:
        answer, _ = ask_child(order, data, limits)
    if "verdict" not in answer:
        return _held(name, answer.get("failed", "made its reader fail"))
    return FileReport(
        answer["path"],
        answer["format"],
        answer["verdict"],
        tuple(finding_of(one) for one in answer["findings"]),
        answer["counts"],
        answer.get("error", ""),
        tuple(int(one["people"]) for one in answer["findings"]),
        answer.get("names", "") or off,
    )


def ask_child(order: dict[str, Any], data: bytes, limits: Limits) -> tuple[dict[str, Any], bytes]:
    """What a child process within limits answers about a file, and the bytes it made of it.

    A child that fails, or takes too long, answers with a sentence under "failed", or nothing.
    """
    child = subprocess.Popen(
        [sys.executable, "-I", "-m", "answerable.gate.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=_ENVIRONMENT,
    )
    head = json.dumps(order | {"limits": asdict(limits)}).encode() + b"\n"
    try:
        out, _ = child.communicate(head + data, timeout=limits.wall_seconds)
        line, _, body = out.partition(b"\n")
        answer: dict[str, Any] = json.loads(line) if child.returncode == 0 else {}
    except subprocess.TimeoutExpired:
        return {"failed": "took too long to read and was stopped"}, b""
    except json.JSONDecodeError:
        return {}, b""
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                pipe.close()
    return answer, body


def _held(name: str, why: str) -> FileReport:
    finding = Finding(
        "G-cannot-see-inside",
        "cannot_see_inside",
        Severity.HIGH,
        Certainty.SURE,
        Basis.GOOD_PRACTICE,
        f"The file {why}. What cannot be looked into is held, not passed.",
        (),
        Place("the whole file"),
        "",
        "Make the file anew from its visible content, for example by printing it to PDF.",
    )
    return FileReport(
        name, "unknown", "hold", (finding,), {"findings": 1, "people": 0, "places": 0}
    )


def finding_of(one: dict[str, Any]) -> Finding:
    """A finding from its JSON."""
    return Finding(
        one["code"],
        one["slug"],
        Severity[one["severity"].upper()],
        Certainty(one["certainty"]),
        Basis(one["basis"]),
        one["message"],
        (),
        Place(one["where"]["place"]),
        one["excerpt"],
        one["fix"],
    )
