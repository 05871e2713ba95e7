"""A signature cut in bands: letters that share a whole band are looked at closely."""

import struct
from collections.abc import Sequence
from hashlib import blake2b

BANDS = 24
ROWS = 5  # two letters that overlap by 0.6 share a band with a chance of 0.87, by 0.8 of 0.9999

_NUMBERS = f">{BANDS * ROWS}I"
_BYTES = 4 * ROWS


def band_keys(signature: Sequence[int]) -> list[int]:
    """The 24 keys of a signature of 120 numbers, signed 64 bits as databases hold them."""
    numbers = struct.pack(_NUMBERS, *signature)
    digests = (
        blake2b(band.to_bytes(1) + numbers[band * _BYTES : (band + 1) * _BYTES], digest_size=8)
        for band in range(BANDS)
    )
    return list(struct.unpack(f">{BANDS}q", b"".join(each.digest() for each in digests)))
