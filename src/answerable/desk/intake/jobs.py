"""What intake does by itself."""

from answerable.desk.intake.fetch import fetch_once

JOBS = [("take in what came", 60.0, fetch_once)]
