"""Hand-written pages and page sheets become a staged Markdown tree and then a site; alone in knowing MkDocs.

The staged tree is plain Markdown without a plugin's help, so that MkDocs and Zensical make the same site from it.
"""
