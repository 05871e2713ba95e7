"""What a backup says about itself. No database here."""

import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath

from answerable.model import UnusableInputError

NAME = "manifest.json"
FORMAT = 1
DATABASES = {"sqlite": "answerable.sqlite3", "postgresql": "database.pgdump"}
_DIGEST = re.compile(r"[0-9a-f]{64}")
_LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Manifest:
    """When and of what a backup was made, the head of the chain, and each member's SHA-256."""

    made_at: str
    version: str
    database: str  # "sqlite" or "postgresql"
    events: int
    head: str
    members: Mapping[str, str]

    def to_json(self) -> str:
        """As it is written into the zip."""
        return json.dumps({"format": FORMAT, **asdict(self)}, indent=1, sort_keys=True)


def read_manifest(backup: zipfile.ZipFile, name: str) -> Manifest:
    """The manifest of a backup called ``name``.

    Raises:
        UnusableInputError: there is none, it cannot be read, or it names a place outside.
    """
    try:
        if backup.getinfo(NAME).file_size > _LARGEST:
            raise ValueError("too large")
        content = json.loads(backup.read(NAME))
        if content.pop("format") != FORMAT:
            raise ValueError("another format")
        manifest = Manifest(**content)
        members = manifest.members.items()
        if not all(_inside(each) and _DIGEST.fullmatch(digest) for each, digest in members):
            raise ValueError("a name that leads outside")
        if manifest.database not in DATABASES:
            raise ValueError("an unknown database")
    except (KeyError, TypeError, ValueError, AttributeError, zipfile.BadZipFile) as problem:
        raise UnusableInputError(
            f"“{name}” is not a backup made by answerable backup, or was damaged ({problem})."
        ) from None
    return manifest


def _inside(name: str) -> bool:
    path = PurePosixPath(name)
    plain = "\\" not in name and ":" not in name and "\0" not in name
    return plain and not path.is_absolute() and ".." not in path.parts and bool(path.parts)
