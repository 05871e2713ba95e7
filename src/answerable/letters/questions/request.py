"""A request, read."""

from answerable.letters.questions.split import split
from answerable.letters.triage import triage
from answerable.model import Request


def read_request(text: str) -> Request:
    """The questions of a request and the law its subject points to. Never raises."""
    questions = split(text)
    return Request(text, questions, triage(text, questions))
