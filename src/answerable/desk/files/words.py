"""What happened to files, as sentences."""

EVENTS = {
    "files.kept": "A file was kept ({purpose})",
    "files.inspected": "A file went through the gate: {verdict}",
    "files.opened": "A file was opened although the gate warned of it",
    "files.released": "A file was kept as it is despite what the gate found, with a reason",
    "files.consented": "A second person agreed that a file is kept as it is",
}
