"""What `make bench` measures: synthetic libraries, the same cards for other generators, and a stopwatch."""
