"""Sample data that comes with the package: the seed letter, and a right notice for its request.

See README.md beside this file for the licence.
"""

from importlib.resources import files


def sample(name: str) -> str:
    """The text of a sample, by file name ("seed_letter.txt")."""
    return (files(__name__) / name).read_text(encoding="utf-8")
