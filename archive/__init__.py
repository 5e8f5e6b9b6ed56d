"""The built site as one file that opens from disk: no server, no network, everything that searches and compares included.

A browser refuses modules and fetch() to pages from disk, and shows a folder as a list of files. So in the archive

- the modules are one classic script (bundle.py),
- what modules fetch lies there as scripts that hand over a text (files.py, offline.js),
- links lead to files, not to folders (pages.py).
"""
