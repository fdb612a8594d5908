"""The project as data: pure, frozen, valid; and the edits that change it."""
