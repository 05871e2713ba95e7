"""Files damaged on purpose: whatever comes of them, the gate has an answer."""
