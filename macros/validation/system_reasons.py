"""Why the system, Git or the reader of a file refused something, in Dutch: what stands behind a message that names a file.

The one place for reasons that others give in English. What is not listed is quoted, behind who says it. What libyaml says
becomes a problem of a file: yaml_syntax.py.
"""

import errno
import json
import os

REASONS = {
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de ruimte die u op deze schijf mag gebruiken is op",
    errno.EFBIG: "zo groot mag een bestand hier niet worden",
    errno.EOVERFLOW: "dat bestand is te groot",
    errno.EROFS: "van deze schijf kan alleen gelezen worden",
    errno.EACCES: "daarvoor hebt u geen rechten",
    errno.EPERM: "daarvoor hebt u geen rechten",
    errno.ENOENT: "dat bestaat niet",
    errno.ENOTDIR: "een deel van dat pad is geen map",
    errno.EISDIR: "dat is een map",
    errno.EEXIST: "dat bestaat al",
    errno.ENOTEMPTY: "die map is niet leeg",
    errno.ELOOP: "links leiden daar in een kring",
    errno.EMLINK: "daar leiden te veel links heen",
    errno.ENAMETOOLONG: "die naam is te lang",
    errno.EINVAL: "dat kan daar niet",
    errno.EILSEQ: "die naam heeft tekens die daar niet kunnen",
    errno.EBUSY: "dat is in gebruik",
    errno.ETXTBSY: "dat programma draait nog",
    errno.EXDEV: "dat ligt op een andere schijf",
    errno.ENODEV: "dat apparaat is er niet",
    errno.ENXIO: "dat apparaat is er niet",
    errno.EIO: "de schijf geeft een fout",
    errno.ESTALE: "de schijf van een andere computer is niet meer verbonden",
    errno.EOPNOTSUPP: "dat kan deze schijf niet",
    errno.ENOEXEC: "dat is geen programma voor deze computer",
    errno.E2BIG: "de opdracht is te lang",
    errno.ENOMEM: "er is te weinig geheugen",
    errno.EMFILE: "er zijn te veel bestanden tegelijk open",
    errno.ENFILE: "er zijn te veel bestanden tegelijk open",
    errno.EAGAIN: "er zijn te veel processen",
    errno.ENOLCK: "er zijn te veel sloten op bestanden",
    errno.EINTR: "het is afgebroken",
    errno.EPIPE: "wie meelas, is gestopt",
    errno.EADDRINUSE: "dat adres is al in gebruik",
    errno.EADDRNOTAVAIL: "dat adres is niet van deze computer",
    errno.ECONNREFUSED: "daar luistert niets",
    errno.ECONNRESET: "de ander verbrak de verbinding",
    errno.ETIMEDOUT: "er kwam geen antwoord op tijd",
    errno.EHOSTUNREACH: "die computer is niet te bereiken",
    errno.ENETUNREACH: "er is geen netwerk",
}
"""Number of the system → reason, as it follows a colon."""

_GIT_SAYS = (
    ("not a git repository", "deze map staat niet onder Git"),
    ("does not have any commits", "Git kent hier nog geen kaarten"),
    ("dubious ownership", "de map is van een andere gebruiker, en dan leest Git die niet"),
    ("detected dubious", "de map is van een andere gebruiker, en dan leest Git die niet"),
    ("bad revision", "Git kent die stand niet"),
    ("unknown revision", "Git kent die stand niet"),
    ("Needed a single revision", "Git kent die stand niet"),
    ("Not a valid object name", "Git kent die stand niet"),
    ("shallow file has changed", "iets anders haalde net geschiedenis op; probeer het nog eens"),
    ("bad config", "een instelling van Git is niet te lezen; kijk met: git config --list"),
    ("bad numeric config", "een instelling van Git is niet te lezen; kijk met: git config --list"),
    ("bad boolean config", "een instelling van Git is niet te lezen; kijk met: git config --list"),
    ("Expected git repo version", "deze map is gemaakt met een nieuwere Git; installeer die"),
    ("unknown repository extension", "deze map is gemaakt met een nieuwere Git; installeer die"),
    ("index file", "de index van Git is beschadigd; maak die opnieuw met: git reset"),
    ("loose object", "de geschiedenis is beschadigd; haal die opnieuw op"),
    ("is corrupt", "de geschiedenis is beschadigd; haal die opnieuw op"),
    ("bad object", "de geschiedenis is beschadigd; haal die opnieuw op"),
    ("broken links", "de geschiedenis is beschadigd; haal die opnieuw op"),
    ("Failed to traverse parents", "een deel van de geschiedenis ontbreekt; haal die opnieuw op"),
    ("could not read", "een deel van de geschiedenis ontbreekt; haal die opnieuw op"),
    ("Could not read", "een deel van de geschiedenis ontbreekt; haal die opnieuw op"),
    ("unable to read", "een deel van de geschiedenis ontbreekt; haal die opnieuw op"),
    ("bad tree", "een deel van de geschiedenis ontbreekt; haal die opnieuw op"),
    ("lazy fetching disabled", "een deel van de geschiedenis ontbreekt; haal die opnieuw op"),
    ("unable to create thread", "er zijn te veel processen"),
    ("ut of memory", "er is te weinig geheugen"),
)
"""Part of a message of Git in English, which macros/history/git.py asks for → the reason; the first that is in it."""
_BY_THEIR_TEXT = tuple((os.strerror(number), reason) for number, reason in REASONS.items())
"""What the system says behind a message of a program; Python itself reads it in English."""


def system_reason(error: OSError) -> str:
    """The reason, in Dutch; for a number that is not listed, what the system says itself."""
    return REASONS.get(error.errno) or f"het systeem meldt “{error.strerror or error}”"


def system_report(error: OSError) -> str:
    """What it was about, if the system says so, and the reason: site/index.html: de schijf is vol"""
    return f"{error.filename}: {system_reason(error)}" if error.filename else system_reason(error)


def reason_of(error: BaseException) -> str:
    """The reason of anything that stops the reading of a file, without its name."""
    if isinstance(error, OSError):
        return system_reason(error)
    if isinstance(error, UnicodeDecodeError):
        return f"byte {error.start + 1} is geen {error.encoding.upper()}"
    if isinstance(error, json.JSONDecodeError):
        return f"op regel {error.lineno}, kolom {error.colno} is het geen JSON"
    return quoted_reason("Python", f"{type(error).__name__}: {error}")


def git_said(message: str) -> str:
    """The reason in what Git wrote on its standard error; what is not known is quoted."""
    first = next(iter(message.strip().splitlines()), "")
    found = next((reason for part, reason in (*_GIT_SAYS, *_BY_THEIR_TEXT) if part in message), None)
    return found or (quoted_reason("Git", first) if first else "Git stopte zonder te zeggen waarom")


def quoted_reason(who: str, message: str) -> str:
    """What somebody else says, in their own words and between quotes."""
    return f"{who} meldt “{' '.join(message.split())}”"
