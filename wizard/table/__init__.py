"""The stages of a pipeline as a table, for those who know what to write: its rows, and rows copied from elsewhere."""
