"""Attribution in languages that put the subject before the verb: Russian and English."""
