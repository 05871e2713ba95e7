"""What happened to files, as sentences."""

EVENTS = {
    "files.kept": "A file was kept ({purpose})",
    "files.inspected": "A file went through the gate: {verdict}",
    "files.released": "A file was let go despite what the gate found, with a reason",
}
