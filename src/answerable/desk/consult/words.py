"""What happened with third parties, as sentences; who they are is kept elsewhere."""

EVENTS = {
    "consult.named": "A third party was named",
    "consult.asked": "A third party was asked on {on}, for an answer by {answer_by}",
    "consult.answered": "A third party answered on {on}",
    "consult.weighed": "A third party's views were weighed",
}
