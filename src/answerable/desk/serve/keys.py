"""A secret key that anybody could guess is no secret."""

from answerable.model import UnusableInputError

_TELLING = ("django-insecure", "changeme", "change-me", "secret-key", "your-", "example", "default")
_FEWEST_DIFFERENT = 10


def refuse_weak_key(key: str) -> None:
    """Refuse a key out of an example, or of too few different characters.

    Raises:
        UnusableInputError: the key will not do.
    """
    if len(set(key)) < _FEWEST_DIFFERENT or any(word in key.lower() for word in _TELLING):
        raise UnusableInputError(
            "ANSWERABLE_SECRET_KEY can be guessed; unset it and one is made in the data folder, "
            "or set one made at random."
        )
