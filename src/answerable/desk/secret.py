"""The secret key: from the environment, or made once and kept in the data folder."""

import os
import secrets
from pathlib import Path

from answerable.desk import env
from answerable.model import UnusableInputError

_SHORTEST = 32


def secret_key(data: Path) -> str:
    """The key of ``ANSWERABLE_SECRET_KEY``, or the one of the data folder, made at first use.

    Raises:
        UnusableInputError: the key is too short to be safe.
    """
    key = env.text("ANSWERABLE_SECRET_KEY") or _kept(data / "secret-key")
    if len(key) < _SHORTEST:
        raise UnusableInputError(
            f"ANSWERABLE_SECRET_KEY has {len(key)} characters; use at least {_SHORTEST} at random."
        )
    return key


def _kept(file: Path) -> str:
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        # Only its owner may read it, from the first moment.
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(secrets.token_urlsafe(48))
    return file.read_text(encoding="utf-8")
