"""What happened to the figures, as sentences."""

EVENTS = {"stats.quarter": "Figures of {quarter} made"}
