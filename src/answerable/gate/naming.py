"""A model reads what a file says for names of people, and the groups count them."""

from collections.abc import Callable, Iterable
from time import process_time

from answerable.gate.groups import Group
from answerable.gate.personal import NameFinder, Waiting
from answerable.model import UnusableInputError

_LOOKED = "names in running text were looked for by a model, which misses some"
_PART = f"{_LOOKED}; the file has more text than it read"
FAILED = "names in running text were not looked for: the model failed on this file"


def name_people(
    groups: Iterable[Group], waiting: Waiting, finder: Callable[[], NameFinder], until: float
) -> str:
    """Count the people whom a model names, and say how it went; whatever fails takes nothing away.

    ``finder`` opens the model, which is done only if there is text for it. It reads until this
    process has used ``until`` seconds of processor.
    """
    places = {id(group): group for group in groups}
    pieces = list(waiting.pieces())
    if not pieces:
        return _LOOKED
    try:
        found = finder().find([text for _, text in pieces])
        for (place, _), names in zip(pieces, found, strict=False):
            places[place].name(names)
            if process_time() > until:
                return _PART
    except UnusableInputError as problem:
        return str(problem)
    except Exception as problem:  # whatever a model does, the patterns' findings stand
        return f"{FAILED} ({type(problem).__name__})"
    return _PART if waiting.left_out else _LOOKED
