"""What the log does by itself."""

from answerable.desk.log.index import refresh_changed

JOBS = [("read published entries for search", 60.0, refresh_changed)]
