"""Ways to damage a file."""

import random

from hypothesis import strategies as st


def cut(data: bytes, at: int) -> bytes:
    """The file up to a place."""
    return data[: at % (len(data) + 1)]


def flipped(data: bytes, changes: list[tuple[int, int]]) -> bytes:
    """The file with these bits turned over, each at a place."""
    made = bytearray(data)
    for at, bits in changes if made else ():
        made[at % len(made)] ^= bits
    return bytes(made)


def spliced(data: bytes, start: int, length: int, to: int) -> bytes:
    """The file with a piece of it copied to another place."""
    if not data:
        return data
    start, to = start % len(data), to % len(data)
    return data[:to] + data[start : start + length] + data[to:]


def any_of(data: bytes, chance: random.Random) -> bytes:
    """The file, damaged in one of these ways."""
    way = chance.randrange(3)
    if way == 0:
        return cut(data, chance.randrange(len(data) + 1))
    if way == 1:
        places = [chance.randrange(len(data)) for _ in range(chance.randrange(1, 9))]
        return flipped(data, [(at, chance.randrange(1, 256)) for at in places])
    return spliced(
        data, chance.randrange(len(data)), chance.randrange(1, 200), chance.randrange(len(data))
    )


PLACES = st.integers(0, 1 << 20)
DAMAGE = st.one_of(
    st.builds(lambda at: lambda data: cut(data, at), PLACES),
    st.builds(
        lambda changes: lambda data: flipped(data, changes),
        st.lists(st.tuples(PLACES, st.integers(1, 255)), min_size=1, max_size=8),
    ),
    st.builds(
        lambda start, length, to: lambda data: spliced(data, start, length, to),
        PLACES,
        st.integers(1, 400),
        PLACES,
    ),
)
