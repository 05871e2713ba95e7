"""What the statistics do by themselves."""

from answerable.desk.stats.actions import close_quarters
from answerable.desk.today import today

JOBS = [("make the figures of closed quarters", 3600.0, lambda: close_quarters(today()))]
