"""Parts several pages use."""
