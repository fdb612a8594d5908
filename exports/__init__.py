"""What a project leaves as: one format a file."""
from types import SimpleNamespace as N
EXPORTERS = tuple(N(id=i) for i in ("project-yaml","amocrm-json","checklist-html"))
