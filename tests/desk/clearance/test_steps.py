"""The steps of clearance that an authority sets."""

import pytest

from answerable.desk.clearance.steps import STEPS, next_step, steps


@pytest.mark.parametrize(
    ("setting", "press", "review", "expected"),
    [
        ("officer", False, False, []),
        ("officer", True, False, ["press"]),
        ("officer", False, True, ["approver"]),
        ("approver", False, False, ["approver"]),
        ("approver", True, False, ["press", "approver"]),
        ("qualified", False, False, ["approver", "qualified"]),
        ("qualified", True, True, ["press", "approver", "qualified"]),
    ],
)
def test_each_setting_has_its_steps_in_order(
    setting: str, press: bool, review: bool, expected: list[str]
) -> None:
    assert [step.id for step in steps(setting, press_sight=press, review=review)] == expected


def test_the_next_step_is_the_first_not_taken() -> None:
    both = steps("qualified", press_sight=False)
    assert next_step(both, set()) == STEPS["approver"]
    assert next_step(both, {"approver"}) == STEPS["qualified"]
    assert next_step(both, {"approver", "qualified"}) is None
    assert next_step((), set()) is None
