"""The English table as a whole."""

from __future__ import annotations

from socialmap.ui.english.add import ADD, KEEP, MORE
from socialmap.ui.english.bundles import IDEA, WORK
from socialmap.ui.english.checks import (
    CHECKS,
    COMPARE,
    CONFIRM,
    DOUBLE,
    MUNICIPALITY,
    OWN_AREA,
    SUGGESTION,
)
from socialmap.ui.english.find import FIND, FOUND, INVITATION, RESIDENT, SAFETY
from socialmap.ui.english.frame import DETAIL, FRAME, GENERAL, MAP_FRAME, MAP_PAGE, ROLES
from socialmap.ui.english.gaps import FALLING, SPREAD, TOO_LITTLE
from socialmap.ui.english.help import HELP
from socialmap.ui.english.needs import CORRECTION, GO_ALONG, NEED, NUDGE, OWN, ROUTE
from socialmap.ui.english.opened import LISTS, OPEN, ORIGIN, SHARE
from socialmap.ui.english.plain import PLAIN
from socialmap.ui.english.signals import SIGNALS, WRITE_SIGNAL
from socialmap.ui.english.talents import NETWORK, NOTE, TALENT
from socialmap.ui.english.team import LINKS, MUTUAL, PAPER, STAND, TALK, WEEK
from socialmap.ui.text import Texts

ENGLISH = Texts(
    general=GENERAL,
    frame=FRAME,
    roles=ROLES,
    map_frame=MAP_FRAME,
    map_page=MAP_PAGE,
    detail=DETAIL,
    find=FIND,
    safety=SAFETY,
    found=FOUND,
    resident=RESIDENT,
    invitation=INVITATION,
    add=ADD,
    plain=PLAIN,
    more=MORE,
    keep=KEEP,
    help=HELP,
    need=NEED,
    nudge=NUDGE,
    own=OWN,
    correction=CORRECTION,
    go_along=GO_ALONG,
    route=ROUTE,
    talent=TALENT,
    note=NOTE,
    network=NETWORK,
    idea=IDEA,
    work=WORK,
    too_little=TOO_LITTLE,
    falling=FALLING,
    spread=SPREAD,
    compare=COMPARE,
    municipality=MUNICIPALITY,
    own_area=OWN_AREA,
    checks=CHECKS,
    suggestion=SUGGESTION,
    confirm=CONFIRM,
    signals=SIGNALS,
    write_signal=WRITE_SIGNAL,
    week=WEEK,
    stand=STAND,
    talk=TALK,
    links=LINKS,
    mutual=MUTUAL,
    paper=PAPER,
    open=OPEN,
    lists=LISTS,
    origin=ORIGIN,
    double=DOUBLE,
    share=SHARE,
)
