"""Making a backup. The site may go on working meanwhile."""

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.core.files.storage import default_storage
from django.db import connection

from answerable import __version__
from answerable.desk.db.backup.dump import dump
from answerable.desk.db.backup.manifest import DATABASES, NAME, Manifest
from answerable.desk.db.backup.members import kept, stored
from answerable.desk.events.verify import head
from answerable.desk.today import now
from answerable.model import UnusableInputError

_CHUNK = 1024 * 1024


def write_backup(target: Path) -> Manifest:
    """Write a backup to ``target``, whole or not at all, readable by its owner alone.

    The database is copied before the files: a file is always there before a row speaks of it, so
    every file that the copy speaks of is in the backup.

    Raises:
        UnusableInputError: the file is there already, or cannot be written.
    """
    if target.exists():
        raise UnusableInputError(f"“{target}” is there already; choose another name.")
    part = target.with_name(target.name + ".part")
    try:
        with _private(part) as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as backup:
            manifest = _fill(backup)
        part.rename(target)
    except OSError as problem:
        raise UnusableInputError(
            f"“{target}” cannot be written ({problem.strerror}); choose another place."
        ) from None
    finally:
        part.unlink(missing_ok=True)
    return manifest


def _fill(backup: zipfile.ZipFile) -> Manifest:
    events, digest = head()  # of before the copy: what the copy holds is at least this
    members: dict[str, str] = {}
    with tempfile.TemporaryDirectory(prefix="answerable-backup-") as folder:
        copy = Path(folder) / DATABASES[connection.vendor]
        dump(copy)
        with copy.open("rb") as stream:
            members[copy.name] = _add(backup, copy.name, stream)
    for name in stored():
        with default_storage.open(name) as stream:
            members[f"files/{name}"] = _add(backup, f"files/{name}", stream)
    for name, path in kept():
        with path.open("rb") as stream:
            members[name] = _add(backup, name, stream)
    manifest = Manifest(
        made_at=now().isoformat(timespec="seconds"),
        version=__version__,
        database=connection.vendor,
        events=events,
        head=digest,
        members=members,
    )
    backup.writestr(NAME, manifest.to_json())
    return manifest


def _add(backup: zipfile.ZipFile, name: str, source: IO[bytes]) -> str:
    digest = hashlib.sha256()
    with backup.open(name, "w", force_zip64=True) as member:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            member.write(chunk)
    return digest.hexdigest()


@contextmanager
def _private(path: Path) -> Iterator[IO[bytes]]:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as stream:
        yield stream
        stream.flush()
        os.fsync(handle)
