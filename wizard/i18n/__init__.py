"""Texts of the interface and of papers: gettext catalogues read at run time, figures by Babel."""
