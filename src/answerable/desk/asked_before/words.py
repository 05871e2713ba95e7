"""What happened to earlier answers, as sentences."""

EVENTS = {
    "asked_before.reused": "Decisions of {earlier} were copied as drafts",
    "asked_before.log_taken_in": "A log of another body, {log}, was taken in: {rows} requests",
    "asked_before.log_removed": "The log of another body {log} was removed",
}
