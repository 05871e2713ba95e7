"""What a request asks: its questions, numbered as the applicant numbered them."""

from answerable.letters.questions.request import read_request
from answerable.letters.questions.split import split

__all__ = ["read_request", "split"]
