"""The nouns everybody shares: requests, questions, letters, decisions, cites, findings.

Frozen dataclasses and enumerations only; nothing here reads a file, a clock or the law.
"""

from answerable.model.cite import Cite, Source
from answerable.model.errors import RefusedInputError, UnusableInputError
from answerable.model.finding import Basis, Certainty, Finding, Place, Severity, Span
from answerable.model.letter import (
    AuthorityReading,
    BalancePassage,
    Block,
    BlockKind,
    DatedPhrase,
    Letter,
    LetterDates,
    Outcome,
    PartAnswer,
    ProvisionUse,
    RegulatorRoute,
    ReviewRoute,
    Role,
    Shows,
    Voice,
)
from answerable.model.regime import LetterRegime, Regime, RequestRegime
from answerable.model.request import Question, RegimeReading, Request

__all__ = [
    "AuthorityReading",
    "BalancePassage",
    "Basis",
    "Block",
    "BlockKind",
    "Certainty",
    "Cite",
    "DatedPhrase",
    "Finding",
    "Letter",
    "LetterDates",
    "LetterRegime",
    "Outcome",
    "PartAnswer",
    "Place",
    "ProvisionUse",
    "Question",
    "RefusedInputError",
    "Regime",
    "RegimeReading",
    "RegulatorRoute",
    "Request",
    "RequestRegime",
    "ReviewRoute",
    "Role",
    "Severity",
    "Shows",
    "Source",
    "Span",
    "UnusableInputError",
    "Voice",
]
