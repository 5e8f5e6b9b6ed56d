"""How commands write files and folders, so that a failure loses nothing."""
