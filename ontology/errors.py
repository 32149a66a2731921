"""The one tree of errors. Each carries a sentence that says what is wrong and what to do.

CommuniqueError
├── InputError            what a user gave cannot be used (exit 1, HTTP 400)
│   ├── ArticleError      an article cannot be read
│   │   └── RecordRefused its record does not hold against its text
│   ├── UnknownName       an id, query or parameter that does not exist (HTTP 404)
│   └── QueryRefused      Cypher that writes, reads files or outgrows its limits
├── VocabularyError       the vocabulary's data is broken
├── QueryFileError        a named query's file is broken
├── ExtractorError        an extractor cannot be used, for any article
├── NotInstalled          what only an extra of the package can do (HTTP 501)
└── StoreError            the store cannot do it (HTTP 503)
    ├── NotReady           it will, in a moment
    ├── StoreUnreachable
    ├── StoreLocked
    └── StoreDamaged
"""


class CommuniqueError(Exception):
    """Base of every error that a user may see; its text is a sentence with a remedy."""

    status: int = 500


class InputError(CommuniqueError):
    """Something that the user gave cannot be used; `parameter` names which, where it has a name."""

    status = 400

    def __init__(self, message: str = "", *, parameter: str | None = None) -> None:
        super().__init__(message)
        self.parameter = parameter


class ArticleError(InputError):
    """An article cannot be read: the message names the file and the reason."""


class RecordRefused(ArticleError):  # noqa: N818
    """An extractor's record of an article does not hold against its text: nothing of it is taken."""


class UnknownName(InputError):  # noqa: N818 - the field's word, not a Java one
    """An id, a query or a parameter that does not exist."""

    status = 404


class QueryRefused(InputError):  # noqa: N818
    """Cypher that is not allowed here: it writes, reaches files or outgrows its limits."""


class VocabularyError(CommuniqueError):
    """The vocabulary's data is broken: the message names the file and the entry."""


class QueryFileError(CommuniqueError):
    """A named query's file is broken: the message names the file and what to change."""


class ExtractorError(CommuniqueError):
    """An extractor cannot be used: it is broken, set wrongly, or what it asks does not answer."""

    status = 503


class NotInstalled(CommuniqueError):  # noqa: N818
    """What is asked for needs an extra of the package that is not installed."""

    status = 501

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(
            f"{what} needs an extra that is not installed here: `uv sync --extra {extra}`, "
            f"or `pip install 'communique[{extra}]'`."
        )


class StoreError(CommuniqueError):
    """The store could not do what was asked."""

    status = 503


class NotReady(StoreError):  # noqa: N818
    """The store cannot do it yet; `retry_after` is in how many seconds to ask again."""

    def __init__(self, message: str, *, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class StoreUnreachable(StoreError):  # noqa: N818
    """No store answers at the address given."""


class StoreLocked(StoreError):  # noqa: N818
    """Another program holds the embedded store's folder."""


class StoreDamaged(StoreError):  # noqa: N818
    """The embedded store's folder cannot be opened."""
