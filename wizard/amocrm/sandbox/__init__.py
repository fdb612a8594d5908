"""A practice account in the memory of the process: it answers as amoCRM's API does, and fails on demand."""

from wizard.amocrm.sandbox.faults import Fault, Kind
from wizard.amocrm.sandbox.sandbox import Sandbox, Seen
from wizard.amocrm.sandbox.transport import transport
from wizard.amocrm.sandbox.variant import (
    PRACTICE_KEY,
    Brand,
    Contents,
    LossReasons,
    SuperFields,
    SystemStages,
    Variant,
)

__all__ = [
    "PRACTICE_KEY",
    "Brand",
    "Contents",
    "Fault",
    "Kind",
    "LossReasons",
    "Sandbox",
    "Seen",
    "SuperFields",
    "SystemStages",
    "Variant",
    "transport",
]
