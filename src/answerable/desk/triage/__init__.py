"""Triage: questions, regime, the register, and what comes before an answer.

``actions`` acknowledges, asks to clarify, hands on, asks for a fee, takes more time and estimates
cost; ``actions.estimate.estimate_words`` and ``actions.more_time.extended_to`` serve the letter.
"""
