"""Records that are complete and legally wrong: each is told, and its lawful neighbour is not."""

import pytest

from answerable.audit import check_record
from answerable.letters.draft import read_record
from answerable.letters.samples import example
from answerable.model import Finding


def told(text: str) -> dict[str, Finding]:
    return {each.slug: each for each in check_record(read_record(text, "r.yaml"))}


def changed(kind: str, *pairs: tuple[str, str]) -> str:
    text = example(kind)
    for old, new in pairs:
        assert old in text, (kind, old)
        text = text.replace(old, new, 1)
    return text


def commercial_ncnd(matter: str) -> str:
    return changed(
        "foia_ncnd", ("provision: s.31(3)", "provision: s.43(3)"),
        ("matter: s.31(1)(a)", f"matter: {matter}"),
    )  # fmt: skip


def test_a_limb_does_not_go_with_a_matter_that_it_does_not_serve() -> None:
    found = told(commercial_ncnd("s.43(1)"))["ncnd-wrong-limb"]
    assert "FOIA s.43(3) does not go with FOIA s.43(1); it goes with FOIA s.43(2)" in found.message
    assert "Nothing lets an authority" in found.fix
    assert [str(cite) for cite in found.cites] == ["FOIA s.43(3)", "FOIA s.43(1)"]


@pytest.mark.parametrize("matter", ["s.31(1)(b)", "s.24(1)", "s.40(2)"])
def test_the_limb_of_one_section_does_not_serve_another(matter: str) -> None:
    assert "ncnd-wrong-limb" in told(commercial_ncnd(matter))


def test_a_limb_goes_with_the_matter_that_it_serves() -> None:
    assert told(example("foia_ncnd")) == {}
    assert "ncnd-wrong-limb" not in told(commercial_ncnd("s.43(2)"))


@pytest.mark.parametrize("paragraph", ["(5)(b)", "(5)(e)", "(5)(f)", "(4)(d)"])
def test_regulation_12_6_is_for_the_interests_of_12_5_a_alone(paragraph: str) -> None:
    text = changed("eir_ncnd", ("matter: reg 12(5)(a)", f"matter: reg 12{paragraph}"))
    found = told(text)["ncnd-wrong-limb"]
    assert "it goes with EIR reg.12(5)(a)" in found.message
    assert all("FOIA" not in str(cite) for cite in found.cites)


def test_regulation_12_6_names_the_interests() -> None:
    assert told(example("eir_ncnd")) == {}
    text = changed("eir_ncnd", ("matter: reg 12(5)(a)", "matter:"))
    assert "ncnd-no-underlying-matter" in told(text)


@pytest.mark.parametrize("matter", ["s.25(1)", "s.36(1)", "s.37(1)(a)", "s.27(1)"])
def test_section_18_goes_with_the_exemptions_that_it_lists(matter: str) -> None:
    found = told(changed("foisa_ncnd", ("matter: s.35(1)(a)", f"matter: {matter}")))
    assert "ncnd-wrong-limb" in found
    assert "FOISA" in found["ncnd-wrong-limb"].message


@pytest.mark.parametrize("matter", ["s.28(1)", "s.34(1)(a)", "s.38(1)(b)", "s.39(1)", "s.41(a)"])
def test_each_exemption_on_the_list_of_section_18_will_do(matter: str) -> None:
    found = told(changed("foisa_ncnd", ("matter: s.35(1)(a)", f"matter: {matter}")))
    assert "ncnd-wrong-limb" not in found


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("eir_refusal", "provision: reg 12(5)(g)", "provision: reg 12(4)(a)"),
        ("eisr_refusal", "provision: reg 10(4)(d)", "provision: reg 10(4)(a)"),
    ],
)
def test_what_is_withheld_is_not_said_not_to_be_held(kind: str, old: str, new: str) -> None:
    assert told(example(kind)) == {}
    assert "held-not-stated" in told(changed(kind, (old, new)))


def test_what_is_not_held_may_rest_on_its_exception() -> None:
    text = example("eir_refusal")
    assert "held-not-stated" not in told(text.replace("reg 12(5)(g)", "reg 12(4)(b)"))


@pytest.mark.parametrize(("day", "wrong"), [("2026-05-01", False), ("2026-05-05", True)])
def test_regulation_7_gives_forty_working_days_and_no_more(day: str, wrong: bool) -> None:
    text = example("eir_extension")
    start = text.index("answer_by: ")
    text = text[:start] + f"answer_by: {day}" + text[text.index("\n", start) :]
    found = told(text.replace("received: 2026-03-02", "received: 2026-03-03"))
    assert ("pit-extension-abuse" in found) is wrong
    if wrong:
        assert "to 1 May 2026" in found["pit-extension-abuse"].message
        assert str(found["pit-extension-abuse"].cites[0]) == "EIR reg.7(1)"


def test_a_late_clarification_gives_regulation_7_its_own_beginning() -> None:
    text = example("eir_extension")
    start = text.index("answer_by: ")
    text = text[:start] + "answer_by: 2026-05-12" + text[text.index("\n", start) :]
    assert "pit-extension-abuse" in told(text)
    later = text.replace("sent: 2026-03-24", "sent: 2026-03-24\nclarified: 2026-03-13")
    assert "pit-extension-abuse" not in told(later)


def test_an_earlier_notice_cannot_have_promised_more_than_the_regulations_give() -> None:
    late = changed("eir_refusal", ("sent: 2026-03-24", "sent: 2026-08-20\nextended_to: 2026-08-28"))
    assert {"pit-extension-abuse", "late-notice"} <= set(told(late))
    good = changed("eir_refusal", ("sent: 2026-03-24", "sent: 2026-04-28\nextended_to: 2026-04-30"))
    assert told(good) == {}


def test_the_commissioner_expects_forty_days_but_in_exceptional_circumstances() -> None:
    text = example("foia_s10_3_extension")
    start = text.index("answer_by: ")
    far = text[:start] + "answer_by: 2026-07-28" + text[text.index("\n", start) :]
    assert "the Commissioner expects" in told(far)["pit-extension-abuse"].message
    why = far.replace("reasons: >-\n", "reasons: >-\n      The circumstances are exceptional.\n", 1)
    assert why != far
    assert told(why) == {}
    assert told(text) == {}


@pytest.mark.parametrize(("fee", "wrong"), [("£50.00", False), ("£50.01", True), ("£80", True)])
def test_a_scottish_fee_has_a_limit(fee: str, wrong: bool) -> None:
    text = example("foisa_fees")
    start = text.index("amount: ")
    text = text[:start] + f"amount: {fee}" + text[text.index("\n", start) :]
    found = told(text)
    assert ("s12-arith" in found) is wrong
    if wrong:
        assert "£50.00 at most" in found["s12-arith"].message
        assert str(found["s12-arith"].cites[0]) == "FOISA s.9(1)"


def test_a_fee_under_the_act_of_2000_is_not_measured_by_the_scottish_one() -> None:
    text = example("foia_fees_notice")
    start = text.index("amount: ")
    text = text[:start] + "amount: £80" + text[text.index("\n", start) :]
    assert told(text) == {}


ABSOLUTE = ["s.23(1)", "s.32(1)(a)", "s.34(1)", "s.40(1)", "s.44(1)(a)"]


@pytest.mark.parametrize("cite", ABSOLUTE)
def test_nothing_is_weighed_for_an_absolute_exemption(cite: str) -> None:
    text = changed("foia_refusal", ("provision: s.43(2)", f"provision: {cite}"))
    found = told(text)["pit-on-absolute"]
    assert f"FOIA {cite} is absolute" in found.message


@pytest.mark.parametrize("cite", ABSOLUTE)
def test_an_absolute_exemption_stands_without_a_balance(cite: str) -> None:
    text = changed("foia_refusal", ("provision: s.43(2)", f"provision: {cite}"))
    start, end = text.index("balance:"), text.index("severance:")
    found = told(text[:start].rstrip() + "\n    " + text[end:])
    assert not {"pit-on-absolute", "pit-missing"} & set(found)


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("foisa_refusal", "provision: s.33(1)(b)", "provision: s.37(1)(a)"),
        ("eir_refusal", "provision: reg 12(5)(g)", "provision: reg 13(1)"),
        ("foia_ncnd", "provision: s.31(3)", "provision: s.23(5)"),
    ],
)
def test_so_it_is_in_every_law(kind: str, old: str, new: str) -> None:
    assert "pit-on-absolute" in told(changed(kind, (old, new)))


@pytest.mark.parametrize("kind", ["foia_refusal", "foisa_refusal", "eir_refusal", "foia_ncnd"])
def test_a_qualified_exemption_keeps_its_balance(kind: str) -> None:
    assert "pit-on-absolute" not in told(example(kind))


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("foia_refusal", "s.43(2)", "s.40(2)"),
        ("foisa_refusal", "s.33(1)(b)", "s.38(1)(b)"),
        ("eir_refusal", "reg 12(5)(g)", "reg 13(1)"),
        ("eisr_refusal", "reg 10(4)(d)", "reg 11(2)"),
    ],
)
def test_personal_data_of_others_need_the_legitimate_interests(
    kind: str, old: str, new: str
) -> None:
    text = changed(kind, (f"provision: {old}", f"provision: {new}"))
    assert "s40-no-li" in told(text)
    indent = " " * 8
    said = (
        f"provision: {new}\n{indent}legitimate_interests: The outcomes meet the interest there is"
    )
    whole = text.replace(f"provision: {new}", said, 1)
    assert "s40-no-li" not in told(whole)


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("foia_refusal", "s.43(2)", "s.40(1)"),
        ("foisa_refusal", "s.33(1)(b)", "s.38(1)(a)"),
        ("foisa_refusal", "s.33(1)(b)", "s.38(1)(c)"),
        ("foia_refusal", "s.43(2)", "s.40(4A)"),
        ("eisr_refusal", "reg 10(4)(d)", "reg 11(1)"),
    ],
)
def test_the_applicants_own_data_and_other_conditions_do_not(kind: str, old: str, new: str) -> None:
    text = changed(kind, (f"provision: {old}", f"provision: {new}"))
    assert "s40-no-li" not in told(text)


def test_words_that_say_nothing_are_told() -> None:
    text = example("foia_refusal")
    start = text.index("reasons: ")
    end = text.index("balance:", start)
    thin = text[:start] + "reasons: because\n        " + text[end:]
    assert "“because” says nothing" in told(thin)["why-missing"].message
    start = text.index("factors_for:")
    end = text.index("factors_against:")
    empty = text[:start] + "factors_for: [x]\n          " + text[end:]
    assert "“x” says nothing" in told(empty)["pit-generic"].message
    assert told(text) == {}


@pytest.mark.parametrize(
    ("kind", "old", "new", "condition"),
    [
        ("foia_refusal", "s.43(2)", "s.40(2)", "s.40(3B)"),
        ("foia_refusal", "s.43(2)", "s.40(2)", "s.40(4A)"),
        ("eir_refusal", "reg 12(5)(g)", "reg 13(1)", "reg 13(2B)"),
    ],
)
def test_personal_data_kept_back_on_a_qualified_condition_are_weighed(
    kind: str, old: str, new: str, condition: str
) -> None:
    bare = changed(kind, (f"provision: {old}", f"provision: {new}"))
    assert "say so in “condition”" in told(bare)["pit-on-absolute"].message
    said = f"provision: {new}\n        condition: {condition}"
    found = told(bare.replace(f"provision: {new}", said, 1))
    assert not {"pit-on-absolute", "s40-no-li", "pit-missing"} & set(found)
