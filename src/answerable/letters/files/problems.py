"""Why a file cannot be read, as the rest of a sentence that begins with its name."""


class CannotReadError(Exception):
    """The file cannot be used: "is encrypted; save a copy without a password"."""


class TooMuchError(CannotReadError):
    """The file asks for more than the limits allow."""
