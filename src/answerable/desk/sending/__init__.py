"""Out: a durable outbox, SMTP or post; the first acceptance is the day of sending.

``queue`` takes messages in, ``worker`` sends them, ``answer`` sends letters that are cleared.
"""
