"""Where the finished site goes: a host as the records name it; holds no password, since no record may."""

from __future__ import annotations

from typing import Literal, NamedTuple

Way = Literal["folder", "sftp", "ftps", "ftp", "git", "zip"]
"""How files get there."""


_QUOTED = {ord(letter): f"%{ord(letter):02X}" for letter in "%@/:"}
"""What would end the user in an address; other letters stay as people read them."""


class Target(NamedTuple):
    """A place for the site. `folder` is its path there, for git that of the repository, of which `branch` is seen.

    `port` is 0 where it is the usual one; `host` and `user` are empty where this computer reaches the place itself.
    `scheme` is what comes before `://` where a way has several.
    """

    way: Way
    folder: str
    host: str = ""
    user: str = ""
    port: int = 0
    branch: str = ""
    scheme: str = ""

    @property
    def address(self) -> str:
        """The place as it is written, which never holds a password."""
        branch = f"#{self.branch}" if self.branch else ""
        if not self.host:
            return f"{self.folder}{branch}"
        user = f"{self.user.translate(_QUOTED)}@" if self.user else ""
        port = f":{self.port}" if self.port else ""
        folder = self.folder if self.way == "git" else self.folder.replace("%", "%25")
        return f"{self.scheme or self.way}://{user}{self.host}{port}/{folder}{branch}"
