"""The disclosure log as the public reads it: list, search, entries, feed, open data.

Everything starts from ``entries.public()``; pages only read. Rows are made in ``desk.publish``,
which calls ``index.refresh`` after publishing or withdrawing.
"""
