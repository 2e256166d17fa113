"""tonbaep (ต้นแบบ): one set of records becomes every piece of an award round's publicity."""

__version__ = "0.1.0"
