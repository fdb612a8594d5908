"""The checklist for whoever sets amoCRM up by hand, in the order of its screens."""
