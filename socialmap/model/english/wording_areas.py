"""Own areas, in English: what they are made of, and of what they have no figures."""

from __future__ import annotations

from collections.abc import Sequence

from socialmap.model.english.dutch import and_list


def cut_sentence(name: str, cut: Sequence[str]) -> str:
    return f"The border of {name} runs right through {and_list(list(cut))}. So there are no figures of them."


def gone_sentence(name: str) -> str:
    return f"{name}: one of its neighbourhoods is not on the map any more. So there are no figures of it."


def nothing_whole_sentence(name: str) -> str:
    return f"There is no whole neighbourhood in {name}. So there are no figures of it."


def made_of_sentence(names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"This is the whole neighbourhood {names[0]}."
    return f"These are the whole neighbourhoods {and_list(list(names))}."
