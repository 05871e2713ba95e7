"""What happened to a case, as sentences."""

#: The clock's events, as the law's data names them, in words.
CLOCK = {
    "clarification_requested_s1_3": "clarification asked for",
    "clarification_received": "clarification received",
    "particulars_requested_reg9": "more particulars asked for",
    "particulars_received": "particulars received",
    "fees_notice_given": "fees notice given",
    "fee_received": "fee received",
    "payment_notice_reg8": "payment asked for in advance",
    "payment_received": "payment received",
    "request_received_by_second_authority_with_consent": "received from another authority",
    "s10_3_extension_notice": "more time taken for the public interest test",
    "reg_7_3_notice": "more time taken for a large request",
    "response_received_late": "answer reached the applicant late",
    "posted": "posted",
    "school_closed": "school closed",
}
FACTS = {"event": CLOCK}

EVENTS = {
    "case.received": "Request received by {how}; answer due {due}",
    "case.clock": "Clock: {event} on {on}; answer due {due}",
    "case.regime": "To be answered under {regime}; due {due}",
    "case.assigned": "Given to an officer",
    "case.questions": "Questions settled: {number}",
    "case.note_in": "Something came in",
    "case.note_out": "Something went out",
    "case.note_note": "A note was made",
    "case.triage": "Triage done",
    "case.ask_to_clarify": "The applicant was asked to clarify",
    "case.clarified": "The applicant clarified",
    "case.ask_for_fee": "A fee was asked for",
    "case.fee_paid": "The fee came",
    "case.fee_lapsed": "The fee did not come in time; the request lapsed",
    "case.clarification_lapsed": "No clarification came; the request was closed",
    "case.transfer": "Transferred to another authority",
    "case.withdraw": "The applicant withdrew the request",
    "case.ask_for_clearance": "Handed over for clearance",
    "case.return": "Returned with comments",
    "case.clear": "Cleared",
    "case.clear_alone": "Cleared by the officer",
    "case.take_back": "Taken back for more work",
    "case.send": "Answer sent",
    "case.ask_for_review": "The applicant asked for an internal review",
    "case.close": "Closed",
    "case.reopen": "Opened again",
}
