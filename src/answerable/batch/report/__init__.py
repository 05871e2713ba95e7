"""A national report of an audited corpus: which defects, provisions and bodies, year by year.

``to_html`` takes what ``answerable batch audit`` wrote and gives one page, ``to_json`` its figures.
"""

from answerable.batch.report.as_json import to_json
from answerable.batch.report.page import to_html

__all__ = ["to_html", "to_json"]
