"""Words of reading in a list, and of where a fact comes from."""

from __future__ import annotations

from dataclasses import dataclass

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ListWords:
    """*Lees een lijst in*: a file, its columns, the plan, and the choices of a person."""

    title: str = "Lees een lijst in"
    intro: str = "Een lijst in Excel of CSV. Eerst zie je wat er zou veranderen. Dan pas gebeurt het."
    template: str = "Download een leeg voorbeeld"
    template_address: str = "/open/sjabloon.xlsx"
    source: str = "Van wie is deze lijst?"
    source_hint: str = "Bijvoorbeeld: Welzijn Zwolle"
    source_help: str = "Schrijf altijd dezelfde naam. Zo herkennen we de lijst een volgende keer."
    file: str = "Kies het bestand (.xlsx of .csv)"
    columns: str = "Wat betekenen de kolommen?"
    columns_intro: str = (
        "Deze koppen kennen we niet. We raden wat erin staat. Verbeter het waar het niet klopt."
    )
    columns_known: str = "Deze koppen kennen we: {names}."
    columns_person: str = "Kolommen met namen van mensen lezen we niet: {names}."
    skip: str = "Sla deze kolom over"
    sample: str = "zoals: {values}"
    no_sample: str = "leeg"
    sheet: str = "Blad: {name}"
    plan: str = "Dit zou er gebeuren"
    new: str = "nieuw"
    changed: str = "veranderd"
    same: str = "gelijk"
    refused: str = "geweigerd"
    asks: str = "te kiezen"
    new_list: str = "Dit is nieuw"
    changed_list: str = "Dit verandert"
    suggested_list: str = "Onderwerp voorgesteld"
    suggested_help: str = (
        "Bij deze regels stond geen onderwerp. We stellen er een voor. Klopt het niet? "
        "Zet het goede onderwerp in je bestand, of pas het straks aan op de kaart."
    )
    suggested_line: str = "{where}, {name}: {themes}"
    suggested_theme: str = "{theme} ({because})"
    refused_list: str = "Dit kan niet mee"
    refused_remedy: str = "Verbeter deze regels in je bestand, en kies het opnieuw. De rest kan nu al mee."
    more: str = "En nog {n}."
    line: str = "Regel {line}"
    line_on_sheet: str = "{sheet}, regel {line}"
    gone: str = (
        "{n} dingen van deze lijst staan er niet meer in. Die blijven op de kaart. Kijk of ze nog bestaan."
    )
    gone_one: str = (
        "1 ding van deze lijst staat er niet meer in. Dat blijft op de kaart. Kijk of het nog bestaat."
    )
    conflicts: str = "Wat klopt er?"
    conflicts_intro: str = "Iemand heeft dit aangepast, en de lijst zegt nu iets anders."
    keep: str = "Houd wat er staat: {value}"
    take: str = "Neem over: {value}"
    later: str = "Ik weet het nog niet"
    keep_said: str = "Aangepast door {who}, {date}"
    take_said: str = "Volgens {source}"
    later_said: str = "Dan blijft het zo, en vragen we het de volgende keer weer."
    empty: str = "leeg"
    keep_all: str = "Houd alles"
    take_all: str = "Neem alles over"
    do: str = "Lees het in"
    nothing: str = "Er is niets te veranderen. Alles staat al zo op de kaart."
    nothing_usable: str = "Geen enkele regel is te gebruiken. Verbeter het bestand en kies het opnieuw."
    done: str = "Klaar. De lijst is ingelezen."
    done_count: str = "{new} nieuw · {changed} veranderd"
    undo: str = "Draai alles terug"
    undone: str = "Alles is teruggedraaid."
    undo_clash: str = "Iemand heeft hierna iets aangepast. Draai het per onderdeel terug bij Geschiedenis."
    another: str = "Nog een lijst"
    to_map: str = "Bekijk op de kaart"


@dataclass(frozen=True, slots=True)
class OriginWords:
    """Where a fact comes from."""

    title: str = "Waar weten we dit van?"
    from_source: str = "Uit {source}, {date}"
    imported: str = "Ingelezen, {date}"
    by: str = "Ingevuld of aangepast door {who}, {date}"
    by_colleague: str = "Ingevuld of aangepast door een collega, {date}"
    otherwise: str = "Volgens {source} is {field}: {value}"
    the_source: str = "de bron"
    everything: str = "Alles wat hier staat"
    the_rest: str = "Al het andere"
