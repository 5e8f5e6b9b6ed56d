"""Used by `make bench`: synthetic libraries, the same cards for other generators, and timing."""
