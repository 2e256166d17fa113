"""What had to go from a host is told of until it has gone: the new site being seen is half of a withdrawal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.publishing import faults, release
from generator.publishing.faults import HostFault
from generator.publishing.hosts.folder import FolderHost
from tests.support.sites import asked, wanted

if TYPE_CHECKING:
    from pathlib import Path

NAMED = frozenset({"2566/uea named"})


class Stubborn(FolderHost):
    """A folder from which nothing that was kept can be removed, as on a host with a wrong owner."""

    def remove(self, *names: str) -> None:
        """Refuse."""
        if any(name.startswith(".tonbaep/kept/") for name in names):
            raise faults.refused(names[0], "Permission denied")
        super().remove(*names)


def test_a_host_that_keeps_somebody_withdrawn_is_told_of_at_every_run(tmp_path: Path) -> None:
    """A release with her photo lies on the host as long as nobody removes it, and the office answers for that."""
    host = FolderHost(tmp_path)
    release.publish(host, wanted({"index.html": b"uea", "a.html": b"1"}, *NAMED), asked(*NAMED))
    release.publish(host, wanted({"index.html": b"uea again", "a.html": b"1"}, *NAMED), asked(*NAMED))
    clean = wanted({"index.html": b"nobody", "a.html": b"1"})
    for _ in range(2):
        with pytest.raises(HostFault) as fault:
            release.publish(Stubborn(tmp_path), clean, asked())
        assert "ลบรุ่นเก่าบนเครื่องแม่ข่ายไม่ได้" in fault.value.message.th
        assert (tmp_path / "index.html").read_bytes() == b"nobody"
    report = release.publish(host, clean, asked())
    assert report.cleaned
    assert not [file for file in tmp_path.rglob("*") if file.is_file() and b"uea" in file.read_bytes()]
    assert release.publish(host, clean, asked()).same == 2
