"""What rules ask of the law: kind, status, limbs, the duty to confirm or deny, lifespans."""

from datetime import date

import pytest

from answerable import law
from answerable.law.cites import parse_one
from answerable.model import Regime, UnusableInputError

STATUS = {
    "FOIA s.21": "absolute",
    "FOIA s.21(1)": "absolute",
    "FOIA s.22": "qualified",
    "FOIA s.22A(2)": "qualified",
    "FOIA s.23(1)": "absolute",
    "FOIA s.23(5)": "absolute",
    "FOIA s.24": "qualified",
    "FOIA s.24(2)": "qualified",
    "FOIA s.27(2)": "qualified",
    "FOIA s.27(4)": "qualified",
    "FOIA s.30(1)": "qualified",
    "FOIA s.30(1)(a)": "qualified",
    "FOIA s.30(3)": "qualified",
    "FOIA s.31": "qualified",
    "FOIA s.31(1)(a)": "qualified",
    "FOIA s.31(2)(c)": "qualified",
    "FOIA s.31(3)": "qualified",
    "FOIA s.32": "absolute",
    "FOIA s.32(3)": "absolute",
    "FOIA s.34(2)": "absolute",
    "FOIA s.35(1)(a)": "qualified",
    "FOIA s.36": "qualified",
    "FOIA s.36(2)(b)(i)": "qualified",
    "FOIA s.36(2)(c)": "qualified",
    "FOIA s.36(3)": "qualified",
    "FOIA s.37(1)(a)": "absolute",
    "FOIA s.37(1)(ab)": "absolute",
    "FOIA s.37(1)(ac)": "qualified",
    "FOIA s.37(1)(b)": "qualified",
    "FOIA s.37": "qualified",
    "FOIA s.39": "qualified",
    "FOIA s.40": "absolute",
    "FOIA s.40(1)": "absolute",
    "FOIA s.40(2)": "absolute",
    "FOIA s.40(3A)(a)": "absolute",
    "FOIA s.40(3B)": "qualified",
    "FOIA s.40(5A)": "contested",
    "FOIA s.40(5B)": "contested",
    "FOIA s.40(5B)(a)(i)": "contested",
    "FOIA s.40(5B)(b)": "qualified",
    "FOIA s.41": "absolute",
    "FOIA s.41(2)": "absolute",
    "FOIA s.42(1)": "qualified",
    "FOIA s.43(1)": "qualified",
    "FOIA s.43(3)": "qualified",
    "FOIA s.44": "absolute",
    "FOIA s.44(2)": "absolute",
    "FOIA s.1(1)(a)": "procedural",
    "FOIA s.2(3)": "procedural",
    "FOIA s.9(1)": "procedural",
    "FOIA s.10(3)": "procedural",
    "FOIA s.12": "procedural",
    "FOIA s.12(2)": "procedural",
    "FOIA s.14(1)": "procedural",
    "FOIA s.16(1)": "procedural",
    "FOIA s.17(7)(b)": "procedural",
    "FOIA s.50": "procedural",
    "FOIA s.31(4)": "unknown",
    "FOIA s.40(5)(b)(i)": "unknown",
    "EIR reg.12(4)(a)": "qualified",
    "EIR reg.12(4)(b)": "qualified",
    "EIR reg.12(5)(e)": "qualified",
    "EIR reg.12(6)": "qualified",
    "EIR reg.13": "absolute",
    "EIR reg.13(1)": "absolute",
    "EIR reg.13(5A)": "absolute",
    "EIR reg.13(5B)(b)": "qualified",
    "EIR reg.14(3)": "procedural",
    "EIR reg.5(2)": "procedural",
    "FOISA s.25": "absolute",
    "FOISA s.25(1)": "absolute",
    "FOISA s.26(a)": "absolute",
    "FOISA s.27(1)": "qualified",
    "FOISA s.30(c)": "qualified",
    "FOISA s.33(1)(b)": "qualified",
    "FOISA s.36(1)": "qualified",
    "FOISA s.36(2)": "absolute",
    "FOISA s.36": "qualified",
    "FOISA s.37": "absolute",
    "FOISA s.38(1)(b)": "absolute",
    "FOISA s.38(1)(a)": "absolute",
    "FOISA s.18": "qualified",
    "FOISA s.18(1)": "qualified",
    "FOISA s.12(1)": "procedural",
    "FOISA s.17(1)": "procedural",
    "FOISA s.20": "procedural",
    "EISR reg.10(4)(b)": "qualified",
    "EISR reg.10(8)": "qualified",
    "EISR reg.11(1)": "absolute",
    "EISR reg.13": "procedural",
}
THERE = """
FOIA s.1; s.1(1); s.1(1)(a); s.1(3); s.9(2); s.10(1); s.10(3); s.11(1)(a); s.11(1A); s.12(2); s.14(2); s.16(1); s.17(1)(c);
s.17(7)(b); s.21; s.21(1); s.21(3); s.22(1); s.22A(1); s.23(5); s.24(3); s.27(4)(b); s.30(1)(a); s.30(1)(a)(i); s.30(2)(a)(iv);
s.31(1)(i); s.31(2)(j); s.31(3); s.32(1)(c)(ii); s.33(2); s.35(1)(d); s.36(2)(a)(iii); s.36(2)(b)(ii); s.36(2)(c); s.36(5)(o)(iii);
s.37(1)(ad); s.38(2); s.39(1A); s.40(2)(b); s.40(3A)(b); s.40(4A)(a); s.40(5A); s.40(5B)(a)(i); s.40(5B)(d); s.40(8); s.41(1);
s.41(1)(b); s.42(1); s.42(2); s.43(3); s.44(1)(b); s.44(2); s.45; s.46; s.50; s.50(2)(b); s.57; s.77; s.88;
EIR reg.5(2); reg.7(1); reg.9(2)(a); reg.11(4); reg.12(4)(e); reg.12(5)(f)(iii); reg.12(9); reg.12(11); reg.13(2A)(a);
reg.13(5B)(a)(i); reg.13(5B)(e); reg.14(5)(b); reg.18;
FOISA s.1(3); s.10(1)(a); s.16(1)(d); s.18(2); s.19(b); s.20(5)(b)(ii); s.21(10); s.26(c); s.30(b)(ii); s.33(2)(b); s.35(2)(d)(ii);
s.38(2A)(b); s.39(2)(b); s.41(b); s.47; s.56; s.74; EISR reg.10(5)(g); reg.10(8); reg.11(6); reg.13(e); reg.16(4); reg.20
"""
NOT_THERE = """
FOIA s.1(7); s.10(7); s.14(3); s.16(3); s.17(8); s.17(1)(d); s.21(4); s.22(3); s.23(6); s.24(5); s.26(1)(c); s.27(1)(e); s.28(4);
s.29(1)(c); s.30(1)(d); s.30(1)(a)(iii); s.31(1)(j); s.31(2)(k); s.31(4); s.32(1)(d); s.35(1)(e); s.36(2)(d); s.36(2)(b)(iii);
s.36(8); s.37(1)(ae); s.37(3); s.38(1)(c); s.40(3); s.40(4); s.40(5); s.40(5)(b)(i); s.40(3A)(c); s.40(5B)(e); s.40(6); s.41(3);
s.42(3); s.43(4); s.44(1)(d); s.44(3); s.21A; s.31A;
EIR reg.7(4); reg.12(4)(f); reg.12(5)(h); reg.12(12); reg.13(2)(a)(i); reg.14(9); reg.5(7);
FOISA s.18(3); s.26(d); s.30(d); s.33(1)(c); s.36(3); s.38(2)(a)(i); s.41(c); EISR reg.10(10); reg.13(f); reg.11(5)
"""


def listed(text: str) -> list[str]:
    regime, found = "", []
    for words in text.replace("\n", " ").split(";"):
        *name, cite = words.split()
        regime = name[0] if name else regime
        found.append(f"{regime} {cite}")
    return found


@pytest.mark.parametrize(("cite", "status"), STATUS.items())
def test_status(cite, status):
    assert law.status(parse_one(cite)) == status


@pytest.mark.parametrize("cite", listed(THERE))
def test_it_exists(cite):
    assert law.exists(parse_one(cite))


@pytest.mark.parametrize("cite", listed(NOT_THERE))
def test_it_does_not_exist(cite):
    assert not law.exists(parse_one(cite))
    assert law.status(parse_one(cite)) == "unknown"


@pytest.mark.parametrize(
    "cite",
    ["FOIA s.40(5)(b)(i)", "FOIA s.40(3)(a)(i)", "EIR reg.13(2)(a)(i)", "FOISA s.38(2)(a)(i)"],
)
def test_limbs_that_have_gone_stood_until_the_data_protection_act_2018(cite):
    assert law.exists(parse_one(cite), date(2018, 5, 24))
    assert not law.exists(parse_one(cite), date(2018, 5, 25))
    assert not law.exists(parse_one(cite))


def test_every_cite_on_record_exists_and_has_a_status():
    for row in law.provisions():
        for text in (row.cite, row.condition, *row.ncnd.cites):
            if text:
                assert law.exists(parse_one(text)), text
                assert law.status(parse_one(text)) != "unknown", text


@pytest.mark.parametrize(
    ("cite", "limb"),
    [
        ("FOIA s.24", "FOIA s.24(2)"),
        ("FOIA s.24(1)", "FOIA s.24(2)"),
        ("FOIA s.31(1)(a)", "FOIA s.31(3)"),
        ("FOIA s.31", "FOIA s.31(3)"),
        ("FOIA s.31(2)(c)", "FOIA s.31(3)"),
        ("FOIA s.23(1)", "FOIA s.23(5)"),
        ("FOIA s.27(1)(a)", "FOIA s.27(4)(a)"),
        ("FOIA s.27(2)", "FOIA s.27(4)(b)"),
        ("FOIA s.40(1)", "FOIA s.40(5A)"),
        ("FOIA s.40(2)", "FOIA s.40(5B)(a)(i)"),
        ("FOIA s.43(2)", "FOIA s.43(3)"),
        ("FOIA s.43", "FOIA s.43(3)"),
        ("FOIA s.31(3)", "FOIA s.31(3)"),
        ("EIR reg.12(5)(a)", "EIR reg.12(6)"),
        ("EISR reg.10(5)(a)", "EISR reg.10(8)"),
        ("FOISA s.35(1)(a)", "FOISA s.18(1)"),
        ("FOISA s.18(1)", "FOISA s.18(1)"),
    ],
)
def test_the_limb_that_removes_the_duty_to_confirm_or_deny(cite, limb):
    found = law.ncnd_of(parse_one(cite))
    assert found is not None
    assert found.cites[0] == limb


@pytest.mark.parametrize(
    "cite",
    ["FOIA s.21", "FOIA s.43(1)", "FOIA s.14(1)", "EIR reg.12(5)(b)", "EIR reg.12(4)(a)", "FOISA s.25(1)",
     "FOISA s.36(2)", "FOISA s.39(2)", "EISR reg.10(5)(e)"],
)  # fmt: skip
def test_where_there_is_no_such_limb(cite):
    assert law.ncnd_of(parse_one(cite)) is None


@pytest.mark.parametrize(
    "cite",
    ["FOIA s.24(2)", "FOIA s.31(3)", "FOIA s.23(5)", "FOIA s.40(5A)", "FOIA s.40(5B)", "FOIA s.40(5B)(a)",
     "FOIA s.40(5B)(a)(i)", "FOIA s.40(5B)(d)", "FOIA s.27(4)", "FOIA s.30(3)", "FOIA s.44(2)", "EIR reg.12(6)",
     "EIR reg.13(5A)", "EIR reg.13(5B)(a)(i)", "EIR reg.13(5B)(d)", "EISR reg.10(8)", "EISR reg.11(6)", "FOISA s.18",
     "FOISA s.18(1)"],
)  # fmt: skip
def test_it_is_an_ncnd_limb_and_an_exemption(cite):
    assert law.is_ncnd_limb(parse_one(cite))
    assert law.is_exemption(parse_one(cite))


@pytest.mark.parametrize(
    "cite",
    ["FOIA s.24", "FOIA s.24(1)", "FOIA s.31", "FOIA s.31(1)(a)", "FOIA s.40", "FOIA s.40(2)", "FOIA s.21", "FOIA s.1(1)(a)",
     "FOIA s.2(1)", "FOIA s.17(3)(a)", "FOISA s.35(1)(a)", "FOISA s.17(1)", "EIR reg.12", "EIR reg.12(5)(a)", "EIR reg.13",
     "FOIA s.12"],
)  # fmt: skip
def test_it_is_no_ncnd_limb(cite):
    assert not law.is_ncnd_limb(parse_one(cite))


@pytest.mark.parametrize(
    ("cite", "exempts"),
    [
        ("FOIA s.31", True),
        ("FOIA s.31(1)", True),
        ("FOIA s.31(1)(a)", True),
        ("FOIA s.30(1)(a)", True),
        ("FOIA s.40(2)", True),
        ("FOIA s.41(1)(b)", True),
        ("EIR reg.12(4)(b)", True),
        ("EIR reg.13", True),
        ("FOISA s.38(1)(b)", True),
        ("FOIA s.12(1)", False),
        ("FOIA s.12(2)", False),
        ("FOIA s.14", False),
        ("FOIA s.17", False),
        ("FOIA s.40(7)", False),
        ("FOIA s.31(2)(a)", False),
        ("FOISA s.17(1)", False),
        ("EIR reg.14", False),
        ("EIR reg.5(3)", False),
    ],
)
def test_what_exempts(cite, exempts):
    assert law.is_exemption(parse_one(cite)) is exempts


def test_sections_with_which_one_can_neither_confirm_nor_deny():
    foia = law.ncnd_sections(Regime.FOIA)
    assert {"22", "23", "24", "31", "40", "43", "44"} <= foia
    assert not {"12", "14", "21"} & foia
    assert law.ncnd_sections(Regime.EIR) == {"12", "13"}
    scottish = law.ncnd_sections(Regime.FOISA)
    assert {"18", "28", "31", "35", "38", "39", "41"} <= scottish
    assert not {"25", "26", "27", "36", "37", "40"} & scottish


def test_records_of_a_section_come_in_the_order_of_the_act():
    assert [row.citation for row in law.limbs(parse_one("FOIA s.36(2)(b)"))] == [
        "s.36(2)(b)(i)",
        "s.36(2)(b)(ii)",
    ]
    assert len(law.limbs(parse_one("FOIA s.31"))) == 9


def test_the_record_of_a_limb_of_a_record_is_that_record():
    record = law.provision(parse_one("FOIA s.41(1)(b)"))
    assert record is not None
    assert record.id == "foia-41"
    assert law.provision(parse_one("FOIA s.17")) is None


CREATED = date(2000, 6, 15)


@pytest.mark.parametrize(
    ("cite", "on", "over"),
    [
        ("FOIA s.35(1)(a)", date(2020, 12, 31), False),
        ("FOIA s.35(1)(a)", date(2021, 1, 1), True),
        ("FOIA s.43(2)", date(2030, 12, 31), False),
        ("FOIA s.43(2)", date(2031, 1, 1), True),
        ("FOIA s.31(1)(a)", date(2100, 12, 31), False),
        ("FOIA s.31(1)(a)", date(2101, 1, 1), True),
        ("FOIA s.40(2)", date(2300, 1, 1), False),
        ("FOIA s.24(1)", date(2300, 1, 1), False),
        ("FOISA s.33(1)(b)", date(2016, 1, 1), True),
        ("FOISA s.33(1)(b)", date(2015, 12, 31), False),
        ("FOIA s.37(1)(ac)", date(2010, 1, 1), False),
        ("FOIA s.37(1)(ac)", date(2030, 1, 1), None),
        ("FOIA s.21", date(2010, 1, 1), None),
    ],
)
def test_an_exemption_lapses_at_the_end_of_its_years(cite, on, over):
    assert law.lapsed(parse_one(cite), CREATED, on) is over


def test_who_must_decide_is_named_where_the_act_names_one():
    record = law.provision(parse_one("FOIA s.36(2)(c)"))
    assert record is not None
    assert "QUALIFIED PERSON" in (record.decision_maker or "")


def test_what_a_notice_must_say_differs_between_withholding_and_not_confirming():
    cite = parse_one("FOIA s.31(1)(a)")
    withholding, confirming = law.profile(cite), law.profile(cite, confirming=True)
    assert withholding is not None
    assert confirming is not None
    assert any("17(3)(b)" in words for words in withholding["must"])
    assert any("17(3)(a)" in words for words in confirming["must"])
    absolute = law.profile(parse_one("FOIA s.21"))
    assert absolute is not None
    assert not any("17(3)" in words for words in absolute["must"])
    assert law.profile(parse_one("FOIA s.21"), confirming=True) is None


def test_contested_points_keep_both_sides():
    points = law.contested(parse_one("FOIA s.40(5B)(a)(i)"))
    assert len(points) == 1
    assert {view.view.split(",")[0] for view in points[0].views} == {"absolute", "qualified"}
    assert law.contested(parse_one("FOIA s.31(3)")) == ()


def test_links_go_to_the_section():
    assert law.link(parse_one("FOIA s.31(1)(a)")).endswith("ukpga/2000/36/section/31")
    assert law.link(parse_one("EIR reg.12(4)(b)")).endswith("uksi/2004/3391/regulation/12")


def test_an_unknown_defect_or_notice_is_said_in_one_sentence():
    with pytest.raises(UnusableInputError, match="no defect"):
        law.defect("no-such-thing")
    with pytest.raises(UnusableInputError, match="no notice"):
        law.notice("no-such-thing")


@pytest.mark.parametrize(
    ("cite", "day"),
    [
        ("FOIA s.40(5B)(a)(i)", date(2018, 5, 25)),
        ("FOIA s.40(3A)(a)", date(2018, 5, 25)),
        ("EIR reg.13(5A)", date(2018, 5, 25)),
        ("FOISA s.38(2A)", date(2018, 5, 25)),
        ("FOIA s.22A", date(2014, 10, 1)),
        ("FOIA s.37(1)(ac)", date(2011, 1, 19)),
    ],
)
def test_limbs_that_have_come_did_not_stand_before(cite, day):
    from datetime import timedelta

    assert law.exists(parse_one(cite), day)
    assert not law.exists(parse_one(cite), day - timedelta(days=1))
    assert law.status(parse_one(cite), day - timedelta(days=1)) == "unknown"
    assert law.exists(parse_one(cite))


@pytest.mark.parametrize("cite", ["FOIA s.40(2)", "FOIA s.40", "FOIA s.37(1)(a)", "FOIA s.22"])
def test_what_stands_beside_the_newer_limbs_is_as_old_as_its_law(cite):
    assert law.exists(parse_one(cite), date(2005, 1, 1))
    assert law.stands_since(parse_one(cite)) is None
