"""What happened to letters and their files, as sentences."""

EVENTS = {
    "letters.written": "Letter written: version {version}",
    "letters.gap_let_through": "A gap in the letter was let through, with a reason: {gap}",
    "letters.file_out": "A file was taken out of the answer",
    "letters.file_in": "A file was put back into the answer",
}
