"""Write the pages of the reference."""

from __future__ import annotations

from api.reference import FOLDER, PAGES

for name, page in PAGES.items():
    (FOLDER / name).write_text(page(), encoding="utf-8")
