"""A HiGHS solver, silent and on one thread, so that the same input gives the same answer."""

from typing import Any


def quiet(**options: bool | int | float | str) -> Any:
    """A new solver with these options."""
    import highspy

    made: Any = highspy.Highs  # its constructor is not annotated
    solver = made()
    for name, value in {"output_flag": False, "threads": 1, **options}.items():
        solver.setOptionValue(name, value)
    return solver
