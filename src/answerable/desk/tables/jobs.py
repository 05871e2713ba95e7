"""What the register does by itself."""

from answerable.desk.tables.gather import gather, tidy


def keep_register() -> None:
    """Take in what went out, and delete what is not to be kept."""
    tidy()
    gather()


JOBS = [("register of tables", 300, keep_register)]
