"""What becomes of a request: for each kind of story, what happens how many days after receipt."""

from answerable.desk.demo import acts
from answerable.desk.demo.acts import Act

Story = list[tuple[int, Act]]

_BEGIN: Story = [(1, acts.give), (1, acts.triage)]
_TASKS: Story = [*_BEGIN, (2, acts.give_tasks)]
_CLEARANCE: Story = [
    *_TASKS,
    (8, acts.do_tasks),
    (9, acts.decide),
    (10, acts.write),
    (11, acts.hand_over),
]
_CLEARED: Story = [*_CLEARANCE, (14, acts.clear)]
_SENT: Story = [*_CLEARED, (15, acts.send)]
_ASKED_BACK: Story = [(1, acts.give), (1, acts.acknowledge), (2, acts.ask_back)]

STORIES: dict[str, Story] = {
    "new": [],
    "seed": _BEGIN,
    "open": _TASKS,
    "clarifying": _ASKED_BACK,
    "clarified": [*_ASKED_BACK, (8, acts.clarify)],
    "fee": [*_BEGIN, (3, acts.fee)],
    "transferred": [(1, acts.give), (1, acts.acknowledge), (3, acts.hand_on)],
    "withdrawn": [*_BEGIN, (5, acts.withdraw)],
    "lapsed": [*_ASKED_BACK, (75, acts.lapse)],
    "clearance": _CLEARANCE,
    "cleared": _CLEARED,
    "sent": _SENT,
    "review": [*_SENT, (33, acts.review)],
    "closed": [*_SENT, (17, acts.close)],
    "published": [*_SENT, (17, acts.close), (18, acts.propose), (22, acts.publish)],
}
