"""What runs in the visitor's browser: a component a file, with its script and styles beside it."""
