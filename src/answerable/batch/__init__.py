"""The same functions over millions of documents: audit, near duplicates, an index, a report.

``JOBS`` run over a corpus on one of three engines and give the same rows on each; ``report``
draws what an audited corpus shows. Stopped work goes on where it stopped.
"""

from answerable.batch.corpus import Mapping, open_corpus
from answerable.batch.engines import engine
from answerable.batch.orders import Order, Summary
from answerable.batch.run import JOBS, audit, duplicates, index
from answerable.precedents.progress import Progress

__all__ = [
    "JOBS",
    "Mapping",
    "Order",
    "Progress",
    "Summary",
    "audit",
    "duplicates",
    "engine",
    "index",
    "open_corpus",
]
