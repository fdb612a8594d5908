"""Formats: each writes any documents, and knows none of them."""
