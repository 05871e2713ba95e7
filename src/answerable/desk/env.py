"""Settings from the environment, read strictly: an unknown spelling is refused in one sentence."""

import os
from pathlib import Path

from answerable.model import UnusableInputError

_YES = {"1", "true", "yes", "on"}
_NO = {"0", "false", "no", "off", ""}


def text(name: str, default: str = "") -> str:
    """The variable ``name``, or the content of the file that ``name_FILE`` points to."""
    file = os.environ.get(f"{name}_FILE")
    if file:
        try:
            return Path(file).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise UnusableInputError(
                f"{name}_FILE points to {file}, which cannot be read: {error.strerror}."
            ) from None
    return os.environ.get(name, default).strip()


def flag(name: str, *, default: bool) -> bool:
    """A yes or no. Anything but yes, no, true, false, on, off, 1 and 0 is refused."""
    value = text(name, "yes" if default else "no").lower()
    if value not in _YES | _NO:
        raise UnusableInputError(f"{name} is {value!r}; write yes or no.")
    return value in _YES


def choice(name: str, allowed: tuple[str, ...]) -> str:
    """One of ``allowed``, the first if nothing is set."""
    value = text(name, allowed[0])
    if value not in allowed:
        raise UnusableInputError(f"{name} is {value!r}; write one of {', '.join(allowed)}.")
    return value


def number(name: str, default: int) -> int:
    """A whole number."""
    value = text(name, str(default))
    if not value.isdigit():
        raise UnusableInputError(f"{name} is {value!r}; write a whole number.")
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """A list, its parts set apart by commas."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]
