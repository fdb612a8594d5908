"""Everything a project can be downloaded as."""

from exports import amocrm_json, amocrm_postman, checklist_html, pack, pack_full, project_yaml
from exports.alone import ALONE
from exports.exporter import Exporter

EXPORTERS: tuple[Exporter, ...] = (
    checklist_html.EXPORTER,
    amocrm_json.EXPORTER,
    project_yaml.EXPORTER,
    amocrm_postman.EXPORTER,
    pack.EXPORTER,
    pack_full.EXPORTER,
)


def exporter(wanted: str) -> Exporter:
    """The exporter with this id; KeyError when there is none."""
    for known in (*EXPORTERS, *ALONE):
        if known.id == wanted:
            return known
    raise KeyError(wanted)
