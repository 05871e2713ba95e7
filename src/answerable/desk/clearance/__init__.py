"""Clearance: the steps an authority sets, each by a named person, none by who did the work.

``steps`` says which steps there are, ``actions`` take them; what is cleared is one SHA-256.
"""
