"""Putting a backup into an empty folder: every digest compared, all of it or nothing."""

import hashlib
import shutil
import zipfile
from pathlib import Path

from answerable.desk.db.backup.manifest import DATABASES, Manifest, read_manifest
from answerable.model import UnusableInputError

_CHUNK = 1024 * 1024


def unpack(backup: Path, data: Path) -> Manifest:
    """Unpack ``backup`` into the folder ``data``, which must be empty or not there yet.

    Raises:
        UnusableInputError: it is no backup, a member differs from what the manifest says, or the
            folder is not empty; then nothing is left behind.
    """
    if data.exists() and (not data.is_dir() or any(data.iterdir())):
        raise UnusableInputError(f"“{data}” is not empty; restore into a new folder.")
    beside = data.with_name(data.name + ".restoring")
    if beside.exists():
        raise UnusableInputError(f"“{beside}” is left from before; remove it and try again.")
    try:
        with zipfile.ZipFile(backup) as archive:
            manifest = read_manifest(archive, backup.name)
            beside.mkdir(parents=True, mode=0o700)
            for name, digest in manifest.members.items():
                _unpack(archive, name, digest, beside / name)
        if data.exists():
            data.rmdir()
        beside.rename(data)
    except zipfile.BadZipFile:
        raise UnusableInputError(f"“{backup.name}” is damaged or not a zip file.") from None
    except OSError as problem:
        raise UnusableInputError(
            f"“{backup}” cannot be restored to “{data}” ({problem.strerror})."
        ) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return manifest


def fill_database(data: Path, manifest: Manifest) -> None:
    """Fill the empty PostgreSQL database from the unpacked copy; SQLite's file is one already.

    Raises:
        UnusableInputError: the backup is of the other kind of database, or the database not empty.
    """
    from django.db import connection

    from answerable.desk.db.backup.dump import load

    if connection.vendor != manifest.database:
        raise UnusableInputError(
            f"the backup is of a {manifest.database} database; "
            + ("set" if manifest.database == "postgresql" else "unset")
            + " ANSWERABLE_DATABASE and restore into a new folder."
        )
    if manifest.database == "postgresql":
        copy = data / DATABASES["postgresql"]
        load(copy)
        copy.unlink()


def _unpack(archive: zipfile.ZipFile, name: str, wanted: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    digest = hashlib.sha256()
    try:
        with archive.open(name) as source, target.open("xb") as stream:
            while chunk := source.read(_CHUNK):
                digest.update(chunk)
                stream.write(chunk)
    except KeyError:
        raise UnusableInputError(f"the backup lacks “{name}”; use another backup.") from None
    if digest.hexdigest() != wanted:
        raise UnusableInputError(f"“{name}” in the backup was changed; use another backup.")
    target.chmod(0o600)
