"""Where the finished site goes: a host as the records name it; holds no password, since no record may."""

from __future__ import annotations

from typing import Literal, NamedTuple

Way = Literal["folder", "sftp", "ftps", "ftp", "git", "zip"]
"""How files get there."""


class Target(NamedTuple):
    """A place for the site. `folder` is its path there, or the whole address of a git remote.

    `port` is 0 where it is the usual one; `host` and `user` are empty where this computer reaches the place itself.
    """

    way: Way
    folder: str
    host: str = ""
    user: str = ""
    port: int = 0

    @property
    def address(self) -> str:
        """The place as it is written, which never holds a password."""
        if not self.host:
            return self.folder
        port = f":{self.port}" if self.port else ""
        return f"{self.way}://{self.user}@{self.host}{port}/{self.folder}"
