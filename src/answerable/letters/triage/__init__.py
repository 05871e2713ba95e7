"""Which law the subject of a request points to, by meaning and with reasons.

``triage`` judges a request; ``environmental`` finds the words that make a text environmental.
"""

from answerable.letters.triage.decide import triage
from answerable.letters.triage.environment import Reason, environmental

__all__ = ["Reason", "environmental", "triage"]
