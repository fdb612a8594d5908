"""Templates of one's own: read from files of strangers, checked, kept as one file. Nothing in them is ever executed."""
