"""Questions on the same subject in other words: read and compared by the worker, never by a page."""
