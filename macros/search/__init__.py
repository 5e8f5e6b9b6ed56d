"""Search and facets: the files with which the pages in the browser find methods, made from the library."""
