"""Bytes to durable storage and back. A file is safe on disk before any row speaks of it."""

import hashlib
import hmac
import os
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage


def address(case_key: str, content: bytes) -> str:
    """Where content of a case is kept.

    Keyed by the case: the same file in two cases has two addresses, so that nobody can learn from
    an address, or from the speed of an upload, that another case holds it too.
    """
    key = hmac.new(settings.SECRET_KEY.encode(), case_key.encode(), hashlib.sha256).digest()
    name = hmac.new(key, content, hashlib.sha256).hexdigest()
    return f"{name[:2]}/{name}"


def write(case_key: str, content: bytes) -> str:
    """Keep ``content`` and give its address; the same content of the same case is kept once."""
    name = address(case_key, content)
    if isinstance(default_storage, FileSystemStorage):
        _write_to_disk(Path(default_storage.path(name)), content)
    elif not default_storage.exists(name):
        default_storage.save(name, ContentFile(content))
    return name


def read(name: str) -> bytes:
    """The bytes kept under ``name``. Raises FileNotFoundError if they are gone."""
    with default_storage.open(name) as stream:
        content: bytes = stream.read()
    return content


def as_kept(name: str, sha256: str) -> bytes:
    """The bytes kept under ``name``, if they are those that were looked at when they came in.

    What leaves the authority leaves by this function: the gate judged these bytes and no others.

    Raises:
        FileNotFoundError: they are gone, or are not those bytes.
    """
    content = read(name)
    if not hmac.compare_digest(hashlib.sha256(content).hexdigest(), sha256):
        raise FileNotFoundError(name)
    return content


def _write_to_disk(target: Path, content: bytes) -> None:
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    with part.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    part.rename(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)  # the name, too, must survive a power cut
    finally:
        os.close(folder)
