"""Who must clear a letter; nobody clears their own; any edit voids what was cleared."""
