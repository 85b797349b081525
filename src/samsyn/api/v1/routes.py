"""Every address of version 1, one line each."""

from ninja import Router

from samsyn.api.v1.area import Area, area
from samsyn.api.v1.areas import DESCRIBED, areas
from samsyn.api.v1.nations import Nations, nations
from samsyn.api.v1.pictures import Pictures, pictures
from samsyn.api.v1.trail import Trail, trail
from samsyn.api.v1.unit import UnitWithHistory, unit
from samsyn.api.v1.units import Units, units
from samsyn.api.v1.version import version
from samsyn.api.v1.versions import Versions, versions
from samsyn.api.v1.words import VersionWithWords

router = Router()

router.get("nations", response=Nations, operation_id="nations", tags=["Units"])(nations)
router.get("units", response=Units, operation_id="units", tags=["Units"])(units)
router.get("units/{code}", response=UnitWithHistory, operation_id="unit", tags=["Units"])(unit)
router.get("areas", operation_id="areas", tags=["Areas"], openapi_extra=DESCRIBED)(areas)
router.get("areas/{key}", response=Area, operation_id="area", tags=["Areas"])(area)
router.get("pictures", response=Pictures, operation_id="pictures", tags=["Pictures"])(pictures)
router.get("pictures/{code}/versions", response=Versions, operation_id="versions", tags=["Pictures"])(versions)
router.get("pictures/{code}/versions/{number}", response=VersionWithWords, operation_id="version", tags=["Pictures"])(
    version
)
router.get("trail", response=Trail, operation_id="trail", tags=["Trail"])(trail)
