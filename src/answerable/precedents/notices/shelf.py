"""The decisions that an authority brought in, kept in one file of its index folder."""

import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from pathlib import Path

from answerable.model import UnusableInputError
from answerable.precedents.notices.record import Notice, bundled

FILE = "decisions.jsonl"
_FORMAT = 1


def put(notices: Iterable[Notice], folder: Path) -> tuple[int, int]:
    """Keep decisions in ``folder``, those of the same reference in place of the old.

    Gives how many came and how many the folder now has. Written whole or not at all.

    Raises:
        UnusableInputError: none came, the folder holds something else, or cannot be written.
    """
    new = {each.key: each for each in notices}
    if not new:
        raise UnusableInputError("No decision was found in what was named; nothing was written.")
    if folder.exists() and not folder.is_dir():
        raise UnusableInputError(f"“{folder}” is a file; name a folder for the decisions.")
    kept = {each.key: each for each in _read(folder)} | new
    lines = [json.dumps({"format": _FORMAT})]
    lines += [json.dumps(asdict(each), ensure_ascii=False) for each in kept.values()]
    part = folder / f"{FILE}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.write_text("\n".join(lines) + "\n", encoding="utf-8")
        part.replace(folder / FILE)
    except OSError as problem:
        part.unlink(missing_ok=True)
        raise UnusableInputError(
            f"“{folder}” cannot be written ({problem.strerror}); choose another place."
        ) from None
    return len(new), len(kept)


def every(folder: Path | None = None) -> tuple[Notice, ...]:
    """The bundled decisions and those of ``folder``; an authority's own words win.

    Raises:
        UnusableInputError: the folder has no decisions, or they cannot be read.
    """
    if folder is None:
        return bundled()
    if not (folder / FILE).is_file():
        raise UnusableInputError(
            f"There are no decisions in “{folder}”; bring some in with “answerable notices FILE "
            f"--into {folder}”."
        )
    return tuple(
        ({each.key: each for each in bundled()} | {e.key: e for e in _read(folder)}).values()
    )


def _read(folder: Path) -> list[Notice]:
    path = folder / FILE
    if not path.is_file():
        return []
    known = {each.name for each in fields(Notice)}
    try:
        about, *rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        if about != {"format": _FORMAT}:
            raise ValueError
        loaded = [{k: v for k, v in row.items() if k in known} for row in rows]
        return [Notice(**{**row, "provisions": tuple(row["provisions"])}) for row in loaded]
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        raise UnusableInputError(
            f"“{path}” is damaged or of another version; bring its files in again into a new folder."
        ) from None
