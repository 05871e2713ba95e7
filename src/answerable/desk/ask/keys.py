"""The key with which receipts are signed: made once and kept in the data folder, or a setting.

Several machines must sign alike, so that a receipt of one can be checked against the key that
another shows; for them the key is a setting, ``ANSWERABLE_RECEIPT_KEY``.
"""

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

from answerable.desk import env
from answerable.model import UnusableInputError


def private_key() -> Ed25519PrivateKey:
    """The key of this authority.

    Raises:
        UnusableInputError: the setting, or the file in the data folder, is no such key.
    """
    given = env.text("ANSWERABLE_RECEIPT_KEY")
    return _given(given) if given else _kept(settings.DATA / "receipt-key.pem")


def new_key() -> bytes:
    """A new private key, as the file and the setting hold it."""
    return Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )


def public_key() -> bytes:
    """What anybody needs to check a receipt."""
    public = private_key().public_key()
    return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


@cache
def _kept(file: Path) -> Ed25519PrivateKey:
    if not file.exists():
        _make(file)
    key = _read(file.read_bytes())
    if key is None:
        raise UnusableInputError(
            f"{file.name} in the data folder is no receipt key. Put it back from a backup."
        )
    return key


@cache
def _given(pem: str) -> Ed25519PrivateKey:
    key = _read(pem.encode())
    if key is None:
        raise UnusableInputError(
            "ANSWERABLE_RECEIPT_KEY is no receipt key; give the whole of a receipt-key.pem."
        )
    return key


def _read(pem: bytes) -> Ed25519PrivateKey | None:
    try:
        key = load_pem_private_key(pem, password=None)
    except ValueError:
        return None
    return key if isinstance(key, Ed25519PrivateKey) else None


def _make(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    pem = new_key()
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
