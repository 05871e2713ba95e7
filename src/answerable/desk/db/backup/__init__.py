"""A backup: one zip of the database, every file, and a manifest that says what must be in it.

``write`` makes one while the site runs; ``restore`` puts one into an empty folder and compares every
digest; ``verify`` checks a site in place. Nothing is handed out here: unpacking goes before Django.
"""
