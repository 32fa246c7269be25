"""Writers that are meant to be killed: ``python -m tests.contract.writers FOLDER``, told what to do by lines.

Each line ``SEED FILE`` starts a writer by forking this process, which has everything imported already, and
answers with the writer's process id. The writer changes things at random until it dies, and adds a line of
JSON to FILE after each save that returned: what it was told is kept.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from socialmap.errors import EditConflict, NotFound
from socialmap.model.people import Resident
from socialmap.model.provision import Initiative
from socialmap.model.values import AreaId
from socialmap.store.catalogue import Catalogue
from socialmap.store.entries import Saved
from tests.contract.samples import NOON, initiative, resident

SHARED = 8
"""Entities of each kind that all writers edit; the others are their own."""


class RandomWriter:
    """Adds, edits and removes, alone and in batches, in one journal and in both."""

    def __init__(self, catalogue: Catalogue, seed: int, acknowledged: int) -> None:
        self._catalogue = catalogue
        self._seed = seed
        self._random = random.Random(seed)
        self._acknowledged = acknowledged
        self._made: list[str] = []
        self._count = 0

    def write(self) -> None:
        self._count += 1
        token = f"{self._seed}-{self._count}"
        step = self._random.choice([self._add, self._edit, self._edit_core, self._batch, self._remove])
        with suppress(EditConflict, NotFound):  # another writer was there first
            self._acknowledge(token, step(token))

    def _add(self, token: str) -> Saved:
        self._made.append(token)
        return self._save([initiative(token, description=token)])

    def _edit(self, token: str) -> Saved:
        id_ = f"samen-{self._random.randrange(SHARED)}"
        stored = self._catalogue.find(Initiative, id_)
        seen = {("initiative", id_): stored.version} if stored else {}
        entity = stored.entity if stored else initiative(id_)
        return self._save([replace(entity, description=token)], seen)

    def _edit_core(self, token: str) -> Saved:
        return self._save([resident(f"B-{self._random.randrange(SHARED)}", area_id=AreaId(token))])

    def _batch(self, token: str) -> Saved:
        self._made.append(f"{token}-0")
        offers = [initiative(f"{token}-{number}", description=token) for number in range(4)]
        people = [resident(f"B-{token}-{number}", area_id=AreaId(token)) for number in range(3)]
        return self._save([*offers, *people])

    def _remove(self, token: str) -> Saved:
        id_ = self._made.pop() if self._made else f"samen-{self._random.randrange(SHARED)}"
        return self._catalogue.remove(Initiative, id_, actor="w", action="proef 1", at=NOON)

    def _save(
        self, entities: list[Initiative | Resident], seen: dict[tuple[str, str], int] | None = None
    ) -> Saved:
        action = f"proef {len(entities)}"
        return self._catalogue.save(entities, actor="w", action=action, at=NOON, based_on=seen)

    def _acknowledge(self, token: str, saved: Saved) -> None:
        lines = [
            json.dumps([entry.kind, entry.id, entry.version, str(entry.operation), token]) + "\n"
            for entry in saved.entries
        ]
        os.write(self._acknowledged, "".join(lines).encode())


def _write_until_killed(folder: Path, seed: int, path: Path) -> None:
    acknowledged = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    writer = RandomWriter(Catalogue.open(folder), seed, acknowledged)
    while True:
        writer.write()


def main() -> None:
    folder = Path(sys.argv[1])
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead are not waited for
    for line in sys.stdin:
        seed, path = line.split(maxsplit=1)
        process = os.fork()
        if process == 0:
            _write_until_killed(folder, int(seed), Path(path.strip()))
        print(process, flush=True)


if __name__ == "__main__":
    main()
