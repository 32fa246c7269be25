"""Every sentence on the screens, in plain Dutch (B1), as one table; another language is another ``Texts``."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Any, cast

from socialmap.model.language import Language, spoken
from socialmap.privacy.roles import Role
from socialmap.ui.text_add import AddWords, KeepWords, MoreWords
from socialmap.ui.text_areas import CompareWords, MunicipalityWords, OwnAreaWords
from socialmap.ui.text_bundles import IdeaWords, WorkWords
from socialmap.ui.text_checks import CheckWords, ConfirmWords, SuggestWords
from socialmap.ui.text_doubles import DoubleWords
from socialmap.ui.text_find import FindWords, FoundWords, InvitationWords, ResidentWords, SafetyWords
from socialmap.ui.text_gaps import FallingWords, SpreadWords, TooLittleWords
from socialmap.ui.text_help import HelpWords
from socialmap.ui.text_lists import ListWords, OriginWords
from socialmap.ui.text_needs import (
    CorrectionWords,
    GoAlongWords,
    NeedWords,
    NudgeWords,
    OwnWords,
    RouteWords,
)
from socialmap.ui.text_open import OpenWords
from socialmap.ui.text_plain import PlainWords
from socialmap.ui.text_share import ShareWords
from socialmap.ui.text_signals import SignalsWords, WriteSignalWords
from socialmap.ui.text_talents import NetworkWords, NoteWords, TalentWords
from socialmap.ui.text_team import LinkWords, MutualWords, PaperWords, StandWords, TalkWords, WeekWords


@dataclass(frozen=True, slots=True)
class GeneralWords:
    back: str = "Terug"
    save: str = "Bewaar"
    help: str = "Help"
    wrong: str = "Klopt dit niet?"
    unknown: str = "Dat weten we nog niet"
    nothing_found: str = "Niets gevonden. Kijk of het woord klopt."
    unexpected: str = "Er ging iets mis. Je invoer is bewaard."
    unexpected_remedy: str = "Probeer het opnieuw. Gaat het weer mis? Vraag je beheerder."
    changed_meanwhile: str = (
        "Een collega paste dit intussen aan. Nog niet bewaard; wat jij invulde staat er nog. "
        "Kijk wat er nu staat en bewaar opnieuw."
    )


@dataclass(frozen=True, slots=True)
class FrameWords:
    name: str = "socialmap"
    promise: str = "Wat is er in de wijk, en wie kan elkaar helpen?"
    map: str = "Kaart"
    find: str = "Zoek voor iemand"
    add: str = "Voeg iets toe"
    running: str = "socialmap draait op {address} (stoppen: Ctrl+C)"
    together: str = "Samen werken"
    help: str = "Help"
    demo: str = "Demo · alles is verzonnen"
    demo_help: str = "Deze wijk bestaat niet. Mensen, plekken en organisaties zijn verzonnen."
    your_role: str = "Jij bent: {role}"
    your_name: str = "Jouw naam"
    choose_name: str = "Kies je naam"
    other_role: str = "Kies een andere rol"
    language: str = "Taal"
    language_help: str = (
        "De schermen zijn dan in het Engels. Namen, en wat mensen zelf schreven, blijven zoals ze zijn."
    )


@dataclass(frozen=True, slots=True)
class RoleWords:
    title: str = "Wie ben je?"
    intro: str = "Kies je werk. Dan zie je wat je nodig hebt."
    buttons: tuple[tuple[Role, str, str], ...] = (
        (Role.COMMUNITY_WORKER, "Ik ben opbouwwerker", "Zie wat er speelt en breng mensen bij elkaar."),
        (
            Role.PROFESSIONAL,
            "Ik werk in een team met bewoners",
            "Vind iets dat past bij iemand die bij je zit.",
        ),
        (Role.BROKER, "Ik ben sociaal makelaar", "Zet nieuwe plekken en groepen op de kaart."),
        (Role.TEAM_LEAD, "Ik ben teamleider", "Kijk mee naar wat er is in de wijk."),
    )
    visitor: str = "Ik kijk alleen even rond"
    administrator: str = "Ik beheer deze kaart"
    names: tuple[tuple[Role, str], ...] = (
        (Role.COMMUNITY_WORKER, "opbouwwerker"),
        (Role.PROFESSIONAL, "teamlid"),
        (Role.BROKER, "sociaal makelaar"),
        (Role.TEAM_LEAD, "teamleider"),
        (Role.VISITOR, "bezoeker"),
        (Role.ADMINISTRATOR, "beheerder"),
    )

    def name_of(self, role: Role) -> str:
        return dict(self.names)[role]


@dataclass(frozen=True, slots=True)
class MapFrameWords:
    """Words inside the map itself."""

    title: str = "Kaart van de wijk"
    zoomIn: str = "Dichterbij"  # noqa: N815 – these names are read by map.js
    zoomOut: str = "Verder weg"  # noqa: N815 – these names are read by map.js
    legend: str = "Uitleg bij de kaart"
    initiative: str = "Iets om aan mee te doen"
    site: str = "Meer op één plek"
    cluster: str = "Zoveel bij elkaar"
    meeting: str = "Ontmoetingsplek"
    facility: str = "Voorziening"
    presence: str = "Hier zijn wij vaak"
    many: str = "{n} bij elkaar"
    tapped: str = "Hier is het"
    putInMiddle: str = "Zet de plek in het midden"  # noqa: N815 – these names are read by map.js
    failed: str = "De gegevens zijn niet geladen."
    again: str = "Probeer het opnieuw"
    cbs: str = "Buurten: CBS/Kadaster"
    osm: str = "Plekken: © OpenStreetMap-bijdragers"


@dataclass(frozen=True, slots=True)
class MapPageWords:
    title: str = "De wijk op de kaart"
    intro: str = "Klik op een buurt of een plek."
    search: str = "Zoek op de kaart"
    search_hint: str = "Waar zoek je naar? Bijvoorbeeld taalles, koffie, wandelen"
    themes: str = "Onderwerpen"
    short_themes: tuple[tuple[str, str], ...] = (
        ("ontmoeten", "Ontmoeten"),
        ("meedoen", "Meedoen"),
        ("geld", "Geld"),
        ("wonen", "Wonen"),
        ("veilig", "Veilig"),
        ("gezond", "Gezond"),
        ("gevoel", "Gevoel"),
        ("opgroeien", "Opgroeien"),
        ("zorgen", "Zorgen"),
        ("leren", "Leren"),
        ("werk", "Werk"),
        ("praktisch", "Praktisch"),
        ("zin", "Zin"),
    )
    filters: str = "Filters"
    filters_on: str = "Filters ({n})"
    today: str = "Alleen vandaag open"
    free: str = "Alleen gratis"
    social_base: str = "Alleen sociale basis"
    social_base_help: str = "Dus zonder hulp waar je een indicatie voor nodig hebt."
    thresholds: str = "Dit moet kunnen"
    sides: str = "Hoe en met wie"
    side_names: tuple[tuple[str, str], ...] = (
        ("collectief", "Samen"),
        ("individueel", "Eén-op-één"),
        ("informeel", "Vooral bewoners"),
        ("formeel", "Vooral beroepskrachten"),
    )
    layers: str = "Op de kaart"
    layer_names: tuple[tuple[str, str], ...] = (
        ("initiatives", "Initiatieven"),
        ("facilities", "Voorzieningen"),
        ("meeting", "Ontmoetingsplekken"),
        ("presence", "Hier zijn wij"),
        ("areas", "Buurten"),
    )
    clear: str = "Toon alles"
    shown: str = "{n} van {m} getoond"
    shown_all: str = "{m} gevonden"
    shown_one: str = "1 gevonden"
    more: str = "Toon meer"
    empty: str = "Hier staat nog niets op de kaart. Weet jij iets? Voeg het toe."
    empty_but_places: str = "Er staan nog geen initiatieven op de kaart. Weet jij er een? Voeg het toe."
    meeting_places: str = "Hier komen mensen samen"
    empty_filtered: str = "Niets gevonden. Zet een filter uit, of probeer een ander woord."
    about: str = "Geen plek met die naam. Dit gaat over: {themes}."
    only: str = "Toon alleen:"
    for_somebody: str = "Zoek je iets voor iemand? Dan kijken we ook wat dichtbij is en past."
    clear_text: str = "Wis wat ik typte"
    places: str = "Plekken met die naam"
    back_to_list: str = "Terug naar lijst"
    neighbourhood: str = "Buurt"
    all_neighbourhoods: str = "Hele wijk"


@dataclass(frozen=True, slots=True)
class DetailWords:
    """The panel of one place, group or neighbourhood."""

    when: str = "Wanneer"
    where: str = "Waar"
    cost: str = "Kosten"
    for_whom: str = "Voor wie"
    languages: str = "Talen"
    contact: str = "Contact"
    themes: str = "Helpt bij"
    thresholds_yes: str = "Dit kan hier"
    thresholds_no: str = "Dit kan hier niet"
    thresholds_unknown: str = "Dit weten we nog niet"
    run_by: str = "Van wie is het"
    quadrants: str = "Past bij"
    same_place: str = "Ook op deze plek"
    several: str = "Op deze plek"
    checked: str = "Nagekeken op {date}"
    partners: str = "Werkt samen met"
    runs: str = "Wat doen zij"
    leaders: str = "Trekkers: {n}"
    money_until: str = "Geld: {until}"
    known_by: str = "Wie kent deze plek?"
    nobody_knows: str = "Niemand van ons kent deze plek nog."
    offers_here: str = "Wat is hier te doen"
    rooms: str = "Ruimtes"
    room_line: str = "{name} · {capacity} mensen · {cost}"
    presence: str = "Wij zijn hier"
    opening_hours: str = "Open"
    wheelchair: str = "Rolstoel"
    area_intro: str = "Dit weten we nu van deze buurt. Loop er ook eens rond."
    area_empty: str = "Over deze buurt is nog weinig bekend. Ga eens kijken."
    story_on: str = "Opgeschreven op {date}"
    supply: str = "Wat is er"
    places: str = "Plekken"
    free_rooms: str = "Vrije ruimtes"
    missing: str = "Dit mist hier nog"
    far_basics: str = "Hier moet je verder voor"
    figures: str = "De buurt in cijfers"


@dataclass(frozen=True, slots=True)
class Texts:
    general: GeneralWords = field(default_factory=GeneralWords)
    frame: FrameWords = field(default_factory=FrameWords)
    roles: RoleWords = field(default_factory=RoleWords)
    map_frame: MapFrameWords = field(default_factory=MapFrameWords)
    map_page: MapPageWords = field(default_factory=MapPageWords)
    detail: DetailWords = field(default_factory=DetailWords)
    find: FindWords = field(default_factory=FindWords)
    safety: SafetyWords = field(default_factory=SafetyWords)
    found: FoundWords = field(default_factory=FoundWords)
    resident: ResidentWords = field(default_factory=ResidentWords)
    invitation: InvitationWords = field(default_factory=InvitationWords)
    add: AddWords = field(default_factory=AddWords)
    more: MoreWords = field(default_factory=MoreWords)
    keep: KeepWords = field(default_factory=KeepWords)
    help: HelpWords = field(default_factory=HelpWords)
    need: NeedWords = field(default_factory=NeedWords)
    nudge: NudgeWords = field(default_factory=NudgeWords)
    own: OwnWords = field(default_factory=OwnWords)
    correction: CorrectionWords = field(default_factory=CorrectionWords)
    go_along: GoAlongWords = field(default_factory=GoAlongWords)
    route: RouteWords = field(default_factory=RouteWords)
    talent: TalentWords = field(default_factory=TalentWords)
    note: NoteWords = field(default_factory=NoteWords)
    network: NetworkWords = field(default_factory=NetworkWords)
    idea: IdeaWords = field(default_factory=IdeaWords)
    work: WorkWords = field(default_factory=WorkWords)
    too_little: TooLittleWords = field(default_factory=TooLittleWords)
    falling: FallingWords = field(default_factory=FallingWords)
    spread: SpreadWords = field(default_factory=SpreadWords)
    compare: CompareWords = field(default_factory=CompareWords)
    municipality: MunicipalityWords = field(default_factory=MunicipalityWords)
    own_area: OwnAreaWords = field(default_factory=OwnAreaWords)
    checks: CheckWords = field(default_factory=CheckWords)
    suggestion: SuggestWords = field(default_factory=SuggestWords)
    confirm: ConfirmWords = field(default_factory=ConfirmWords)
    signals: SignalsWords = field(default_factory=SignalsWords)
    write_signal: WriteSignalWords = field(default_factory=WriteSignalWords)
    week: WeekWords = field(default_factory=WeekWords)
    stand: StandWords = field(default_factory=StandWords)
    talk: TalkWords = field(default_factory=TalkWords)
    links: LinkWords = field(default_factory=LinkWords)
    mutual: MutualWords = field(default_factory=MutualWords)
    paper: PaperWords = field(default_factory=PaperWords)
    open: OpenWords = field(default_factory=OpenWords)
    lists: ListWords = field(default_factory=ListWords)
    origin: OriginWords = field(default_factory=OriginWords)
    double: DoubleWords = field(default_factory=DoubleWords)
    share: ShareWords = field(default_factory=ShareWords)
    plain: PlainWords = field(default_factory=PlainWords)


@cache
def texts_in(language: Language) -> Texts:
    """The whole table in one language."""
    if language is Language.DUTCH:
        return Texts()
    english: Texts = import_module("socialmap.ui.english.table").ENGLISH
    return english


class _Spoken:
    """The table of the language that is spoken where it is read."""

    def __getattr__(self, part: str) -> Any:
        return getattr(texts_in(spoken()), part)


TEXT = cast("Texts", _Spoken())
"""Read it where the words are shown, not while a module is loaded: there it is Dutch for everybody."""
