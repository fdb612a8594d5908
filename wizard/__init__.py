"""Voronka: from amoCRM's stock pipeline to a set of linked, checked sales funnels."""
