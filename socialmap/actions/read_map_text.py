"""What a text above the map means: the name of something, or words about what somebody looks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from socialmap.actions.browse_map import places_named
from socialmap.actions.recognise_words import RecognisedTheme, recognise_words
from socialmap.actions.telling import Choice, choices
from socialmap.actions.workspace import Workspace
from socialmap.model.values import ThemeId
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.search.words.labels import BEGINNING


@dataclass(frozen=True, slots=True)
class MapText:
    """``acute``: show the safety card and search nothing. ``is_name``: all words stand in one name.

    ``perhaps_acute``: ask whether somebody is in danger.
    ``places`` have that name. ``themes`` are what the words are about when they are no name; with neither,
    nothing was found. ``others``: each a theme that they may be about instead, or alone.
    """

    acute: bool = False
    is_name: bool = True
    places: tuple[Choice, ...] = ()
    themes: tuple[RecognisedTheme, ...] = ()
    others: tuple[RecognisedTheme, ...] = ()
    perhaps_acute: bool = False


def read_map_text(
    workspace: Workspace, viewer: Viewer, text: str, within: Iterable[ThemeId] = (), meant: str = ""
) -> MapText:
    """The meaning of ``text``; no text is a name that everything has. Nothing of the text is kept.

    ``within``: leefgebieden; of the themes only those in them count (empty: all). ``meant``: which of the
    others somebody chose; anything else says nothing.
    """
    permit(viewer, Right.SEE_OFFERS)
    if not text.strip():
        return MapText()
    pictures, words = workspace.projections.current(), workspace.vocabulary
    said = recognise_words(workspace, text)
    with pictures.offers.lock:
        offers_named = bool((pictures.offers.name_text.with_words(text) & pictures.offers.alive()).any())
    places = places_named(pictures, text)
    is_name = offers_named or bool(places)
    half_a_word = bool(said.themes) and all(theme.score <= BEGINNING for theme in said.themes)
    if said.acute and not (is_name and half_a_word):
        return MapText(acute=True, is_name=False)
    if is_name:
        return MapText(places=choices((place.id, place.name) for place in places))
    groups = set(within)

    def of_groups(themes: Iterable[RecognisedTheme]) -> tuple[RecognisedTheme, ...]:
        return tuple(
            theme
            for theme in themes
            if not groups or words.top_of(ThemeId(theme.id)) in groups or theme.id in groups
        )

    candidates = of_groups(said.worth_asking)
    themes = tuple(theme for theme in candidates if theme.id == meant) or of_groups(said.likely)
    others = tuple(theme for theme in candidates if themes != (theme,))
    return MapText(is_name=False, themes=themes, others=others, perhaps_acute=said.perhaps_acute)
