"""LinkedIn exports: the zip, its folder, single tables."""

import os
from pathlib import Path

import pytest

from made_documents import docx, paragraph, zipped
from pmgap.errors import UserError
from pmgap.readers.linkedin_export import MOST_FILES, MOST_ROWS, MOST_TABLE, is_linkedin_zip, linkedin_zip
from pmgap.readers.resume_file import read_resume
from pmgap.resumes.dates import described
from pmgap.resumes.resume import Resume

TABLES = {
    "Profile.csv": "First Name,Last Name,Headline,Summary\nAnn,Oak,Product owner,I ran road maps.\n",
    "Positions.csv": (
        "Company Name,Title,Description,Location,Started On,Finished On\n"
        'Tidewater Pay,Product Owner,"Ran the road map\nDid market research, too",Oslo,Jun 2019,\n'
        "Halden Bank,Analyst,,Oslo,2016,May 2019\n"
    ),
    "Education.csv": (
        "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
        'University of Leeds,2012,2015,,"Bachelor\'s degree, Economics",\n'
    ),
    "Certifications.csv": "Name,Url,Authority,Started On,Finished On,License Number\nCSPO,,Scrum Alliance,Mar 2021,,1\n",
    "Skills.csv": "Name\nMarket Research\nExcel\n",
    "Volunteering.csv": "Company Name,Role,Cause,Started On,Finished On,Description\nFood Bank,Tutor,,Jan 2018,Jan 2019,\n",
    "Projects.csv": 'Title,Description,Url,Started On,Finished On\nRota app,"Ran usability tests",,2021,\n',
    "Courses.csv": "Name,Number\nPricing for beginners,1\n",
    "Email Addresses.csv": "",
    "Connections.csv": "Notes:\nprivate\n\nFirst Name,Last Name\nBo,Elm\n",
}


def check(found: Resume) -> None:
    assert found.kind == "LinkedIn export"
    assert found.headline == "Product owner"
    assert [(it.title, it.organisation, described(it.period), it.unpaid) for it in found.positions] == [
        ("Product Owner", "Tidewater Pay", "2019-06 to now", False),
        ("Analyst", "Halden Bank", "2016 to 2019-05", False),
        ("Tutor", "Food Bank", "2018-01 to 2019-01", True),
    ]
    assert [it.source.place for it in found.positions] == ["Positions.csv:2", "Positions.csv:4", "Volunteering.csv:2"]
    (study,) = found.studies
    assert (study.degree, study.institution) == ("Bachelor's degree, Economics", "University of Leeds")
    assert [it.name for it in found.certificates] == ["CSPO"]
    assert [it.text for it in found.skills] == ["Market Research", "Excel"]
    told = {it.text for it in found.lines}
    assert {"I ran road maps.", "Ran the road map", "Did market research, too"} <= told
    assert {"Rota app", "Ran usability tests", "Pricing for beginners"} <= told
    assert "Bo" not in told


def encoded(prefix: str = "", start: bytes = b"") -> dict[str, bytes]:
    return {f"{prefix}{name}": start + text.encode() for name, text in TABLES.items()}


@pytest.mark.parametrize("prefix", ["", "Complete_LinkedInDataExport_05-01-2024/", "a/b/"])
def test_a_zip_with_tables_at_the_top_or_in_a_folder(tmp_path: Path, prefix: str) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(zipped(encoded(prefix)))
    check(read_resume(str(path)))


@pytest.mark.parametrize("inner", ["", "export"])
def test_a_folder_with_tables_in_it_or_one_below(tmp_path: Path, inner: str) -> None:
    folder = tmp_path / inner
    folder.mkdir(exist_ok=True)
    for name, data in encoded().items():
        (folder / name).write_bytes(data)
    check(read_resume(str(tmp_path)))


def test_byte_order_marks_and_notes_before_the_columns(tmp_path: Path) -> None:
    for name, data in encoded(start=b'\xef\xbb\xbfNotes:\r\n"About this, a note"\r\n\r\n').items():
        (tmp_path / name).write_bytes(data)
    found = read_resume(str(tmp_path))
    assert [it.title for it in found.positions] == ["Product Owner", "Analyst", "Tutor"]
    assert found.positions[0].source.place == "Positions.csv:5"


def test_a_single_table(tmp_path: Path) -> None:
    path = tmp_path / "positions.CSV"
    path.write_text(TABLES["Positions.csv"], encoding="utf-8")
    found = read_resume(str(path))
    assert [it.title for it in found.positions] == ["Product Owner", "Analyst"]
    assert found.studies == ()


@pytest.mark.parametrize("started", ["Jun 2019", "June 2019", "2019-06", "6/2019", "06.2019", "juin 2019"])
def test_dates_in_several_styles(tmp_path: Path, started: str) -> None:
    path = tmp_path / "Positions.csv"
    path.write_text(f"Company Name,Title,Started On,Finished On\nAcme,Clerk,{started},\n", encoding="utf-8")
    assert described(read_resume(str(path)).positions[0].period) == "2019-06 to now"


def test_dates_that_are_not_understood_are_told(tmp_path: Path) -> None:
    path = tmp_path / "Positions.csv"
    path.write_text("Company Name,Title,Started On\nAcme,Clerk,long ago\n", encoding="utf-8")
    assert [it.line.place for it in read_resume(str(path)).doubts] == ["Positions.csv:2"]


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read_resume(str(path))
    (problem,) = caught.value.problems
    return problem.what


def test_a_folder_of_other_things_is_refused(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x")
    assert refusal(tmp_path) == "there is no LinkedIn export in the folder"


def test_names_in_a_zip_lead_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    data = zipped(
        {
            "../../evil.csv": b"x",
            "../../Positions.csv": TABLES["Positions.csv"].encode(),
            "C:\\Skills.csv": b"Name\nx\n",
        }
    )
    found = linkedin_zip(data, "export.zip")
    assert len(found.positions) == 2
    assert os.listdir(tmp_path) == []


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(zipped({"Positions.csv": b" " * (MOST_TABLE + 1)}))
    assert path.stat().st_size < 20_000
    assert "larger than" in refusal(path)


def test_very_many_files_and_rows_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(zipped({"Positions.csv": b"", **{str(number): b"" for number in range(MOST_FILES)}}))
    assert "files" in refusal(path)
    path.write_bytes(zipped({"Skills.csv": b"Name\n" + b"x\n" * (MOST_ROWS + 1)}))
    assert "rows" in refusal(path)


def test_a_broken_table_and_a_broken_zip_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "Positions.csv"
    path.write_text('Company Name,Title\n"' + "x" * 200_000, encoding="utf-8")
    assert "no CSV table" in refusal(path)
    whole = bytearray(zipped({"Positions.csv": TABLES["Positions.csv"].encode() * 50}))
    whole[60] ^= 0xFF
    broken = tmp_path / "export.zip"
    broken.write_bytes(bytes(whole))
    assert "broken" in refusal(broken)


def test_a_word_document_is_no_export() -> None:
    assert not is_linkedin_zip(docx(paragraph("x")))
    assert is_linkedin_zip(zipped({"Profile.csv": b""}))
    assert not is_linkedin_zip(b"PK\x03\x04 broken")
