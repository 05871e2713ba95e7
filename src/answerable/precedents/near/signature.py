"""MinHash: 120 small numbers that agree between two sets as often as the sets overlap.

Broder, "On the resemblance and containment of documents" (1997).
"""

import random
from collections.abc import Collection
from hashlib import blake2b

try:
    from rensa import RMinHash
except ImportError:  # no wheel for this machine: slower, and the same everywhere
    RMinHash = None

SIZE = 120
_SEED = 42
_PRIME = (1 << 61) - 1

#: Which hashes made a signature; those of different makers must not be compared.
ENGINE = "rensa" if RMinHash is not None else "plain"


def signature(shingles: Collection[str]) -> list[int]:
    """The signature of a set of word sequences: 120 numbers of 32 bits, stable over runs."""
    if RMinHash is None:
        return plain_signature(shingles)
    maker = RMinHash(SIZE, _SEED)
    maker.update([*shingles])
    return list(maker.digest())


def plain_signature(shingles: Collection[str]) -> list[int]:
    """The same idea with no library, by 120 linear hashes modulo a prime."""
    hashes = [
        int.from_bytes(blake2b(each.encode(), digest_size=8).digest(), "big") for each in shingles
    ]
    if not hashes:
        return [0xFFFFFFFF] * SIZE
    return [min((a * each + b) % _PRIME for each in hashes) & 0xFFFFFFFF for a, b in _LINES]


_DICE = random.Random(_SEED)  # noqa: S311 - hash functions, no secret
_LINES = [(_DICE.randrange(1, _PRIME), _DICE.randrange(_PRIME)) for _ in range(SIZE)]
