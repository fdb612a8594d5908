"""amoCRM: what it accepts, and a project in its own words."""
