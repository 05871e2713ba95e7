"""A decision per question, with exactly what its limb needs and the balance in two columns.

``record.notice_record`` makes the whole decision record of a case, from which a letter is written.
"""
