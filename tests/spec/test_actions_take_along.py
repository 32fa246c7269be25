"""*Wijkpakket*: the public map of a wijk or buurt in one zip, to read, print and keep, and nothing else."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace
from datetime import timedelta

import pytest
from pypdf import PdfReader

from socialmap.actions.browse_map import MapView, browse_map
from socialmap.actions.take_along import (
    GUIDE_CSV,
    GUIDE_HTML,
    GUIDE_PDF,
    READ_ME,
    export_package,
    take_along,
)
from socialmap.errors import InvalidInput, NotFound, OutsideError
from socialmap.model.area import District
from socialmap.model.provision import Access, OfferStatus
from socialmap.model.values import AreaId, InitiativeId, Point, Tri
from socialmap.privacy.roles import Role, Viewer
from tests.town import (
    BEWONER,
    DE_LINDE,
    EETTAFEL,
    HAVENRAND,
    HUISKAMER,
    INITIATIVES,
    KERK,
    KOFFIE,
    LINDEHOF,
    STRAATAPP,
    TAALCAFE,
    TALENT,
    TODAY,
    VRAAG,
    WELZIJN,
    WERKER,
    WIJK,
)

VISITOR, BROKER, WORKER = Viewer(Role.VISITOR), Viewer(Role.BROKER), Viewer(Role.PROFESSIONAL)
DAY = "2 maart 2026"


def opened(package) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package.content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def page_of(files) -> str:
    return files[GUIDE_HTML].decode("utf-8")


def pages_of(files) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(files[GUIDE_PDF])).pages]


def rows_of(files) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[GUIDE_CSV].decode("utf-8-sig")), delimiter=";"))


def everything(files) -> str:
    return "\n".join([files[READ_ME].decode("utf-8"), page_of(files), *pages_of(files), str(rows_of(files))])


def keep(workspace, *things) -> None:
    workspace.catalogue.save(things, actor="x", action="y", at=workspace.clock())


def test_a_buurt_in_one_zip_with_what_the_map_shows_of_it(workspace):
    files = opened(take_along(workspace, VISITOR, LINDEHOF.name))
    assert list(files) == [READ_ME, GUIDE_HTML, GUIDE_PDF, GUIDE_CSV]
    shown = {line.name for line in browse_map(workspace, VISITOR, MapView(area_id=LINDEHOF.id)).lines}
    for text in (page_of(files), "\n".join(pages_of(files))):
        assert all(name in text for name in shown)
        assert HUISKAMER.name not in text.replace("Huiskamer Zuid (", "")
    told = {row["naam"] for row in rows_of(files) if row["soort rij"] == "initiatief"}
    assert told == shown == {offer.name for offer in INITIATIVES} - {HUISKAMER.name}


def test_a_wijk_holds_all_its_buurten(workspace):
    files = opened(take_along(workspace, VISITOR, WIJK.id))
    assert all(offer.name in page_of(files) for offer in INITIATIVES)
    assert "6 initiatieven, 4 plekken en 3 organisaties" in files[READ_ME].decode("utf-8")


def test_each_entry_tells_where_when_and_how_fresh_it_is(workspace):
    text = page_of(opened(take_along(workspace, VISITOR, LINDEHOF.name)))
    koffie = text[text.index(f"<h3>{KOFFIE.name}") :].partition("</article>")[0]
    for part in (
        "dinsdag 14.00–16.00 uur", "Buurthuis De Linde", "Lindestraat 12", "Gratis",
        "Iemand gaat de eerste keer mee", KOFFIE.contact, WELZIJN.name,
        "<b>Pas gecontroleerd</b> Laatst gecontroleerd op 15 januari 2026.",
    ):  # fmt: skip
        assert part in koffie
    assert '<p class="vers bel"><b>Bel eerst even</b>' in text
    assert text.count('<p class="vers') == text.count("<article ")
    welzijn = text[text.index(f"<h3>{WELZIJN.name}") :].partition("</article>")[0]
    assert WELZIJN.phone in welzijn
    assert f"Doet onder meer</dt><dd>{KOFFIE.name}" in welzijn


def test_what_is_about_two_leefgebieden_stands_in_one_and_is_pointed_at_from_the_other(workspace):
    both = replace(EETTAFEL, themes=(*EETTAFEL.themes, *TAALCAFE.themes))
    keep(workspace, both)
    text = page_of(opened(take_along(workspace, VISITOR, LINDEHOF.name)))
    assert text.count(f"<h3>{EETTAFEL.name}") == 1
    (anchor,) = re.findall(f'<article id="(i[0-9]+)"><h3>{EETTAFEL.name}', text)
    assert f'Zie ook: <a href="#{anchor}">{EETTAFEL.name}</a>' in text


def test_the_day_stands_on_every_page(workspace):
    many = [replace(KOFFIE, id=InitiativeId(f"koffie-{n}"), name=f"Koffie {n}") for n in range(40)]
    keep(workspace, *many)
    package = take_along(workspace, VISITOR, LINDEHOF.name)
    files = opened(package)
    assert len(pages_of(files)) > 3
    assert all(f"Stand van {DAY}" in page for page in pages_of(files))
    assert f"Stand van {DAY}" in files[READ_ME].decode("utf-8")
    assert page_of(files).count(f"Stand van {DAY}") >= page_of(files).count("<section>") + 2


def test_the_pdf_is_dutch_text_with_bookmarks_and_its_letters_inside(workspace):
    reader = PdfReader(io.BytesIO(opened(take_along(workspace, VISITOR, LINDEHOF.name))[GUIDE_PDF]))
    assert reader.trailer["/Root"]["/Lang"] == "nl-NL"
    assert reader.metadata.title == f"Wijkgids {LINDEHOF.name}"
    assert {round(float(side)) for side in reader.pages[0].mediabox[2:]} == {595, 842}
    chapters = [mark for mark in reader.outline if not isinstance(mark, list)]
    below = [mark.title for mark in reader.outline if isinstance(mark, list) for mark in mark]
    assert [mark.title for mark in chapters][-3:] == ["Plekken", "Organisaties", "Bronnen"]
    assert KOFFIE.name in below
    fonts = reader.pages[0]["/Resources"]["/Font"].values()
    drawn = [font.get_object() for font in fonts]
    assert all("/FontFile2" in font["/FontDescriptor"] for font in drawn if font["/Subtype"] == "/TrueType")


def test_the_pdf_says_what_is_a_heading_and_what_is_text(workspace):
    reader = PdfReader(io.BytesIO(opened(take_along(workspace, VISITOR, WIJK.name))[GUIDE_PDF]))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    elements = [each.get_object() for each in root["/StructTreeRoot"]["/K"]["/K"]]
    tags = [element["/S"] for element in elements]
    outline = [mark for part in reader.outline for mark in (part if isinstance(part, list) else [part])]
    assert tags[0] == "/H1"
    assert len([tag for tag in tags if tag.startswith("/H")]) == len(outline)
    assert tags.count("/P") > tags.count("/H3") > tags.count("/H2") > 3
    placed = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    for number, page in enumerate(reader.pages):
        assert (page["/StructParents"], placed[2 * number]) == (number, number)
        of_page = [each.get_object() for each in placed[2 * number + 1].get_object()]
        assert [each["/K"] for each in of_page] == list(range(len(of_page)))
        assert {each["/Pg"].get_object()["/StructParents"] for each in of_page} == {number}
        assert page.get_contents().get_data().count(b"/MCID") == len(of_page)
    assert sum(len(placed[at].get_object()) for at in range(1, len(placed), 2)) == len(elements)


def test_a_letter_that_the_font_lacks_is_drawn_as_one_like_it(workspace):
    keep(workspace, replace(KOFFIE, name="Çay & Łódź: ‑ Ạnh ش <b>vet</b>"))
    files = opened(take_along(workspace, VISITOR, LINDEHOF.name))
    assert "Çay & Łódz: - Anh ? <b>vet</b>" in "\n".join(pages_of(files))
    assert "Çay &amp; Łódź: ‑ Ạnh ش &lt;b&gt;vet&lt;/b&gt;" in page_of(files)


def test_a_sign_that_nobody_sees_is_not_drawn_as_a_question_mark(workspace):
    keep(workspace, replace(KOFFIE, name="❤\ufe0f👩\u200d👧 \u200fKoffie\u200b\x00 thuis"))
    drawn = "\n".join(pages_of(opened(take_along(workspace, VISITOR, LINDEHOF.name))))
    assert "??? Koffie thuis" in drawn


def test_the_same_map_and_day_give_the_same_bytes(workspace, tmp_path):
    first = take_along(workspace, VISITOR, LINDEHOF.name)
    assert take_along(workspace, BROKER, LINDEHOF.id) == first
    export_package(workspace, VISITOR, tmp_path / "uit.zip", LINDEHOF.name)
    assert (tmp_path / "uit.zip").read_bytes() == first.content
    keep(workspace, replace(KOFFIE, name="Koffie en thee"))
    assert "Koffie en thee" in page_of(opened(take_along(workspace, VISITOR, LINDEHOF.name)))


def test_another_day_is_another_package(workspace, monkeypatch):
    before = take_along(workspace, VISITOR, LINDEHOF.name)
    later = TODAY + timedelta(days=200)
    monkeypatch.setattr(type(workspace), "today", lambda _self: later)
    files = opened(take_along(workspace, VISITOR, LINDEHOF.name))
    assert files[GUIDE_HTML] != opened(before)[GUIDE_HTML]
    assert "Stand van 18 september 2026" in page_of(files)


def test_nothing_of_colleagues_or_residents_is_in_any_file(workspace):
    told = replace(KOFFIE, checked_by="Kanarie van Dijk", what_works="Kanarie", do_not_contact=True)
    keep(workspace, told)
    of_people = (WERKER.name, TALENT.contact_label, STRAATAPP.name, STRAATAPP.key_figure)
    private = (*of_people, BEWONER.id, VRAAG.id, TALENT.resident_id)
    for viewer in (VISITOR, WORKER, BROKER):
        text = everything(opened(take_along(workspace, viewer, WIJK.name)))
        assert "Kanarie" not in text
        assert [value for value in private if value in text] == []


def test_what_stopped_pauses_or_asks_for_an_indication_is_left_out(workspace):
    keep(
        workspace,
        replace(KOFFIE, status=OfferStatus.STOPPED, stopped_on=TODAY),
        replace(EETTAFEL, status=OfferStatus.PAUSED),
        replace(TAALCAFE, access=Access.INDICATION),
    )
    text = everything(opened(take_along(workspace, VISITOR, WIJK.name)))
    assert not [offer.name for offer in (KOFFIE, EETTAFEL, TAALCAFE) if offer.name in text]
    assert HUISKAMER.name in text


def test_what_has_no_fixed_place_comes_along_in_every_buurt(workspace):
    phone = replace(
        KOFFIE, id=InitiativeId("bel"), name="Belcirkel", facility_id=None, room_id=None, no_fixed_place=True,
        home_visit=Tri.YES,
    )  # fmt: skip
    keep(workspace, phone)
    text = page_of(opened(take_along(workspace, VISITOR, HAVENRAND.name)))
    assert "Belcirkel" in text[text.index("Zonder vaste plek</h2>") :]
    assert KOFFIE.name not in text


def test_an_empty_buurt_says_so(workspace):
    far = Point(6.9, 52.9)
    box = "POLYGON((6.8 52.8, 7.0 52.8, 7.0 53.0, 6.8 53.0, 6.8 52.8))"
    keep(workspace, replace(HAVENRAND, id=AreaId("BU99980109"), name="Leegeveld", boundary=box, centre=far))
    files = opened(take_along(workspace, VISITOR, "Leegeveld"))
    assert "Hier staat nog niets op de kaart." in page_of(files)
    assert "Hier staat nog niets op de kaart." in pages_of(files)[0]


def test_the_page_asks_nothing_of_any_network(workspace):
    keep(workspace, replace(WELZIJN, website="https://welzijn.example"), replace(KERK, email="a@b.example"))
    page = page_of(opened(take_along(workspace, VISITOR, WIJK.name)))
    assert "default-src 'none'" in page
    assert not re.findall(r"<(?:script|link|img|iframe|object|form|base)\b", page)
    assert not re.findall(r"(?:src|srcset|action)=|url\(|@import", page)
    assert {link[0] for link in re.findall(r'href="([^"]*)"', page)} == {"#"}
    assert "welzijn.example" in page


def test_a_cell_is_never_a_formula(workspace):
    keep(workspace, replace(KOFFIE, contact="=HYPERLINK(1)"))
    assert "'=HYPERLINK(1)" in {
        row["contact"] for row in rows_of(opened(take_along(workspace, VISITOR, WIJK.id)))
    }


def test_a_folder_holds_the_same_files(workspace, tmp_path):
    taken = export_package(workspace, VISITOR, tmp_path / "usb" / "gids", LINDEHOF.name)
    files = opened(take_along(workspace, VISITOR, LINDEHOF.name))
    assert {path.name: path.read_bytes() for path in (tmp_path / "usb" / "gids").iterdir()} == files
    assert (taken.area, taken.size) == (LINDEHOF.name, sum(map(len, files.values())))


def test_another_area_is_refused_with_what_to_do(workspace, tmp_path):
    with pytest.raises(NotFound) as unknown:
        take_along(workspace, VISITOR, "Nergenshuizen")
    assert unknown.value.remedy
    twin = District(id=AreaId("WK999809"), name=LINDEHOF.name, boundary=WIJK.boundary, centre=WIJK.centre)
    keep(workspace, twin)
    with pytest.raises(InvalidInput) as several:
        take_along(workspace, VISITOR, LINDEHOF.name)
    assert LINDEHOF.id in several.value.violations[0].sentence
    (tmp_path / "bestand").write_text("x")
    with pytest.raises(OutsideError):
        export_package(workspace, VISITOR, tmp_path / "bestand", LINDEHOF.id)


def test_a_place_is_told_with_its_address(workspace):
    text = page_of(opened(take_along(workspace, VISITOR, LINDEHOF.name)))
    place = text[text.index(f"<h3>{DE_LINDE.name}") :].partition("</article>")[0]
    assert "Buurthuis of wijkcentrum" in place
    assert "Lindestraat 12" in place
