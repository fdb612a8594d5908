"""Everything a project can be downloaded as."""

from exports import amocrm_json, amocrm_postman, checklist_html, pack, pack_full, project_yaml
from exports.exporter import Exporter
from exports.single import SINGLE
from exports.together import TOGETHER

EXPORTERS: tuple[Exporter, ...] = (
    checklist_html.EXPORTER,
    amocrm_json.EXPORTER,
    project_yaml.EXPORTER,
    amocrm_postman.EXPORTER,
    pack.EXPORTER,
    pack_full.EXPORTER,
)


def exporter(wanted: str) -> Exporter:
    """The exporter with this id, that of one paper too; KeyError when there is none."""
    for known in (*EXPORTERS, *TOGETHER, *SINGLE.values()):
        if known.id == wanted:
            return known
    raise KeyError(wanted)
