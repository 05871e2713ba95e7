"""What was asked and answered before, shown beside a question."""
