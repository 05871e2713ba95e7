"""Text as it came, made even without moving a single character.

``flow`` mends line breaks and page furniture, ``lower`` folds case, ``sentences`` cuts.
"""

from answerable.letters.text.case import lower
from answerable.letters.text.flow import flow
from answerable.letters.text.sentences import sentence_spans, sentences

__all__ = ["flow", "lower", "sentence_spans", "sentences"]
