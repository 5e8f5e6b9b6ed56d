"""Why the system refused something, in Dutch: what stands behind a message that names a file."""

import errno

REASONS = {
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de ruimte die u op deze schijf mag gebruiken is op",
    errno.EFBIG: "zo groot mag een bestand hier niet worden",
    errno.EROFS: "van deze schijf kan alleen gelezen worden",
    errno.EACCES: "daarvoor hebt u geen rechten",
    errno.EPERM: "daarvoor hebt u geen rechten",
    errno.ENOENT: "dat bestaat niet",
    errno.ENOTDIR: "een deel van dat pad is geen map",
    errno.EISDIR: "dat is een map",
    errno.EEXIST: "dat bestaat al",
    errno.ENOTEMPTY: "die map is niet leeg",
    errno.ELOOP: "links leiden daar in een kring",
    errno.ENAMETOOLONG: "die naam is te lang",
    errno.EBUSY: "dat is in gebruik",
    errno.EXDEV: "dat ligt op een andere schijf",
    errno.EIO: "de schijf geeft een fout",
    errno.ENOMEM: "er is te weinig geheugen",
    errno.EMFILE: "er zijn te veel bestanden tegelijk open",
    errno.ENFILE: "er zijn te veel bestanden tegelijk open",
    errno.EAGAIN: "er zijn te veel processen",
}
"""Number of the system → reason, as it follows a colon."""


def system_reason(error: OSError) -> str:
    """The reason, in Dutch; for a number that is not listed, what the system says itself."""
    return REASONS.get(error.errno) or f"het systeem meldt “{error.strerror or error}”"


def system_report(error: OSError) -> str:
    """What it was about, if the system says so, and the reason: site/index.html: de schijf is vol"""
    return f"{error.filename}: {system_reason(error)}" if error.filename else system_reason(error)
