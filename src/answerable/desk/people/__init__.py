"""People who sign in, the service areas they answer for, and what each role may do.

``roles.yaml`` says it in plain words; ``can`` and ``require`` ask it.
"""
