"""The doors: command line, REST, start page and settings; nothing is decided here."""
