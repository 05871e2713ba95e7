"""Out: a durable outbox, SMTP or post; the first acceptance is the day of sending."""
