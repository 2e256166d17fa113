"""Apache on loopback, as an office's shared host has it: `.htaccess` is obeyed, and the clock can be set."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.support import machine

if TYPE_CHECKING:
    from collections.abc import Iterator

_MODULES = ("mpm_event", "authz_core", "authz_host", "dir", "mime", "headers", "rewrite", "alias", "autoindex", "unixd")
_FAKETIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"


class Apache(NamedTuple):
    """A running server: its address and the folder that it serves."""

    address: str
    folder: Path


@contextmanager
def apache(
    clock: str = "", zone: str = "Asia/Bangkok", *, without: tuple[str, ...] = (), obeys: str = "All", prefix: str = ""
) -> Iterator[Apache]:
    """Serve a new folder; `clock` is where the server's clock starts, as `2026-04-21 08:59:57` of its `zone`.

    `without` are modules that this host lacks, `obeys` is what an `.htaccess` may set, `prefix` is where on the host
    the folder stands.
    """
    program = machine.need("apache2")
    root = Path(tempfile.mkdtemp(prefix="tonbaep-apache-"))
    folder = root / "web" / prefix.strip("/")
    folder.mkdir(parents=True)
    for each in (root, root / "web", folder):
        each.chmod(0o755)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    loads = "\n".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so"
        for name in _MODULES
        if name not in without and Path(f"/usr/lib/apache2/modules/mod_{name}.so").is_file()
    )
    (root / "httpd.conf").write_text(
        f"""{loads}
ServerRoot "{root}"
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile "{root}/pid"
ErrorLog "{root}/error.log"
User www-data
Group www-data
TypesConfig /etc/mime.types
DocumentRoot "{root}/web"
DirectoryIndex index.html
Timeout 5
<Directory "/">
AllowOverride None
Require all denied
</Directory>
<Directory "{root}/web">
Options Indexes FollowSymLinks
AllowOverride {obeys}
Require all granted
</Directory>
<Files ".ht*">
Require all denied
</Files>
""",
        encoding="utf-8",
    )
    environment = {**os.environ, "TZ": zone}
    if clock:
        machine.need("faketime")
        environment |= {"LD_PRELOAD": _FAKETIME, "FAKETIME": f"@{clock}", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    server = subprocess.Popen(
        (program, "-f", str(root / "httpd.conf"), "-DFOREGROUND"), env=environment, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(100):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            time.sleep(0.05)
        yield Apache(f"http://127.0.0.1:{port}{prefix}", folder)
    finally:
        server.terminate()
        server.wait(10)
        shutil.rmtree(root, ignore_errors=True)
