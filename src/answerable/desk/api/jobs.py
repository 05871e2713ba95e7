"""What this slice does by itself."""

from answerable.desk.api.once import forget

JOBS = [("forget answers of the API", 3600, forget)]
