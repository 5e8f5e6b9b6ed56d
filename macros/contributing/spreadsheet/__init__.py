"""Cards in a spreadsheet, one row a method: the columns, the template to fill in, and the import."""
