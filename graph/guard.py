"""Which Cypher may run here: what only reads, and of a stranger's what an engine can stop in time.

The engines refuse writes too (a read-only user, a read transaction). This says so in a sentence, before
anything runs, and in the same words for both. What a stranger asks is held to narrower limits: an engine
looks at its clock between rows, so what could run or grow without end inside one row is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from graph.cypher_text import Text, read_text
from ontology.errors import QueryRefused

LONGEST = 20_000  # characters of a stranger's query
_MOST_TOKENS = 4_000
_DEEPEST = 40
_LONGEST_CHAIN = 200  # terms that one operator joins
_MOST_CLAUSES = 200
_MOST_EDGES = 30  # in its patterns: planning more takes an engine longer than reading them
_LARGEST_RANGE = 1_000_000
_MOST_GROWTH = 1_000  # times that nested replace() may make a text longer
_UNKNOWN = 30  # times, where the replacement is not written out
_MOST_REPETITIONS = 3  # of any length, in one regular expression

_ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")
_BEGINNINGS = set("MATCH OPTIONAL UNWIND WITH RETURN CALL EXPLAIN PROFILE".split())
_WRITES = set(
    "CREATE INSERT MERGE SET DELETE DETACH NODETACH REMOVE DROP ALTER RENAME FOREACH GRANT DENY REVOKE "
    "TERMINATE".split()
)
_OUTSIDE = set("LOAD USE TRANSACTIONS SHOW START STOP ENABLE DRYRUN DEALLOCATE REALLOCATE".split())
_KEYWORDS = set(
    "MATCH OPTIONAL WHERE WITH RETURN UNWIND UNION DISTINCT ORDER BY SKIP OFFSET LIMIT AS CASE WHEN THEN "
    "ELSE END AND OR XOR NOT IN IS STARTS ENDS CONTAINS ON CALL YIELD SHORTEST PATHS GROUPS ASC DESC "
    "ASCENDING DESCENDING".split()
)
_FUNCTIONS = set(
    "coalesce elementid endnode head id last length nullif properties randomuuid size char_length "
    "character_length startnode timestamp toboolean tobooleanornull tofloat tofloatornull tointeger "
    "tointegerornull tostring tostringornull type valuetype all any exists isempty none single avg collect "
    "count max min percentilecont percentiledisc stdev stdevp sum keys labels nodes range reduce "
    "relationships reverse tail tobooleanlist tofloatlist tointegerlist tostringlist abs ceil floor isnan "
    "rand round sign e exp log log10 sqrt acos asin atan atan2 cos cosh cot coth degrees haversin pi radians "
    "sin sinh tan tanh btrim left lower ltrim normalize replace right rtrim split substring tolower toupper "
    "trim upper date datetime duration localdatetime localtime time point shortestpath "
    "allshortestpaths".split()
)
_DOTTED = re.compile(
    r"(db\.(labels|propertykeys|relationshiptypes|schema\.(visualization|nodetypeproperties|"
    r"reltypeproperties)|index\.fulltext\.query(nodes|relationships))"
    r"|(date|datetime|localdatetime|localtime|time)\.(truncate|transaction|statement|realtime|fromepoch|"
    r"fromepochmillis)|duration\.(between|inmonths|indays|inseconds)|point\.(distance|withinbbox)"
    r"|vector\.similarity\.(cosine|euclidean)|dbms\.components)"
)
# Their lists are as long as what a store holds of one thing, not as long as somebody likes.
_SHORT_LISTS = {"LABELS", "KEYS", "NODES", "RELATIONSHIPS", "SPLIT"}
_CLAUSES = {"MATCH", "WITH", "UNWIND", "RETURN", "CALL", "UNION", "WHERE"}
_CHAINED = {"AND", "OR", "XOR", "NOT", "+", "-", "*", "/", "<", ">", "="}


@lru_cache(maxsize=512)
def refuse_unless_reading(cypher: str) -> None:
    """Raise QueryRefused for Cypher that writes, leaves the store, or calls what may do so."""
    for reading in _readings(cypher):
        text = read_text(reading)
        _check_words(text)
        _check_form(text)
        _check_calls(text)


def refuse_unless_bounded(cypher: str, parameters: Mapping[str, Any]) -> None:
    """Raise QueryRefused for a stranger's Cypher that an engine could not stop in time."""
    if len(cypher) > LONGEST:
        raise QueryRefused(
            f"The query has {len(cypher)} characters and may have {LONGEST}; give long lists and texts as "
            "parameters."
        )
    refuse_unless_reading(cypher)
    for reading in _readings(cypher):
        text = read_text(reading)
        _check_size(text)
        _check_ranges(text, parameters)
        _check_loops(text)
        _check_growth(text)
        _check_patterns(text, parameters)


def _readings(cypher: str) -> Iterator[str]:
    """The query as it stands, and as an engine reads it that decodes escapes first."""
    yield cypher
    if _ESCAPE.search(cypher):
        for found in _ESCAPE.finditer(cypher):
            if int(found[1], 16) < 0x80:
                raise QueryRefused(
                    f"The query writes a plain letter or sign as {found[0]}; write it as it is."
                )
        yield _ESCAPE.sub(lambda found: chr(int(found[1], 16)), cypher)


# --- what it may say -------------------------------------------------------------------------------------


def _check_form(text: Text) -> None:
    first = text.at(0)
    if first.word not in _BEGINNINGS:
        raise QueryRefused(
            f"A query begins with {', '.join(sorted(_BEGINNINGS))}, not with {first.text[:40]!r}; only "
            "reading Cypher runs here."
        )
    for place, token in enumerate(text.tokens):
        if not token.closed:
            raise QueryRefused(
                f"The quote that opens at character {token.start + 1} is never closed; close it."
            )
        if token.text == ";" and place + 1 < len(text.tokens):
            raise QueryRefused("The query has a ; inside; ask one question at a time.")


def _check_words(text: Text) -> None:
    for place, token in enumerate(text.tokens):
        word = token.word if token.kind == "word" else ""
        if word in _WRITES and not _is_name(text, place):
            raise QueryRefused(
                f"This door is read-only and the query has {word}; only reading Cypher runs here. (A name "
                "that is a keyword stands in backticks.)"
            )
        if word in _OUTSIDE and not _is_name(text, place) and text.at(place + 1).kind in ("word", "quoted"):
            raise QueryRefused(f"{word} is not allowed here; query only what the store holds.")
        if word == "TRANSACTIONS" and not _is_name(text, place):
            raise QueryRefused("IN TRANSACTIONS is not allowed here; read in one go.")


def _is_name(text: Text, place: int) -> bool:
    """Whether a word is the name of a property, a label, a type, or the key of a map."""
    before, first = text.at(place - 1), text.at(place - 2)
    if before.text == "." and (first.name or first.text in (")", "]", "}")):
        return True
    return before.text in (":", "|", "&", "!", "%") or text.at(place + 1).text == ":"


def _check_calls(text: Text) -> None:
    for place in range(len(text.tokens)):
        if name := _called(text, place):
            words = name.lower()
            known = _DOTTED.fullmatch(words) if "." in name else words in _FUNCTIONS
            if not known:
                raise QueryRefused(
                    f"{name[:60]} may not be called here; use the functions of Cypher itself, or db.labels, "
                    "db.schema and db.index.fulltext."
                )


def _called(text: Text, place: int) -> str:
    """The whole name of what is called at a place, if its last word stands there."""
    token = text.at(place)
    if not token.name or (text.at(place + 1).text == "." and text.at(place + 2).name):
        return ""
    start = place
    while text.at(start - 1).text == "." and text.at(start - 2).name:
        start -= 2
    bare = text.at(start - 1).word == "CALL"
    if not bare and text.at(place + 1).text != "(":
        return ""
    if start == place and token.kind == "word" and token.word in _KEYWORDS | {"ALL", "ANY"}:
        return ""
    return ".".join(text.at(at).name for at in range(start, place + 1, 2))


# --- what an engine can stop -----------------------------------------------------------------------------


def _check_size(text: Text) -> None:
    words = Counter(token.word for token in text.tokens if token.kind == "word")
    chains: Counter[tuple[int, str]] = Counter(
        (depth, token.word)
        for depth, token in zip(text.depths, text.tokens, strict=True)
        if token.word in _CHAINED
    )
    edges = sum(
        token.text == "-" and text.at(place + 1).text in ("-", "[") for place, token in enumerate(text.tokens)
    )
    faults = [
        (edges > _MOST_EDGES, f"more than {_MOST_EDGES} edges in its patterns"),
        (len(text.tokens) > _MOST_TOKENS, f"more than {_MOST_TOKENS} words and signs"),
        (max(text.depths, default=0) > _DEEPEST, f"brackets or CASE more than {_DEEPEST} deep"),
        (sum(words[word] for word in _CLAUSES) > _MOST_CLAUSES, f"more than {_MOST_CLAUSES} clauses"),
        (max(chains.values(), default=0) > _LONGEST_CHAIN, f"one operator more than {_LONGEST_CHAIN} times"),
    ]
    for wrong, what in faults:
        if wrong:
            raise QueryRefused(f"The query has {what}; give lists as parameters, or ask in several queries.")


def _check_ranges(text: Text, parameters: Mapping[str, Any]) -> None:
    for place, token in enumerate(text.tokens):
        if token.word != "RANGE" or text.at(place + 1).text != "(":
            continue
        end = text.spans[place + 1]
        # Rows are counted by the clock; what goes into one value is not.
        if text.at(place - 1).word == "UNWIND" and text.at(end + 1).word == "AS":
            continue
        limits = [_limit(text, *part, parameters) for part in text.parts(place + 2, end)]
        known = [limit for limit in limits if isinstance(limit, int)]
        if None in limits or (len(known) > 1 and _length(known) > _LARGEST_RANGE):
            raise QueryRefused(
                "Outside UNWIND … AS, range() takes numbers, parameters or size(), and makes at most "
                f"{_LARGEST_RANGE} numbers; unwind a longer one into rows."
            )


def _length(limits: list[int]) -> int:
    step = abs(limits[2]) if len(limits) > 2 else 1
    return abs(limits[1] - limits[0]) // max(step, 1)


def _limit(text: Text, start: int, end: int, parameters: Mapping[str, Any]) -> int | str | None:
    """A limit of a range: its number, a word for one that the data bounds, or None for any other."""
    sign = -1 if text.at(start).text == "-" else 1
    start += sign < 0
    token = text.at(start)
    if token.word in ("SIZE", "LENGTH") and text.at(start + 1).text == "(":
        rest = range(text.spans[start + 1] + 1, end)
        return (
            "size" if all(text.at(at).text in ("+", "-") or _small(text.at(at).text) for at in rest) else None
        )
    if end - start != 1:
        return None
    value = parameters.get(token.text[1:].strip("`")) if token.kind == "parameter" else token.text
    try:
        return sign * int(str(value))
    except ValueError:
        return None


def _small(text: str) -> bool:
    return text.isdecimal() and len(text) <= 4


def _check_loops(text: Text) -> None:
    loops = list(text.loops())
    for _, place, end in loops:
        body = next((at for at in range(place, end) if _begins_body(text, place, at)), end)
        for inner, inside, _ in loops:
            if body < inner < end and not _is_short(text, inside + 1):
                raise QueryRefused(
                    "The query goes through a list inside of going through another one, which no engine can "
                    "stop; unwind one of them into rows."
                )


def _begins_body(text: Text, loop: int, place: int) -> bool:
    return text.depths[place] == text.depths[loop] and text.at(place).word in ("WHERE", "|")


def _is_short(text: Text, place: int) -> bool:
    """Whether a list is written out, a property, a parameter, or one of those that a graph keeps short."""
    token = text.at(place)
    if token.kind == "parameter" or token.text == "[":
        return token.kind == "parameter" or text.at(place + 2).word != "IN"
    if token.name and text.at(place + 1).text == ".":
        return True
    return token.word in _SHORT_LISTS and text.at(place + 1).text == "("


def _check_growth(text: Text) -> None:
    """Refuse values that double themselves: forty times are a million million."""
    for start, place, end in text.loops():
        body = next((at for at in range(place, end) if _begins_body(text, place, at)), end)
        if text.at(body).text == "|" and text.at(body + 1).name and end == body + 2:
            _refuse_squares(text.at(body + 1).name, text.at(place + 1).name)
        if text.at(start - 1).word != "REDUCE":
            continue
        if _most_uses(text, text.at(start + 1).name, body + 1, end) > 1:
            raise QueryRefused(
                "The query uses the sum of reduce() twice in one step, so that it could double each time; "
                "use it once."
            )
    for place, token in enumerate(text.tokens):
        if token.word == "REPLACE" and _growth(text, place) > _MOST_GROWTH:
            raise QueryRefused("The query replaces what it replaced by something longer; replace once.")
        if token.name and _adds_itself(text, place):
            raise QueryRefused(f"The query adds {token.text[:40]} to itself; write 2 * {token.text[:40]}.")


def _refuse_squares(given: str, source: str) -> None:
    if given == source:
        raise QueryRefused(f"The query gives the whole of {given[:40]} for each item of it; return it once.")


def _most_uses(text: Text, name: str, start: int, end: int) -> int:
    """How often a name can be used in one evaluation: of the branches of CASE one counts, tests do not."""
    always, branch, most, state = 0, 0, 0, ["always"]
    for at in range(start, end):
        word = text.at(at).word
        if word == "CASE":
            state.append("test")
        elif word in ("WHEN", "THEN", "ELSE", "END") and len(state) > 1:
            most, branch = max(most, branch), 0
            state[-1] = "test" if word == "WHEN" else "branch"
            if word == "END":
                state.pop()
        elif text.at(at).name == name and text.at(at - 1).text != ".":
            always += state[-1] == "always"
            branch += state[-1] == "branch"
    return always + max(most, branch)


def _growth(text: Text, place: int) -> int:
    """By how much a replace(), with those within its text, may make the text longer."""
    if text.at(place + 1).text != "(":
        return 1
    end = text.spans[place + 1]
    (first, last), *others = text.parts(place + 2, end)
    inside = [at for at in range(first, last) if text.at(at).word == "REPLACE"]
    if len(others) < 2:
        return 1
    old, new = (text.at(start) if stop - start == 1 else text.at(-1) for start, stop in others[:2])
    times = max(1, len(new.text) // max(1, len(old.text))) if new.kind == old.kind == "string" else _UNKNOWN
    return times * (_growth(text, inside[0]) if inside else 1)


def _adds_itself(text: Text, place: int) -> bool:
    """Whether a bare name stands again in the sum that begins with it."""
    name, at = text.at(place).name, place
    if text.at(place - 1).text in (".", "+"):
        return False
    while text.at(at + 1).text == "+":
        at += 2
        bare = text.at(at + 1).text not in (".", "(", "[", ":")
        if text.at(at).name == name and bare:
            return True
        while text.at(at + 1).text == "." and text.at(at + 2).name:
            at += 2
    return False


# --- regular expressions ---------------------------------------------------------------------------------


def _check_patterns(text: Text, parameters: Mapping[str, Any]) -> None:
    for place, token in enumerate(text.tokens):
        if token.text == "=~" and not _is_tame(_pattern(text, place + 1, parameters)):
            raise QueryRefused(
                "A regular expression here has at most three repetitions (*, + or {n,}), none inside another "
                "and none of an alternative; use CONTAINS, or several expressions joined by AND."
            )


def _pattern(text: Text, place: int, parameters: Mapping[str, Any]) -> str:
    """The expression at a place: strings and parameters, alone or joined by +."""
    pieces = []
    while True:
        token = text.at(place)
        value = parameters.get(token.text[1:].strip("`")) if token.kind == "parameter" else None
        if token.kind == "string":
            # Escapes of the string: two strokes are one in the expression.
            pieces.append(token.text[1:-1].replace("\\\\", "\\"))
        elif isinstance(value, str):
            pieces.append(value)
        else:
            raise QueryRefused("A regular expression here is a string or a parameter, or those joined by +.")
        if text.at(place + 1).text != "+":
            return "".join(pieces)
        place += 2


_PIECE = re.compile(
    r"\\.|\[(?:\\.|[^\]\\]++)*\]?|\(\?[:=!<>a-zA-Z-]*|[*+]\+?\??|\{\d*,?\d*\}\??|.", re.DOTALL
)


def _is_tame(pattern: str) -> bool:
    """Whether an expression takes at most polynomial time, and of a low degree."""
    repetitions, open_, closed = 0, [False], False
    for piece in _PIECE.findall(pattern):
        repeats = piece[0] in "*+" or (piece[0] == "{" and not re.fullmatch(r"\{[01]\}\??", piece))
        if (repeats and piece[0] != "{") or (repeats and "," in piece):
            repetitions += 1
        if repeats and closed:
            return False
        closed = False
        if piece[0] == "(":
            open_.append(False)
        elif piece == ")" and len(open_) > 1:
            closed = open_.pop()
            open_[-1] |= closed
        elif piece[0] in "*+{|?":
            open_[-1] = True
    return repetitions <= _MOST_REPETITIONS and not re.search(r"\\[1-9k]", pattern)
