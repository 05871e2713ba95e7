"""Random tokens, and values derived from them. Kept are only digests. No database here."""

import hashlib
import hmac
import secrets

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
    key = f"answerable:{purpose}:{settings.SECRET_KEY}".encode()
    return hmac.new(key, token.encode(), hashlib.sha256).hexdigest()[: 2 * _BYTES]


def same(one: str, other: str) -> bool:
    """Whether two tokens are equal, in a time that does not tell how far."""
    return hmac.compare_digest(one.encode(), other.encode())
