"""Faults as people meet them: what is cut, killed, full or away, and two who write at once; nothing may be lost."""
