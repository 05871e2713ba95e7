"""Other programs that look into files, for measuring beside the gate: none is needed to run it.

mat2 (LGPL) shows metadata, oletools (BSD) looks for macros and links, x-ray (BSD over an AGPL
library) for bad redactions in PDF. They are found on the PATH, or in folders named in PEERS.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_OFFICE = (".docx", ".docm", ".doc", ".xlsx", ".xlsm", ".xlsb", ".xls", ".pptx", ".ppt", ".rtf")


@dataclass(frozen=True)
class Peer:
    """One program: how it is called, which files it reads, and when its answer is an alarm."""

    name: str
    program: str
    arguments: tuple[str, ...]
    alarm: Callable[[str], bool]
    endings: tuple[str, ...] = ()  # none: it says itself what it reads

    @property
    def found(self) -> str | None:
        """Where the program is, if it is anywhere."""
        return shutil.which(
            self.program, path=os.pathsep.join((os.environ.get("PEERS", ""), os.environ["PATH"]))
        )

    def ask(self, path: Path) -> str:
        """What it says of a file, "" if it does not read such files."""
        if self.found is None or (self.endings and path.suffix.lower() not in self.endings):
            return ""
        try:
            done = subprocess.run(
                [self.found, *self.arguments, str(path.resolve())],
                capture_output=True,
                text=True,
                errors="replace",
                timeout=120,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return ""
        return done.stdout.replace(str(path.resolve()), "")


def _shown(said: str) -> bool:
    return bool(re.search(r"^ {2,}\S.*: ", said, re.MULTILINE))


def _risk(said: str) -> bool:
    return bool(re.search(r"\|(HIGH|Medium|low) *\|", said))


PEERS = (
    Peer("mat2", "mat2", ("--show",), _shown),
    Peer("oletools", "oleid", (), _risk, _OFFICE),
    Peer("x-ray", "xray", (), lambda said: '"bbox"' in said, (".pdf",)),
)
