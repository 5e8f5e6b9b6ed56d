"""Judging the search by questions of which it is known what they should find."""
