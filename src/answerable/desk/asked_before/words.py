"""What happened to earlier answers, as sentences."""

EVENTS = {"asked_before.reused": "Decisions of {earlier} were copied as drafts"}
