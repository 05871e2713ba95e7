"""Tables of counts: what they give away beside everything published before, and a safe version.

``accepted.accepted_table(question)`` hands the accepted version to the decision; the register of
releases holds what was sent. The national picture is evidence for a class of the NCND register.
"""
