"""Events as sentences: each slice says in its ``words`` what its events mean."""

from functools import cache

from answerable.desk.events.models import Event
from answerable.desk.slices import modules


@cache
def _words() -> dict[str, str]:
    return {kind: words for module in modules("words") for kind, words in module.EVENTS.items()}


def sentence(event: Event) -> str:
    """What happened, for a person: the words of the event's kind with its facts put in."""
    words = _words().get(event.kind, event.kind.replace(".", ": ").replace("_", " "))
    return words.format_map(_Facts(event.facts))


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "?"
