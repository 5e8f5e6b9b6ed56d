"""Cards in a spreadsheet: the sheets and their columns, the template to fill in, the import, and the way back."""
