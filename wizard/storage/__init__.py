"""Where projects are kept: files people save and open."""
