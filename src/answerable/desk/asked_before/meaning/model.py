"""The model that ANSWERABLE_MODEL names, opened once a process; and why there is none."""

from functools import lru_cache
from pathlib import Path

from answerable.desk import env
from answerable.model import UnusableInputError
from answerable.precedents import meaning
from answerable.precedents.meaning import Encoder, why_off

_Stamp = tuple[tuple[str, int, int], ...]


def folder() -> Path | None:
    """Where the model is, if one is set."""
    named = env.text("ANSWERABLE_MODEL")
    return Path(named) if named else None


def said_at_start() -> str:
    """What is wrong with the model that is set, in a sentence; "" where none is set or all is well."""
    return why_off(folder()) if folder() else ""


def encoder() -> Encoder:
    """The model.

    Raises:
        UnusableInputError: meaning is off; the sentence says why and what to do.
    """
    place = folder()
    found = _opened(place, _stamp(place))
    if isinstance(found, str):
        raise UnusableInputError(found)
    return found


@lru_cache(maxsize=1)
def _opened(place: Path | None, stamp: _Stamp) -> Encoder | str:
    """The model, or why it cannot be opened; tried again when its files have changed."""
    try:
        return meaning.open_encoder(place)
    except UnusableInputError as problem:
        return str(problem)


def _stamp(place: Path | None) -> _Stamp:
    try:
        files = sorted(place.iterdir()) if place else []
        return tuple((each.name, each.stat().st_mtime_ns, each.stat().st_size) for each in files)
    except OSError:
        return ()
