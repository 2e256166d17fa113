"""The site in front of all offices of a batch: made of what they publish themselves, and of no record.

It says which offices there are, what they have announced and how satisfied people were, and leads to each one's own
site. It names nobody who was chosen: such a name stands in one place, from which it goes when it is taken back.
"""
