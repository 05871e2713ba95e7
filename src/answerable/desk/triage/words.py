"""What happened in triage, as sentences."""

EVENTS = {"triage.estimate": "Cost estimated: {minutes} minutes"}
