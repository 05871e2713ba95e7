"""A corpus as a stream of rows: JSON lines, CSV, Parquet or a folder of letters.

``open_corpus`` finds the columns; nothing is ever read whole, and a bad row has a place.
"""

from answerable.batch.corpus.columns import FIELDS, Mapping
from answerable.batch.corpus.opening import Corpus, open_corpus

__all__ = ["FIELDS", "Corpus", "Mapping", "open_corpus"]
