"""Kinds of events (ontology/data/kinds.yaml) by what may be expected of them."""

SAID = frozenset({"press-conference", "interview", "address", "video-message", "statement-issued"})
"""One side speaks."""
GATHERINGS = frozenset(
    {"talks", "bilateral-meeting", "ministerial-meeting", "summit", "session", "forum", "conference"}
)
"""Several come together."""
MEETINGS = GATHERINGS | {"visit", "phone-call"}
"""Several meet, in one place or not."""
TEXTS = frozenset({"joint-statement", "document-adopted"})
"""A text of several is left."""
AGREED = frozenset({"agreement", "treaty-signed"})
"""Several bind themselves: where and when tells which, though not by whom."""
CONVENED = (GATHERINGS - {"bilateral-meeting"}) | TEXTS | {"anniversary", "vote", "chairmanship"}
"""A bloc or body may have called it."""
OCCASIONS = SAID | GATHERINGS | TEXTS | {"phone-call", "vote"}
"""People state their positions there."""
ALIKE = frozenset({"talks", "bilateral-meeting", "ministerial-meeting", "session"})
"""One may be called by the name of another."""
DEEDS = frozenset(
    {"attack", "deployment", "withdrawal", "exercise", "expulsion", "sanctions-imposed", "aid", "threat"}
)
"""Done by whoever stands before their verb: Israeli warplanes struck."""
TWO_SIDED = frozenset({"talks", "bilateral-meeting", "phone-call", "visit"})
"""With whom makes the difference."""
