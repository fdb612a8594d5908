"""Pictures of funnels and routes."""
