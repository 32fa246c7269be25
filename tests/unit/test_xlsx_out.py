"""A workbook of the same things is the same file, whenever it is made."""

import io
import zipfile

from openpyxl import load_workbook

from socialmap.connectors.xlsx_out import workbook_of

SHEETS = [("blad", ["naam"], [{"naam": "Koffie"}, {"naam": "=1+1"}])]


def test_a_workbook_tells_nowhere_when_it_was_made():
    with zipfile.ZipFile(io.BytesIO(workbook_of(SHEETS))) as archive:
        about = archive.read("docProps/core.xml").decode()
        assert about.count("2000-01-01T00:00:00Z") == 2
        assert {member.date_time for member in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}


def test_a_workbook_holds_its_rows_as_text():
    sheet = load_workbook(io.BytesIO(workbook_of(SHEETS)))["blad"]
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
    assert [cell.data_type for cell in cells] == ["s", "s"]
    assert cells[0].value == "Koffie"
