"""The cast of the training nation: invented people, one per role."""

from dataclasses import dataclass

PASSWORD = "ovning-ovning"  # noqa: S105 - printed on the demo's own sign-in page


@dataclass(frozen=True, slots=True)
class Member:
    """One of the cast: who, in which role, on which unit of the training nation (by code)."""

    username: str
    name: str
    role: str
    unit_code: str
    organisation: str = "Polismyndigheten"
    substitute: bool = False


CAST = (
    Member("astrid", "Astrid Exempel", "lpo_chief", "OV-540210"),
    Member("bjorn", "Björn Exempel", "officer", "OV-540210"),
    Member("cecilia", "Cecilia Exempel", "lpo_chief", "OV-540220"),
    Member("dawit", "Dawit Exempel", "municipal_coordinator", "OV-KOMMUN", "Övningskommunen"),
    Member("eva", "Eva Exempel", "regional_coordinator", "OV-5400"),
    Member("farid", "Farid Exempel", "national_coordinator", "OV"),
    Member("gun", "Gun Exempel", "", ""),
    Member("hanna", "Hanna Exempel", "area_chief", "OV-5402"),
    Member("ivar", "Ivar Exempel", "keeper", "OV"),
    Member("jonna", "Jonna Exempel", "lpo_chief", "OV-540210", substitute=True),
    Member("karin", "Karin Exempel", "data_protection", "OV"),
    Member("lars", "Lars Exempel", "intelligence", "OV-540210"),
)
"""Each member is tried on every page by the tests of rights."""
