"""The law as dated, sourced data, and typed look-ups by cite and date.

Provisions by limb, what each notice must say, clocks, bank holidays, defects, decisions.
"""

from answerable.law import cites
from answerable.law.lookup import (
    Status,
    cases,
    contested,
    defect,
    defects,
    exists,
    facts,
    is_exemption,
    is_ncnd_limb,
    lapsed,
    limbs,
    link,
    ncnd_cites,
    ncnd_limb_for,
    ncnd_of,
    ncnd_sections,
    notice,
    notices,
    profile,
    provision,
    status,
)
from answerable.law.records import Contested, Decision, Defect, Ncnd, NoticeKind, Provision, Requirement
from answerable.law.sources import is_shown, shown_sources
from answerable.law.store import provisions, purposes, table

__all__ = [
    "Contested",
    "Decision",
    "Defect",
    "Ncnd",
    "NoticeKind",
    "Provision",
    "Requirement",
    "Status",
    "cases",
    "cites",
    "contested",
    "defect",
    "defects",
    "exists",
    "facts",
    "is_exemption",
    "is_ncnd_limb",
    "is_shown",
    "lapsed",
    "limbs",
    "link",
    "ncnd_cites",
    "ncnd_limb_for",
    "ncnd_of",
    "ncnd_sections",
    "notice",
    "notices",
    "profile",
    "provision",
    "provisions",
    "purposes",
    "shown_sources",
    "status",
    "table",
]
