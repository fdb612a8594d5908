"""Reads the name of a stage as a sentence: who did what, and is it finished?

Letters are cleaned (`letters`), words analysed (`russian`, `english`), mistyped ones mended (`typos`), the name is
cut into parts (`parts`), each part is read by its phrases (`phrases`, from the files of `words`) and its grammar
(`grammar`, `acting`, `moods`, `nominal`), what neither has decided is weighed (`undecided`), and the parts together
give a `Reading` (`reader`).
"""

from __future__ import annotations

from wizard.lint.reading.concept import Concept, Reading
from wizard.lint.reading.reader import read

__all__ = ["Concept", "Reading", "read"]
