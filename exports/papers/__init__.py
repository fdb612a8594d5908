"""The papers people take away: each described once, in blocks that no format knows and every writer can write."""
