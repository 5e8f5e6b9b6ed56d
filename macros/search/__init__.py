"""Search and facets: what the pages in the browser need to find methods, made from the library."""
