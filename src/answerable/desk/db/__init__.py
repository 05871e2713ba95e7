"""Where the rows are kept: one SQLite file by default, PostgreSQL when outgrown.

``choose`` reads the setting; ``sqlite`` is Django's backend with one write lock, so that no writer
waits asleep, ``postgres`` is Django's for the other; ``checks`` and ``claim`` refuse a SQLite that could lose rows; ``backup`` keeps copies.
"""
