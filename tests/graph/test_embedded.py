"""The embedded store's server: shared, mortal, and plain about what keeps it from starting."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import Outcome, Store, open_store
from graph.batch import vocabulary_batch
from graph.host import LOCK, STATE, try_lock
from ontology.errors import StoreDamaged, StoreLocked
from tests.graph.samples import TEXT, VOCABULARY, article_id, batch, generated, record

ROOT = Path(__file__).parents[2]
USER = """
import sys
from graph import open_store
with open_store(sys.argv[1]) as store:
    print(store.read("MATCH (a:Article) RETURN count(a) AS n").rows[0][0], flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def filled(closed: Path, folder: Path) -> Iterator[Store]:
    shutil.copytree(closed, folder)
    with open_store(f"embedded:{folder}") as store:
        yield store


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled store that nobody uses, to be copied."""
    folder = tmp_path_factory.mktemp("closed") / "store"
    with open_store(f"embedded:{folder}") as store:
        store.write(vocabulary_batch(VOCABULARY))
        store.write(batch(record()))
        pid = server_pid(folder)
    assert gone(pid)
    return folder


def start_user(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", USER, f"embedded:{folder}"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def articles_seen(user: subprocess.Popen[str]) -> int:
    assert user.stdout is not None
    return int(user.stdout.readline())


def end(user: subprocess.Popen[str]) -> None:
    user.communicate(timeout=20)
    assert user.returncode == 0


def server_pid(folder: Path) -> int:
    return int(json.loads((folder / STATE).read_text())["pid"])


def gone(pid: int, within: float = 10.0) -> bool:
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        with contextlib.suppress(ChildProcessError):  # another process started it
            os.waitpid(pid, os.WNOHANG)
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def count(store: Store) -> int:
    return int(store.read("MATCH (a:Article) RETURN count(a)").rows[0][0])


def test_processes_share_one_server_and_the_last_one_ends_it(folder: Path) -> None:
    first, second = start_user(folder), start_user(folder)
    assert (articles_seen(first), articles_seen(second)) == (0, 0)
    pid = server_pid(folder)
    with open_store(f"embedded:{folder}") as store:
        assert server_pid(folder) == pid
        store.write(batch(record()))
    end(first)
    end(second)
    assert gone(pid)
    assert not (folder / STATE).exists()


def test_a_write_of_one_process_is_seen_by_another(filled: Store, folder: Path) -> None:
    user = start_user(folder)
    assert articles_seen(user) == 1
    end(user)


def test_the_server_outlives_the_process_that_started_it(folder: Path) -> None:
    owner = start_user(folder)
    articles_seen(owner)
    pid = server_pid(folder)
    with open_store(f"embedded:{folder}") as store:
        owner.kill()
        owner.communicate()
        assert store.write(batch(record())) is Outcome.ADDED
        assert server_pid(folder) == pid
    assert gone(pid)


def test_a_killed_user_does_not_keep_the_server(folder: Path) -> None:
    user = start_user(folder)
    articles_seen(user)
    pid = server_pid(folder)
    user.kill()
    user.communicate()
    assert gone(pid)


def test_a_killed_server_is_started_again_and_has_everything(filled: Store, folder: Path) -> None:
    os.kill(server_pid(folder), signal.SIGKILL)
    assert count(filled) == 1
    os.kill(server_pid(folder), signal.SIGKILL)
    made, text = generated(1)
    assert filled.write(batch(made, text)) is Outcome.ADDED
    assert count(filled) == 2


def test_a_store_opened_again_has_what_it_had(closed: Path, folder: Path) -> None:
    shutil.copytree(closed, folder)
    with open_store(f"embedded:{folder}") as store:
        assert store.read("MATCH (a:Article) RETURN a.id, a.text").rows == [(article_id(TEXT), TEXT)]
        assert store.write(vocabulary_batch(VOCABULARY)) is Outcome.UNCHANGED


def test_only_its_owner_may_read_the_credentials(filled: Store, folder: Path) -> None:
    private = [folder / STATE, *(folder / "config").glob("server-*")]
    assert len(private) == 3
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in private)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_stranger_on_the_socket_learns_nothing(filled: Store, folder: Path) -> None:
    port = json.loads((folder / STATE).read_text())["port"]
    with socket.create_connection(("127.0.0.1", port), timeout=5) as stranger:
        stranger.sendall(b'{"token": "guess"}\n')
        assert stranger.recv(100) == b""
    assert count(filled) == 1


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="reads Linux's table of sockets")
def test_it_listens_on_loopback_only(filled: Store, folder: Path) -> None:
    pid = server_pid(folder)
    sockets = {str(path.readlink()) for path in Path(f"/proc/{pid}/fd").iterdir() if path.is_symlink()}
    listening = [
        fields[1]
        for table in ("tcp", "tcp6")
        for fields in map(str.split, Path(f"/proc/net/{table}").read_text().splitlines()[1:])
        if fields[3] == "0A" and f"socket:[{fields[9]}]" in sockets
    ]
    loopback = ("0100007F:", "0000000000000000FFFF00000100007F:")
    assert len(listening) == 3
    assert all(address.startswith(loopback) for address in listening)


def test_a_folder_held_by_another_program_is_named(folder: Path) -> None:
    folder.mkdir()
    with (folder / LOCK).open("a+b") as handle:
        assert try_lock(handle)
        with pytest.raises(StoreLocked, match="Another program holds the folder"):
            open_store(f"embedded:{folder}")


def test_a_database_opened_by_another_program_is_named(closed: Path, folder: Path) -> None:
    shutil.copytree(closed, folder)
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, arcadedb_embedded as a; d = a.open_database(sys.argv[1]); print(1, flush=True);"
            "sys.stdin.read(); d.close()",
            str(folder / "databases" / "communique"),
        ],
        cwd=folder.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert articles_seen(holder) == 1
    (folder / "server.seal").unlink()
    with pytest.raises(StoreLocked, match="has the database in"):
        open_store(f"embedded:{folder}")
    holder.communicate(timeout=20)


@pytest.mark.parametrize("harm", ["truncate", "overwrite", "delete"])
@pytest.mark.parametrize("pattern", ["schema.json", "Article*.bucket", "*.dict"])
def test_a_damaged_folder_is_named(closed: Path, folder: Path, pattern: str, harm: str) -> None:
    shutil.copytree(closed, folder)
    for path in (folder / "databases" / "communique").glob(pattern):
        if harm == "truncate":
            os.truncate(path, 10)
        elif harm == "overwrite":
            with path.open("r+b") as content:
                content.write(b"\xff" * 100)
        else:
            path.unlink()
    for _ in range(2):
        with pytest.raises(StoreDamaged, match="cannot be opened") as damaged:
            open_store(f"embedded:{folder}")
        assert "\n" not in str(damaged.value)


def test_a_commit_is_on_disk_before_it_is_reported(folder: Path) -> None:
    folder.mkdir()
    code = (
        "import jpype; from graph import host; engine = host._Engine(); engine.start()\n"
        "database = engine._server.get_database(host.DATABASE)._java_db\n"
        "setting = jpype.JClass('com.arcadedb.GlobalConfiguration').TX_WAL_FLUSH\n"
        "print('flush', database.getConfiguration().getValueAsInteger(setting)); engine.stop()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert "flush 2" in done.stdout, done.stdout + done.stderr  # 2: fsync


def test_loading_goes_on_when_the_server_is_killed(filled: Store, folder: Path) -> None:
    loader = subprocess.Popen(
        [sys.executable, "-m", "tests.graph.loading"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "COMMUNIQUE_STORE": f"embedded:{folder}"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert loader.stdout is not None
    for _ in range(5):
        assert loader.stdout.readline().startswith("article:")
    os.kill(server_pid(folder), signal.SIGKILL)
    reported = loader.communicate(timeout=60)[0].split()
    assert (loader.returncode, len(reported)) == (0, 55)
    whole = filled.read(
        "MATCH (a:Article) OPTIONAL MATCH (p)-[:STATED_IN]->(a) RETURN a.id, count(p) AS n"
    ).rows
    assert sorted(count for _, count in whole) == [1] + [10] * 60
    assert filled.read("MATCH ()-[e:ENDORSES]->() RETURN count(e)").rows == [(601,)]
