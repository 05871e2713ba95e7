"""Pages of decisions: deciding in steps, one decision, the qualified person's opinion."""
