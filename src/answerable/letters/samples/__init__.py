"""Sample data that comes with the package: the seed letter, and a right notice for its request.

See README.md beside this file for the licence.
"""

from importlib.resources import files

from answerable import law


def sample(name: str) -> str:
    """The text of a sample, by file name ("seed_letter.txt", "decisions/foia_ncnd.yaml")."""
    return (files(__name__) / name).read_text(encoding="utf-8")


def example(kind: str) -> str:
    """A worked decision record, with comments, for a kind of notice.

    Raises:
        UnusableInputError: there is no such kind of notice.
    """
    return sample(f"decisions/{law.notice(kind).kind}.yaml")
