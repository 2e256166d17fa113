"""The records as one Excel workbook and back: YAML stays the only truth; the pen writes, the door judges."""
