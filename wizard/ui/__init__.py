"""The pages of the wizard: the only package that imports streamlit (besides the entry point)."""
