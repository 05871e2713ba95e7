"""``answerable questions``: to be written."""


def questions() -> None:
    """Not here yet."""
    raise SystemExit(2)
