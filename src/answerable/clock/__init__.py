"""When an answer is due, and the workings day by day.

Dates come in as arguments; nothing here asks what day it is.
"""
