"""What belongs into a backup besides the database: stored files, and the rest of the folder."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage

# Made again from the database, or of this moment only.
_LEFT_OUT = (".lock", ".process", ".part", "-wal", "-shm", "-journal")
_DISPOSABLE = {"files", "index", "search-index"}


def stored(folder: str = "") -> Iterator[str]:
    """The names of everything in the storage, whatever kind of storage it is."""
    try:
        folders, names = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in sorted(names):
        if not name.endswith(".part"):
            yield f"{folder}/{name}" if folder else name
    for each in sorted(folders):
        yield from stored(f"{folder}/{each}" if folder else each)


def kept() -> Iterator[tuple[str, Path]]:
    """The other files of the data folder: the key, mail that waits, but no database."""
    data, database = Path(settings.DATA), Path(str(settings.DATABASES["default"]["NAME"])).name
    for path in sorted(data.rglob("*")):
        name = path.relative_to(data).as_posix()
        wanted = path.is_file() and not path.is_symlink() and path.name != database
        if wanted and name.split("/")[0] not in _DISPOSABLE and not name.endswith(_LEFT_OUT):
            yield name, path
