"""The method library; see README.md for the flow."""
