"""What happened in clearance, as sentences; its moves of the case have theirs in ``cases``."""

EVENTS = {"clearance.step": "Clearance of version {version}, step taken: {step}"}
