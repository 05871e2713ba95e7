"""Search by meaning: the same subject in other words, with a language model from a local folder.

``open_encoder`` opens the model or says why it is off; ``same_subject`` asks it. Nothing is fetched.
"""

from answerable.precedents.meaning.encoder import Encoder, open_encoder, why_off
from answerable.precedents.meaning.subject import interleaved, same_subject, words_lead

__all__ = ["Encoder", "interleaved", "open_encoder", "same_subject", "why_off", "words_lead"]
