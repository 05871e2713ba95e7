"""Events as sentences: each slice says in its ``words`` what its events mean."""

from functools import cache

from answerable.desk.events.models import Event
from answerable.desk.slices import modules


@cache
def _words() -> dict[str, str]:
    return {kind: words for module in modules("words") for kind, words in module.EVENTS.items()}


@cache
def _facts() -> dict[str, dict[str, str]]:
    """Values that are kept as names, and what they mean to a person."""
    found: dict[str, dict[str, str]] = {}
    for module in modules("words"):
        found |= getattr(module, "FACTS", {})
    return found


def sentence(event: Event) -> str:
    """What happened, for a person: the words of the event's kind with its facts put in."""
    words = _words().get(event.kind, event.kind.replace(".", ": ").replace("_", " "))
    said = {name: _facts().get(name, {}).get(str(v), v) for name, v in event.facts.items()}
    return words.format_map(_Facts(said))


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "?"
