"""Any file to text, a request to questions, a response to a Letter, decisions to a notice.

``files`` opens, ``reading`` understands, ``questions`` splits, ``draft`` writes.
"""
