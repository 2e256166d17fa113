"""The finished site goes to its host: whole or not at all, back in one step, and opened at its minute.

A host is whatever keeps files under names: a folder, SFTP, FTP. Each is spoken to through one contract (`hosts.Host`),
so that what makes a release whole (`switch`), what goes up (`release`) and what is looked at before and after know of
no protocol. Nothing here decides what may be public: it takes what a build has made.
"""
