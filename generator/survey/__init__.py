"""The citizens' answers, from the export of a form to figures; keeps no reply, no comment and no address."""
