"""The key with which receipts are signed: made once, kept in the data folder."""

import os
import secrets
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from django.conf import settings

from answerable.model import UnusableInputError


def private_key() -> Ed25519PrivateKey:
    """The key of this authority.

    Raises:
        UnusableInputError: the file in the data folder is no such key.
    """
    return _kept(settings.DATA / "receipt-key.pem")


def public_key() -> bytes:
    """What anybody needs to check a receipt."""
    public = private_key().public_key()
    return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


@cache
def _kept(file: Path) -> Ed25519PrivateKey:
    if not file.exists():
        _make(file)
    try:
        key = load_pem_private_key(file.read_bytes(), password=None)
    except ValueError:
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise UnusableInputError(
            f"{file.name} in the data folder is no receipt key. Put it back from a backup."
        )
    return key


def _make(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    pem = Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    # Written aside and linked into place: two that need it at once get one whole key.
    part = file.with_name(f"{file.name}.{secrets.token_hex(8)}.part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.write(pem)
        stream.flush()
        os.fsync(stream.fileno())
    try:
        os.link(part, file)
    except FileExistsError:
        pass  # the other was first; its key is the key
    finally:
        part.unlink()
