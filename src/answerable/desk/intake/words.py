"""What happened to messages, as sentences."""

EVENTS = {
    "intake.kept": "A message was kept as it came ({source})",
    "intake.made": "Made from a message that is kept",
    "intake.put": "A message was put on the case",
    "intake.aside": "A message was set aside, with a reason",
}
