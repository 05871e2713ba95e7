"""A response read: who speaks, what is decided, on which provisions, with which rights.

``read_letter`` takes the words and gives a ``Letter``; ``not_a_response`` says what else it is.
"""

from answerable.letters.reading.read import read_letter
from answerable.letters.reading.recognise import not_a_response
from answerable.letters.reading.welsh import in_welsh

__all__ = ["in_welsh", "not_a_response", "read_letter"]
