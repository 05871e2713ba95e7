"""Open a file: size first, then plain text here and everything else in a child process."""

import json
import stat
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from answerable.letters.files.kinds import kind_of
from answerable.letters.files.limits import DEFAULT, MEGABYTE, Limits
from answerable.letters.files.opened import Opened
from answerable.letters.files.plain import decode
from answerable.letters.files.problems import CannotReadError
from answerable.model import RefusedInputError, UnusableInputError

#: The endings that are looked for when a folder is walked.
SUFFIXES = frozenset({".txt", ".md", ".eml", ".html", ".htm", ".docx", ".odt", ".rtf", ".pdf"})


def open_file(path: Path, limits: Limits = DEFAULT) -> Opened:
    """The words of the file at ``path``.

    Raises:
        UnusableInputError: it is not there, not a letter's kind, empty, damaged, locked, or a
            scan without text. RefusedInputError: it goes beyond the limits. Each with one
            plain sentence.
    """
    try:
        if path.is_dir():
            raise UnusableInputError(f"“{path}” is a folder; name a file in it.")
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise UnusableInputError(f"“{path}” is not a file; name the file with the letter.")
        _check_size(about.st_size, str(path), limits)
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnusableInputError(f"There is no file “{path}”; check the name.") from None
    except OSError as problem:
        raise UnusableInputError(f"“{path}” cannot be opened ({problem.strerror}).") from None
    return open_bytes(data, str(path), limits)


def open_bytes(data: bytes, name: str, limits: Limits = DEFAULT) -> Opened:
    """The words of a file whose bytes are at hand; ``name`` is for the sentences and its ending.

    Raises:
        UnusableInputError, RefusedInputError: as for ``open_file``.
    """
    _check_size(len(data), name, limits)
    suffix = Path(name).suffix.lower()
    try:
        if kind_of(data, suffix) == "text":
            return _whole(Opened(decode(data, suffix), "text"), name, limits)
    except CannotReadError as problem:
        raise UnusableInputError(f"“{name}” {problem}.") from None
    return _whole(_by_child(data, suffix, name, limits), name, limits)


def _check_size(size: int, name: str, limits: Limits) -> None:
    if size > limits.file_bytes:
        raise RefusedInputError(
            f"“{name}” is {size / MEGABYTE:,.0f} MB; letters of up to "
            f"{limits.file_bytes / MEGABYTE:,.0f} MB are read."
        )


def _whole(opened: Opened, name: str, limits: Limits) -> Opened:
    if len(opened.text) > limits.text_chars:
        raise RefusedInputError(
            f"“{name}” holds {len(opened.text):,} characters, far more than a letter, and was "
            "not read."
        )
    if not opened.text.strip():
        raise UnusableInputError(f"“{name}” holds no words; choose the file with the letter.")
    return opened


def _by_child(data: bytes, suffix: str, name: str, limits: Limits) -> Opened:
    order = json.dumps({"suffix": suffix, "limits": asdict(limits)}).encode()
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-m", "answerable.letters.files.child"],
            input=order + b"\n" + data,
            capture_output=True,
            timeout=limits.wall_seconds,
            check=False,
        )
        answer = json.loads(done.stdout) if done.returncode == 0 else {}
    except subprocess.TimeoutExpired:
        raise RefusedInputError(f"“{name}” took too long to read and was stopped.") from None
    except json.JSONDecodeError:
        answer = {}
    if "opened" in answer:
        words = answer["opened"]
        return Opened(
            words["text"], words["kind"], tuple(words["attachments"]), tuple(words["notes"])
        )
    if "unusable" in answer:
        raise UnusableInputError(f"“{name}” {answer['unusable']}.")
    reason = answer.get("refused", "asked for more time or memory than a letter needs")
    raise RefusedInputError(f"“{name}” {reason}.")
