"""``answerable draft``: to be written."""


def draft() -> None:
    """Not here yet."""
    raise SystemExit(2)
