"""The pure functions that a corpus is put through, each from columns to columns.

A job is named by where it stands ("answerable.batch.jobs.audit:job"), so that any process on any
machine can find it; engines know nothing else about it.
"""

AUDIT = "answerable.batch.jobs.audit:job"
WORDS = "answerable.batch.jobs.words:job"
