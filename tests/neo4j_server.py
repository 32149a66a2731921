"""A real Neo4j for the tests: fetched by Maven into a cache, started on loopback, stopped by its pid."""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from platformdirs import user_cache_path

from graph.host import try_lock

POM = Path(__file__).parent / "neo4j" / "pom.xml"
_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
_ENTRY_POINT = "META-INF/services/org.neo4j.server.startup.EntryPoint"
_OPENS = [
    f"--add-opens=java.base/{package}=ALL-UNNAMED"
    for package in ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
]
_JAVA = [*_OPENS, "-XX:+UseSerialGC"]
# A quick start matters more to tests than the speed of a server that has run for long.
_SMALL = ("-XX:TieredStopAtLevel=1", "-Xmx512m")
_CONF = """
server.default_listen_address=127.0.0.1
server.default_advertised_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.http.advertised_address=127.0.0.1:{http}
server.https.enabled=false
server.memory.pagecache.size={cache}
db.memory.transaction.total.max=256m
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
client.allow_telemetry=false
browser.remote_content_hostname_whitelist=127.0.0.1,localhost
db.tx_log.preallocate=false
db.logs.query.enabled=OFF
"""


class Neo4jUnavailableError(Exception):
    """There is no Neo4j to be had here; the text says why."""


@dataclass(frozen=True)
class Neo4jServer:
    """Where the server is and how to enter."""

    url: str
    http: str
    user: str
    password: str
    pid: int


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock between processes."""
    with path.open("a+b") as handle:
        while not try_lock(handle):
            time.sleep(0.05)
        yield


def shared(folder: Path) -> Neo4jServer:
    """The server of a test session: the first worker that asks starts it in `folder`."""
    folder.mkdir(exist_ok=True)
    state = folder / "server.json"
    with locked(folder / "lock"):
        if not state.exists():
            server = start(folder / "home")
            state.write_text(json.dumps(asdict(server)))
        return Neo4jServer(**json.loads(state.read_text()))


def stop_shared(folder: Path) -> None:
    """Stop what `shared` started, if it did."""
    state = folder / "server.json"
    if state.exists():
        stop(json.loads(state.read_text())["pid"])
        state.unlink()


def jars() -> Path:
    """The folder with the server's jars, fetched if they are not in the cache."""
    digest = hashlib.sha256(POM.read_bytes()).hexdigest()[:16]
    cache = Path(os.environ.get("COMMUNIQUE_TEST_CACHE") or user_cache_path("communique"))
    target = cache / f"neo4j-{digest}"
    if target.exists():
        return target
    maven = shutil.which("mvn")
    if maven is None:
        raise Neo4jUnavailableError("Maven (mvn) is not installed, which fetches the Neo4j server")
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as scratch:
        work = Path(scratch)
        shutil.copy(POM, work / "pom.xml")
        command = [maven, "-B", "-q", "-ntp", "-C", "-f", str(work / "pom.xml"), _COPY]
        done = subprocess.run(
            [*command, "-DincludeScope=runtime", f"-DoutputDirectory={work / 'lib'}"],
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise Neo4jUnavailableError(f"Maven could not fetch the Neo4j server: {done.stdout[-500:]}")
        try:
            (work / "lib").rename(target)
        except OSError:
            if not target.exists():  # else another session was quicker
                raise
    return target


def start(home: Path, *, jvm: Sequence[str] = _SMALL, cache: str = "64m") -> Neo4jServer:
    """Start a server in a home, which may hold data and a password already, and wait until it answers."""
    java, lib = _java(), jars()
    bolt, http = _free_port(), _free_port()
    (home / "conf").mkdir(parents=True, exist_ok=True)
    (home / "conf" / "neo4j.conf").write_text(_CONF.format(bolt=bolt, http=http, cache=cache))
    classes = [*jvm, "-cp", f"{lib}/*"]
    environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    kept = home / "password"
    password = kept.read_text() if kept.exists() else secrets.token_hex(8)
    if not kept.exists():
        subprocess.run(
            [java, *_JAVA, *classes, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password],
            env=environment,
            check=True,
            capture_output=True,
        )
        kept.write_text(password)
    with (home / "console.log").open("wb") as log:
        process = subprocess.Popen(
            [java, *_JAVA, *classes, _main_class(lib), f"--home-dir={home}", f"--config-dir={home / 'conf'}"],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    _wait(process, f"http://127.0.0.1:{http}", home)
    server = Neo4jServer(
        f"bolt://127.0.0.1:{bolt}", f"http://127.0.0.1:{http}", "neo4j", password, process.pid
    )
    process.returncode = 0  # it outlives this object; `stop` ends it by its pid
    return server


def admin(
    home: Path, *arguments: str, cwd: Path, jvm: Sequence[str] = _SMALL
) -> subprocess.CompletedProcess[str]:
    """Run `neo4j-admin` over a home of its own."""
    java, lib = _java(), jars()
    (home / "conf").mkdir(parents=True, exist_ok=True)
    return subprocess.run(
        [java, *_JAVA, *jvm, "-cp", f"{lib}/*", "org.neo4j.cli.AdminTool", *arguments],
        env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
        cwd=cwd,
        capture_output=True,
        text=True,
    )


def stop(pid: int) -> None:
    """End a server: kindly, then after two seconds not."""
    for signal_, patience in ((signal.SIGTERM, 2.0), (signal.SIGKILL, 5.0)):
        try:
            os.kill(pid, signal_)
        except ProcessLookupError:
            return
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline and _alive(pid):
            time.sleep(0.05)


def _alive(pid: int) -> bool:
    try:
        if os.waitpid(pid, os.WNOHANG)[0] == pid:
            return False
    except ChildProcessError:
        pass  # another worker started it
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _java() -> str:
    java = shutil.which("java", path=f"{os.environ.get('JAVA_HOME', '')}/bin{os.pathsep}{os.environ['PATH']}")
    if java is None:
        raise Neo4jUnavailableError("Java is not installed; Neo4j needs version 17 or newer")
    told = subprocess.run([java, "-version"], capture_output=True, text=True).stderr
    version = re.search(r'version "(\d+)', told)
    if version is None or int(version[1]) < 17:
        raise Neo4jUnavailableError(f"Java is too old for Neo4j, which needs 17: {told.splitlines()[:1]}")
    return java


def _main_class(lib: Path) -> str:
    for jar in sorted(lib.glob("neo4j-*.jar")):
        with zipfile.ZipFile(jar) as content:
            if _ENTRY_POINT in content.namelist():
                return content.read(_ENTRY_POINT).decode().split()[0]
    raise Neo4jUnavailableError(f"no jar in {lib} says how the server starts")


def _wait(process: subprocess.Popen[bytes], http: str, home: Path) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise Neo4jUnavailableError(f"Neo4j did not start: {(home / 'console.log').read_text()[-500:]}")
        try:
            # HTTP opens after Bolt.
            urllib.request.urlopen(http, timeout=2).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    stop(process.pid)
    raise Neo4jUnavailableError("Neo4j did not answer within two minutes")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
