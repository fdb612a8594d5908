"""Makes files of projects beside the server, in processes that may take their time and are gone when idle.

To set pages takes hundreds of megabytes that a process does not give back, and seconds in which clicks would wait.
"""

from exports.press.job import Job
from exports.press.preview import Preview, Sheet, read
from exports.press.turns import Press, press
from exports.press.work import BusyError, LeftError, State, Work

__all__ = ["BusyError", "Job", "LeftError", "Press", "Preview", "Sheet", "State", "Work", "press", "read"]
