"""A letter that was asked before, and what became of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One request of an authority's history, ours or another body's.

    ``text`` is the request as it came; ``date`` is ISO ("2025-03-10") or empty where the log
    does not say; ``outcome`` is the log's own word for the answer; ``answer`` the words of the
    answer, if the log holds them; ``body`` the authority that was asked, empty for ourselves.
    """

    id: str
    text: str
    title: str = ""
    date: str = ""
    outcome: str = ""
    body: str = ""
    answer: str = ""
