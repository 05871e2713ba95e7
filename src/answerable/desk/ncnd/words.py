"""What happened to the register and to cases under it, as sentences."""

EVENTS = {
    "ncnd.proposed": "A class of the register was proposed ({regime})",
    "ncnd.changed": "A proposed class of the register was changed",
    "ncnd.approved": "A class of the register was approved; to be looked at again on {review}",
    "ncnd.withdrawn": "A class of the register was withdrawn",
    "ncnd.confirmed": "A class of the register was confirmed for this case",
    "ncnd.declined": "A class of the register was declined for this case, with a reason",
}
