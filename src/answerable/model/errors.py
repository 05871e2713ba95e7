"""Two ways in which input is turned away, each with one plain sentence for the reader."""


class UnusableInputError(Exception):
    """The input cannot be used. The message is one plain sentence: what, where, what to do.

    The command line prints the sentence and ends with status 2.
    """


class RefusedInputError(UnusableInputError):
    """The input was refused for safety: a size, time or depth limit was reached.

    The command line prints the sentence and ends with status 3.
    """
