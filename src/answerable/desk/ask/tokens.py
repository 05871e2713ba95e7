"""Random tokens, and values derived from them. Kept are only digests. No database here."""

import hashlib
import hmac
import secrets
from functools import lru_cache

from django.conf import settings

_BYTES = 16  # 128 bits


def new_token() -> str:
    """128 random bits, safe in an address."""
    return secrets.token_hex(_BYTES)


def digest(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def derived(purpose: str, token: str) -> str:
    """128 bits that follow from ``token`` for whoever has our secret key, and for nobody else.

    So a form sent twice leads to the same private link, though no link is kept.
    """
    key = _key(purpose, settings.SECRET_KEY)
    return hmac.digest(key, token.encode(), "sha256").hex()[: 2 * _BYTES]


@lru_cache(maxsize=16)
def _key(purpose: str, secret: str) -> bytes:
    return f"answerable:{purpose}:{secret}".encode()


def sealed(token: str) -> str:
    """A token hidden under our secret key, to be put into a mail that is not written yet.

    Whoever reads the row alone cannot follow the link; ``opened`` gives the token back.
    """
    return _under_the_key(token, digest(token))


def opened(hidden: str, token_digest: str) -> str:
    """The token under ``hidden``; empty if it is none of that digest, as after a change of key."""
    token = _under_the_key(hidden, token_digest)
    return token if digest(token) == token_digest else ""


def _under_the_key(value: str, token_digest: str) -> str:
    """``value`` with a pad put over it, or taken off it, that is used for this digest alone."""
    pad = derived("seal", token_digest)
    return f"{int(value, 16) ^ int(pad, 16):0{2 * _BYTES}x}"


def same(one: str, other: str) -> bool:
    """Whether two tokens are equal, in a time that does not tell how far."""
    return hmac.compare_digest(one.encode(), other.encode())
