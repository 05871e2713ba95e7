"""A receipt that anybody can check without us: signed facts about a request we received.

Pure functions. The signature (Ed25519) covers every fact; the request itself is in it only as a
digest, so that the receipt can be shown to others.
"""

import hashlib
import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from answerable.model import UnusableInputError

FORM = "answerable receipt 1"
LARGEST = 20_000
_FACTS = ("authority", "reference", "received_at", "received_on", "due_on", "request_sha256")


@dataclass(frozen=True, slots=True)
class Checked:
    """What a receipt says, and whether it stands as we signed it.

    ``request_matches`` is None where no text was given to compare.
    """

    genuine: bool
    facts: dict[str, str]
    request_matches: bool | None = None


def text_digest(text: str) -> str:
    """The digest of a request: line ends and space at the end make no difference."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n")
    return hashlib.sha256("\n".join(line.rstrip() for line in lines).encode()).hexdigest()


def sign(facts: dict[str, str], key: Ed25519PrivateKey) -> dict[str, Any]:
    """The receipt with these facts."""
    kept = {name: facts[name] for name in _FACTS}
    return {"form": FORM, **kept, "signature": b64encode(key.sign(_signed(kept))).decode()}


def as_file(receipt: dict[str, Any]) -> str:
    """The receipt as a file to keep."""
    return json.dumps(receipt, indent=2, ensure_ascii=False) + "\n"


def check(content: bytes, public_key: bytes, request: str | None = None) -> Checked:
    """Check a receipt file against our public key, and a request against the receipt.

    Raises:
        UnusableInputError: it is no receipt, or the key is no key.
    """
    receipt = _read(content)
    facts = {name: receipt[name] for name in _FACTS}
    key = _key(public_key)
    try:
        key.verify(b64decode(receipt["signature"], validate=True), _signed(facts))
    except (InvalidSignature, ValueError):
        return Checked(False, facts)
    matches = None if request is None else text_digest(request) == facts["request_sha256"]
    return Checked(True, facts, matches)


def _signed(facts: dict[str, str]) -> bytes:
    """The facts as bytes, in a form that never varies."""
    return json.dumps([FORM, facts], sort_keys=True, separators=(",", ":")).encode()


def _read(content: bytes) -> dict[str, str]:
    if len(content) > LARGEST:
        raise UnusableInputError("This file is too large to be a receipt. Choose the receipt file.")
    try:
        receipt = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        receipt = None
    wanted = {"form", "signature", *_FACTS}
    if (
        not isinstance(receipt, dict)
        or set(receipt) != wanted
        or receipt["form"] != FORM
        or not all(isinstance(value, str) for value in receipt.values())
    ):
        raise UnusableInputError(
            "This file is not a receipt of ours. Choose the file that you kept when you asked."
        )
    return receipt


def _key(pem: bytes) -> Ed25519PublicKey:
    try:
        key = load_pem_public_key(pem)
    except ValueError:
        key = None
    if not isinstance(key, Ed25519PublicKey):
        raise UnusableInputError(
            "The key cannot be used. Take the file that the authority gives at /receipt-key."
        )
    return key
