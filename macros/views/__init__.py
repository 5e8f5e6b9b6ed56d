"""Library → rows: decides what is shown and in which order; knows no markup."""
