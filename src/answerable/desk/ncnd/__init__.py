"""The register of questions that we neither confirm nor deny, approved before anybody searches.

FOIA s.2(1); EIR reg.12(6); FOISA s.18. A class says it once for every request of its kind, so
that an answer never depends on whether anything is held.
"""
