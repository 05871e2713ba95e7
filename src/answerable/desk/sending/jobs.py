"""What this slice does by itself."""

from answerable.desk.sending.worker import send_waiting

JOBS = [("send mail", 10, send_waiting)]
