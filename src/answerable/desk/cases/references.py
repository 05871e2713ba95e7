"""References of cases: random, short enough to read out, without letters that look like digits."""

import secrets

_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_reference(prefix: str = "FOI") -> str:
    """A reference such as "FOI-7K2M-93QD": says nothing about order or number of cases."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(8))
    return f"{prefix}-{letters[:4]}-{letters[4:]}"
