"""References of cases: random, short enough to read out, without letters that look like digits."""

import secrets

_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_reference(prefix: str = "FOI") -> str:
    """A reference such as "FOI-7K2M-93QD": says nothing about order or number of cases."""
    number, letters = secrets.randbelow(len(_LETTERS) ** 8), ""
    for _ in range(8):
        number, place = divmod(number, len(_LETTERS))
        letters += _LETTERS[place]
    return f"{prefix}-{letters[:4]}-{letters[4:]}"
