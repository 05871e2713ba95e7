"""Marks on the pages of a file that is to go, each with its provision and for whom, and the copies.

``marks`` turns rows into what the gate reads, ``copies`` says which copy the log may show,
``actions`` mark and make copies; the gate makes and proves them.
"""
