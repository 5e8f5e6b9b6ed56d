"""Taking over what a contributor sent: the card of a message as a file, and what it brings along in data/."""
