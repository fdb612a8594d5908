"""Checks of a project against amoCRM's limits, the method, and integrators' practice."""
