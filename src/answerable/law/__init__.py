"""The law as dated, sourced data, and typed look-ups by cite and date.

Provisions by limb, what each notice must say, clocks, bank holidays, defects, decisions.
"""

from answerable.law import cites
from answerable.law.lookup import (
    Status,
    contested,
    defect,
    defects,
    exists,
    is_exemption,
    is_ncnd_limb,
    limbs,
    link,
    ncnd_cites,
    ncnd_limb_for,
    ncnd_of,
    notice,
    notices,
    provision,
    status,
)
from answerable.law.records import Contested, Defect, Ncnd, NoticeKind, Provision, Requirement
from answerable.law.sources import is_shown, shown_sources
from answerable.law.store import provisions, purposes, table

__all__ = [
    "Contested",
    "Defect",
    "Ncnd",
    "NoticeKind",
    "Provision",
    "Requirement",
    "Status",
    "cites",
    "contested",
    "defect",
    "defects",
    "exists",
    "is_exemption",
    "is_ncnd_limb",
    "is_shown",
    "limbs",
    "link",
    "ncnd_cites",
    "ncnd_limb_for",
    "ncnd_of",
    "notice",
    "notices",
    "provision",
    "provisions",
    "purposes",
    "shown_sources",
    "status",
    "table",
]
