"""What was asked before: earlier cases like a new one, with outcome, date and why each is shown.

``index`` keeps the words of every case; ``search`` reads what it found, through the gate.
"""
