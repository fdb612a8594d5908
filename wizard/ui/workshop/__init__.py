"""The pages of a live workshop: those of its participants, the wall's, and the host's panel beside the steps."""
