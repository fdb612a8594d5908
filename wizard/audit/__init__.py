"""Checks funnels a company already has: reads them, judges them by the six steps, and opens them to be cured."""
