"""What a build writes, told by all its processes, so that the next one need not write what is there already."""

import hashlib
import os
import tempfile
from collections.abc import Mapping


class WriteRecord:
    """The hash of each file that a build makes. A file of which `earlier` has the same hash is there, and is not written."""

    def __init__(self, earlier: Mapping[str, str]) -> None:
        """`earlier` goes from the name of a file, with slashes, to the hash of its content."""
        self._earlier = earlier
        self._file = tempfile.NamedTemporaryFile(prefix="bouw-")  # noqa: SIM115 - it lives as long as this does
        self._descriptor = os.open(self._file.name, os.O_WRONLY | os.O_APPEND)  # so that processes do not overwrite each other

    def __del__(self) -> None:
        os.close(self._descriptor)

    def is_there(self, name: str, content: bytes) -> bool:
        """Whether an earlier build left this very file; notes that it belongs to this one."""
        found = hash_of(content)
        os.write(self._descriptor, f"{found} {name}\0".encode())
        return self._earlier.get(name) == found

    def read(self) -> dict[str, str]:
        """The files of all processes: name → hash."""
        lines = self._file.read().decode().split("\0")[:-1]
        return {name: found for found, _, name in (line.partition(" ") for line in lines)}


def hash_of(content: bytes) -> str:
    """128 bits, in hexadecimal digits: enough that two files never have the same (rfc-editor.org/rfc/rfc7693)."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()
