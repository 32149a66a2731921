"""Articles from paths: every encoding told by evidence, every unreadable file named with its reason."""

import io
import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.article import Article
from loaders.sources.decoding import NotText, decode
from loaders.sources.files import LARGEST, read_paths
from ontology.errors import ArticleError

ARABIC = (
    "وزير الخارجية يلتقي نظيره في العاصمة\n\n"
    "قال الوزير إن بلاده تدعم الحوار بين جميع الأطراف، وأكد أن الحل السياسي هو الطريق الوحيد إلى السلام.\n"
)
RUSSIAN = (
    "Министр заявил, что страна готова к диалогу и не будет менять свою позицию из-за давления на нее.\n"
)
ENGLISH = (
    "The minister said that “the talks” were useful – and that the parties would meet again in the spring.\n"
)


@pytest.mark.parametrize(
    ("text", "written", "read_as"),
    [
        (ARABIC, "utf-8", "utf-8"),
        (ARABIC, "utf-8-sig", "utf-8"),
        (ARABIC, "utf-16", "utf-16-le"),
        (ARABIC, "utf-16-le", "utf-16-le"),
        (ARABIC, "utf-16-be", "utf-16-be"),
        (ARABIC, "windows-1256", "windows-1256"),
        (RUSSIAN, "utf-16-be", "utf-16-be"),
        (RUSSIAN, "windows-1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (ENGLISH, "windows-1252", "windows-1252"),
    ],
)
def test_encodings_are_told_apart(text, written, read_as):
    decoded = decode(text.encode(written))
    assert (decoded.text, decoded.encoding) == (text, read_as)


def test_newlines_are_line_feeds():
    assert decode(b"One line\r\nand another\rand a third").text == "One line\nand another\nand a third"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\xc2\xa0\n", "is blank"),
        (b"12 34\n", "holds no words"),
        (bytes(range(256)) * 8, "binary"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "binary"),
        (ARABIC.encode().rstrip(b".\n")[:-1], "truncated"),
        (ARABIC.encode("utf-16")[:-1], "truncated"),
        (ARABIC.encode()[:61] + b"\xff\xfe" + ARABIC.encode()[61:], "damaged"),
        (ARABIC.encode() + ARABIC.encode("windows-1256"), "damaged"),
        ((ARABIC[:40] + "\ufffd" * 30 + ARABIC[40:]).encode(), "half decoded"),
        (ARABIC.encode().decode("latin-1").encode(), "garbled"),
        (ARABIC.encode().decode("windows-1256", "replace").encode(), "garbled"),
        (RUSSIAN.encode().decode("windows-1251", "replace").encode(), "garbled"),
        (ARABIC.encode("windows-1256").decode("latin-1").encode(), "garbled"),
        (b"<!DOCTYPE html><html><p>Words</p></html>", "HTML"),
    ],
)
def test_what_is_no_article_is_named(data, reason):
    with pytest.raises(NotText, match=reason):
        decode(data)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_reason(data):
    try:
        text = decode(data).text
    except NotText as error:
        assert str(error)
    else:
        assert "\r" not in text


def test_one_bad_file_does_not_hide_the_others(tmp_path):
    (tmp_path / "a.txt").write_text(ARABIC, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "c.md").write_text(RUSSIAN, encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    missing = str(tmp_path / "missing.txt")
    found = list(read_paths([str(tmp_path), missing, str(tmp_path / "*.log")]))
    assert [item.path[-5:] for item in found if isinstance(item, Article)] == ["a.txt", "/c.md"]
    errors = [str(item) for item in found if isinstance(item, ArticleError)]
    assert [error.partition(";")[0].rpartition("/")[2] for error in errors] == [
        "b.txt is empty",
        "missing.txt does not exist",
        "*.log",
    ]


def test_patterns_name_files_once(tmp_path):
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(ENGLISH, encoding="utf-8")
    pattern = str(tmp_path / "*.txt")
    assert [item.path for item in read_paths([pattern, pattern])] == [
        str(tmp_path / "a.txt"),
        str(tmp_path / "b.txt"),
    ]


def test_a_name_with_brackets_is_a_file_first(tmp_path):
    (tmp_path / "a[1].txt").write_text(ENGLISH, encoding="utf-8")
    assert isinstance(next(read_paths([str(tmp_path / "a[1].txt")])), Article)


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARABIC.encode())))
    (article,) = read_paths(["-"])
    assert isinstance(article, Article)
    assert (article.path, article.text) == ("-", ARABIC)


def test_folders_without_articles_and_special_files_are_named(tmp_path):
    empty, device = read_paths([str(tmp_path), os.devnull])
    assert "holds no article" in str(empty)
    assert "is no regular file" in str(device)


def test_too_large_a_file(tmp_path):
    (tmp_path / "large.txt").write_bytes(b"a " * (LARGEST // 2 + 1))
    (error,) = read_paths([str(tmp_path / "large.txt")])
    assert "too large" in str(error)


def test_equal_texts_have_one_id():
    one, other = Article(ARABIC, "a.txt"), Article(ARABIC, "b.txt", encoding="windows-1256")
    assert one.id == other.id == f"article:{one.content_hash[:16]}"
    assert Article(ARABIC + " ", "a.txt").id != one.id
