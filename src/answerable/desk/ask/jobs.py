"""What the public's road in does by itself."""

from answerable.desk.ask.actions import acknowledge_waiting, take_in_arrived, take_in_waiting
from answerable.desk.ask.drafts import purge

JOBS = [
    ("take in what arrived", 2.0, take_in_arrived),
    ("acknowledge what came", 5.0, acknowledge_waiting),
    ("take in what is in line", 60.0, take_in_waiting),
    ("delete old drafts", 3600.0, purge),
]
