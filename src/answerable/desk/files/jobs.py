"""What this slice does by itself."""

from answerable.desk.files.inspection import inspect_waiting

JOBS = [("look into files", 10, inspect_waiting)]
