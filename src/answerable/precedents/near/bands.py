"""A signature cut in bands: letters that share a whole band are looked at closely."""

import struct
from collections.abc import Sequence
from hashlib import blake2b

BANDS = 24
ROWS = 5  # two letters that overlap by 0.6 share a band with a chance of 0.87, by 0.8 of 0.9999


def band_keys(signature: Sequence[int]) -> list[int]:
    """The 24 keys of a signature of 120 numbers, signed 64 bits as databases hold them."""
    return [
        int.from_bytes(
            blake2b(
                struct.pack(f">B{ROWS}I", band, *signature[band * ROWS : (band + 1) * ROWS]),
                digest_size=8,
            ).digest(),
            "big",
            signed=True,
        )
        for band in range(BANDS)
    ]
