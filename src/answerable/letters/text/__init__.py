"""Text as it came, made even without changing its length.

``flow`` mends line breaks and page furniture, ``evened`` moves what sets a paragraph in,
``lower`` folds case, ``sentences`` cuts.
"""

from answerable.letters.text.case import lower
from answerable.letters.text.even import evened
from answerable.letters.text.flow import flow
from answerable.letters.text.sentences import sentence_spans, sentences

__all__ = ["evened", "flow", "lower", "sentence_spans", "sentences"]
