"""Proposing an answer for the disclosure log, publishing it, withdrawing it with a trace."""
