"""Attribution in a language that puts the verb before its subject: Arabic."""
