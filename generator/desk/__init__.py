"""The clerk's desk: the records as forms in a browser on this machine; a second pen, and never a second truth."""
