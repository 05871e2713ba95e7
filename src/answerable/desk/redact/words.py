"""What happened with redactions, as sentences; which words they took is kept elsewhere."""

EVENTS = {
    "redact.marked": "A passage was marked to be withheld under {provision}",
    "redact.unmarked": "A mark was taken back",
    "redact.made": "A redacted copy for the {audience} was made; passages withheld: {passages}",
    "redact.for_regulator": "A copy that shows what is withheld was made for the regulator",
}
