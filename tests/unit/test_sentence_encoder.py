"""The sentence encoder: pieces of words, a transformer in numpy, its file, and where it was taken from."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest

from socialmap.errors import SetupError
from socialmap.language.encoder import DIMENSIONS, encode
from socialmap.language.encoder_file import read_encoder, write_encoder
from socialmap.language.pieces import FIRST, LAST, UNKNOWN, Pieces
from socialmap.language.transformer import Linear, Steps
from socialmap.search.words.learned import Alike, View, unit
from tests.any_transformer import WIDTH, any_transformer
from training.packed import Packed, needed

SIGNS = ["<s>", "<pad>", "</s>", "<unk>"]
PIECES = [*SIGNS, "\u2581huur", "\u2581hu", "ur", "toeslag", "\u2581", "s"]
CHANCES = [0.0, 0, 0, 0, -9, -6, -6, -8, -5, -5]


def test_a_word_is_written_with_its_likeliest_pieces() -> None:
    pieces = Pieces(PIECES, CHANCES)
    assert pieces.numbers("huurtoeslag") == [FIRST, 4, 7, LAST]
    assert pieces.numbers("HUUR  s") == [FIRST, 4, 8, 9, LAST]


def test_a_sign_that_no_piece_has_is_unknown_and_nothing_is_only_a_beginning_and_an_end() -> None:
    pieces = Pieces(PIECES, CHANCES)
    assert pieces.numbers("huur?") == [FIRST, 4, UNKNOWN, LAST]
    assert pieces.numbers(" ") == [FIRST, LAST]


def test_a_full_stop_at_the_end_says_nothing_and_an_ellipsis_does() -> None:
    pieces = Pieces(PIECES, CHANCES)
    assert pieces.numbers("huur. ") == pieces.numbers("huur")
    assert pieces.numbers("huur...") != pieces.numbers("huur")
    assert pieces.numbers("huur. huur.") == pieces.numbers("huur. huur")


def test_a_long_text_is_cut() -> None:
    assert len(Pieces(PIECES, CHANCES).numbers("huur " * 500)) == 96


def test_weights_that_came_in_steps_stay_as_they_are() -> None:
    whole = np.tile(np.arange(-8, 8), 4).reshape(1, 64)
    weights = (whole * np.float16(0.013)).astype(np.float32)
    assert np.array_equal(Steps.of(weights).rows(), weights)
    assert not Steps.of(np.zeros((1, 32), np.float32)).rows().any()


def test_eight_bits_keep_more_of_what_was_tuned_than_four() -> None:
    weights = np.random.default_rng(2).normal(size=(4, 64)).astype(np.float32)
    fine, coarse = (np.abs(Steps.of(weights, bits).rows() - weights).max() for bits in (8, 4))
    assert fine < np.abs(weights).max() / 250 < coarse


def test_sentences_of_one_length_are_heard_alike_together_and_alone() -> None:
    transformer = any_transformer(len(PIECES), 2)
    numbers = np.array([[0, 4, 7, 2], [0, 5, 6, 2]])
    together = transformer.means(numbers, (1, 2))
    assert together.shape == (2, 2 * WIDTH)
    for row, alone in zip(together, numbers, strict=True):
        assert np.allclose(transformer.means(alone[None], (1, 2))[0], row, atol=1e-5)


def test_the_order_of_words_is_heard() -> None:
    transformer = any_transformer(len(PIECES), 1)
    one, other = transformer.means(np.array([[0, 4, 7, 2], [0, 7, 4, 2]]), (1,))
    assert not np.allclose(one, other, atol=1e-3)


def test_an_encoder_is_read_as_it_was_written_but_for_the_steps(tmp_path: Path) -> None:
    path, transformer = tmp_path / "encoder.npz", any_transformer(len(PIECES), 2)
    write_encoder(path, PIECES, np.array(CHANCES), transformer)
    pieces, read = read_encoder(path)
    again = tmp_path / "again.npz"
    write_encoder(again, PIECES, np.array(CHANCES), read)
    numbers = np.array([pieces.numbers("huurtoeslag")])
    heard = read.means(numbers, (2,))
    assert np.array_equal(read_encoder(again)[1].means(numbers, (2,)), heard)
    assert float((unit(heard) @ unit(transformer.means(numbers, (2,))).T)[0, 0]) > 0.98


def test_layers_that_were_tuned_are_kept_finer(tmp_path: Path) -> None:
    transformer, numbers = any_transformer(len(PIECES), 2), np.array([[0, 4, 7, 2]])
    heard = transformer.means(numbers, (2,))
    far = []
    for tuned in (0, 2):
        write_encoder(tmp_path / "encoder.npz", PIECES, np.array(CHANCES), transformer, tuned)
        far.append(np.abs(read_encoder(tmp_path / "encoder.npz")[1].means(numbers, (2,)) - heard).max())
    assert far[1] < far[0] / 4


def test_an_absent_or_damaged_encoder_is_told_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="ontbreekt"):
        read_encoder(tmp_path / "none.npz")
    damaged = tmp_path / "damaged.npz"
    damaged.write_bytes(b"PK not a file of arrays")
    with pytest.raises(SetupError, match="beschadigd"):
        read_encoder(damaged)
    np.save(tmp_path / "one.npy", np.zeros(3))
    with pytest.raises(SetupError, match="beschadigd"):
        read_encoder(tmp_path / "one.npy")


def test_what_means_the_same_lies_nearer_than_what_does_not() -> None:
    texts = [
        "ik kan de huur niet betalen",
        "er is geen geld voor de woonlasten",
        "de kat van de buren is leuk",
    ]
    rows = encode(texts)
    assert rows.shape == (3, DIMENSIONS)
    seen = unit(rows - encode(["goedemorgen", "wij gaan samen wandelen", "mijn fiets is stuk"]).mean(0))
    assert seen[0] @ seen[1] > seen[0] @ seen[2]
    assert np.allclose(encode([texts[2]])[0], rows[2], atol=1e-4)


def test_capitals_change_nothing_and_no_sentences_give_no_rows() -> None:
    assert np.array_equal(encode(["Ik SLAAP slecht"]), encode(["ik slaap slecht"]))
    assert encode([]).shape == (0, DIMENSIONS)


def test_the_class_of_the_likest_phrases_scores_best() -> None:
    places = unit(np.array([[1, 0.1], [0.9, 0], [0, 1]], np.float32))
    alike = Alike(np.eye(2, dtype=np.float32), places, np.zeros(3, np.float32), np.array([2, 3]))
    scores = alike.scores(View(np.zeros(2, np.float32), np.ones(2, np.float32)).directions(np.eye(2) * 3))
    assert scores.argmax(1).tolist() == [0, 1]


def test_the_packed_weights_are_read(tmp_path: Path) -> None:
    letters = "".join(PIECES).encode()
    ends = np.cumsum([0, *(len(piece.encode()) for piece in PIECES)]).astype(np.uint32)
    halves = bytes(low | high << 4 for low, high in zip(range(16), reversed(range(16)), strict=True))
    block = struct.pack("<e", 0.5) + halves
    tensors = {"bias": struct.pack("<2f", 1.5, -2.0), "weights": block}
    head = struct.pack("<4sI7ifi", b"E5S1", 1, 32, 1, 1, 32, len(PIECES), 8, 1, 1e-12, 32)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(letters))
    head += ends.tobytes() + np.array(CHANCES, np.float32).tobytes() + letters + struct.pack("<iI", 0, 0)
    entries = sum(2 + len(name) + 21 for name in tensors)
    begins, listed, contents = len(head) + 4 + entries, b"", b""
    for name, content in tensors.items():
        listed += struct.pack("<H", len(name)) + name.encode()
        listed += struct.pack("<BIQQ", 0, 0, begins + len(contents), len(content))
        contents += content
    path = tmp_path / "packed.bin"
    path.write_bytes(head + struct.pack("<i", len(tensors)) + listed + contents)
    packed = Packed.read(path)
    assert packed.pieces == PIECES
    assert packed.plain("bias").tolist() == [1.5, -2.0]
    expected = [*((np.arange(16) - 8) / 2), *((np.arange(15, -1, -1) - 8) / 2)]
    assert packed.steps("weights", 32)[0].tolist() == expected


def test_pieces_are_kept_of_our_texts_and_of_words_that_share_them() -> None:
    pieces = Pieces(PIECES, CHANCES)
    kept = needed(pieces, ["huur"], ["toeslag", "stoeslag"])
    assert {0, 1, 2, 3, 4, 7} <= set(kept)
    assert 5 not in kept
    assert kept == sorted(kept)


def test_weights_in_narrow_parts_give_what_the_whole_gives() -> None:
    chance = np.random.default_rng(5)
    weights = chance.normal(size=(64, 96)).astype(np.float32)
    bias, rows = chance.normal(size=96).astype(np.float32), chance.normal(size=(2, 3, 64)).astype(np.float32)
    linear = Linear.of_weights(weights, bias)
    assert np.array_equal(linear.weights, weights)
    assert np.allclose(linear.of(rows), rows @ weights + bias, atol=1e-4)
