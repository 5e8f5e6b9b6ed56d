"""The parts of `make serve` that know MkDocs and the machine."""
