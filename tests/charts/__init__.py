"""The charts: their data, their twins in words, and that nothing overlaps."""
