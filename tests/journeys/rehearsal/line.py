"""The line between people and the portal: it drops at random, and people send again what got no answer."""

from collections import Counter
from enum import Enum
from random import Random

from django.apps import apps

ROOMS = ("events", "outputs", "actions", "capture", "attending", "proceedings", "holdings", "needs", "partnerships")
BESIDES = ("access.RecordIdentity", "notifications.Notice", "wagtailcore.Page", "wagtailcore.Revision")


class Fate(Enum):
    """What becomes of something that is sent."""

    ARRIVES = "arrived"
    LOST = "never arrived"
    UNANSWERED = "arrived, its answer was lost, and it was sent again"
    TWICE = "was sent twice at once"


WEIGHTS = {Fate.ARRIVES: 62, Fate.LOST: 14, Fate.UNANSWERED: 14, Fate.TWICE: 10}


class Line:
    """One seed makes one line. `broke` says of what was sent again and changed something, or was refused."""

    def __init__(self, seed):
        self.seed, self.fates, self.broke = seed, Counter(), []
        self._chance = Random(seed)

    def choice(self, among):
        return self._chance.choice(among)

    def mixed(self, things):
        """The same in another order."""
        return self._chance.sample(things, len(things))

    def carry(self, send, name):
        """Calls `send` as often as somebody sends a thing before they see an answer; returns that answer."""
        before = None
        while True:
            fate = self._chance.choices([*WEIGHTS], [*WEIGHTS.values()])[0]
            self.fates[fate] += 1
            if fate is Fate.LOST:
                continue
            answer = send()
            if fate is Fate.ARRIVES and before is None:
                return answer
            before = self._compared(name, before, answer)
            if fate is Fate.TWICE:
                answer = send()
                self._compared(name, before, answer)
            if fate is not Fate.UNANSWERED:
                return answer

    def _compared(self, name, before, answer):
        """How an answer is and how much there is after it; notes where that is not as `before` (None: at first)."""
        now = answer.status_code // 100, Counter({model._meta.label: model.objects.count() for model in _models()})
        if before is not None and before != now:
            more = dict(now[1] - before[1])
            number = self.fates.total()
            self.broke.append(f"seed {self.seed}, post {number}: {name}: {before[0]}00 then {now[0]}00, more: {more}")
        return now


def _models():
    """Everything that people make at an event."""
    for room in ROOMS:
        yield from apps.get_app_config(room).get_models()
    yield from map(apps.get_model, BESIDES)
