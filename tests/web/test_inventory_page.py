"""Choosing an export, watching it being made, taking it home."""

import re
import time
from dataclasses import replace

import pytest

from assetmap import jobs
from assetmap.domain.problems import Problem
from tests.neighbourhood import Tuinwijk


def wait(client, address: str) -> dict:
    for _ in range(200):
        told = client.get(f"{address}/progress").json
        if told["state"] not in ("waiting", "working"):
            return told
        time.sleep(0.1)
    raise AssertionError(f"still {told}")


def test_a_visitor_takes_the_public_table_home(client, tuinwijk: Tuinwijk) -> None:
    answer = client.post("/tuinwijk/inventory", data={"format": "csv", "audience": "public", "language": "nl"})
    assert answer.status_code == 303
    address = answer.headers["Location"]
    assert wait(client, address)["state"] == "ready"
    assert "Het is klaar" in client.get(address).text
    with client.get(f"{address}/file") as file:
        assert "attachment" in file.headers["Content-Disposition"]
        assert "Soep op vrijdag" in file.text and "Joop" not in file.text


def test_asking_for_the_same_twice_makes_it_once(client, tuinwijk: Tuinwijk) -> None:
    wanted = {"format": "geojson", "audience": "public", "language": "nl"}
    first, second = (client.post("/tuinwijk/inventory", data=wanted).headers["Location"] for _ in range(2))
    assert first == second
    wait(client, first)
    assert tuinwijk.db.execute("SELECT count(*) FROM editions").fetchone() == (1,)


@pytest.mark.parametrize("form", [
    {"audience": "team"}, {"audience": "neighbourhood"}, {"audience": "everybody"}, {"format": "exe"},
    {"language": "xx"}, {"format": "csv", "csv-dialect": "klingon"},
])
def test_what_can_not_be_had_is_told_and_nothing_starts(client, tuinwijk: Tuinwijk, form: dict) -> None:
    answer = client.post("/tuinwijk/inventory", data={"format": "csv", "audience": "public", "language": "nl"} | form)
    assert answer.status_code in (403, 422) and "Traceback" not in answer.text
    assert jobs.all_jobs(tuinwijk.folder) == []


def test_a_job_of_the_team_is_not_given_to_a_visitor(client, signed_in, tuinwijk: Tuinwijk) -> None:
    builder = signed_in("Bas")
    address = builder.post(
        "/tuinwijk/inventory", data={"format": "csv", "audience": "team", "language": "nl"}).headers["Location"]
    assert wait(builder, address)["state"] == "ready"
    assert client.get(f"{address}/file").status_code == 404
    with builder.get(f"{address}/file") as file:
        assert "Alleen voor wie dit bijhoudt" in file.text


def test_a_job_can_be_stopped(client, tuinwijk: Tuinwijk) -> None:
    job = jobs.Job(
        id=jobs.new_id(), format="csv", audience="public", language="nl", options={}, kinds=(), tags=(),
        actor=("", "visitor", ""), address="", sequence=1, asked=time.time(), told=time.time())
    (tuinwijk.folder / "exports" / job.id).mkdir(parents=True)
    jobs.save(tuinwijk.folder, job)
    client.post(f"/tuinwijk/inventory/{job.id}/stop")
    busy = client.get(f"/tuinwijk/inventory/{job.id}").text
    assert "We stoppen zodra deze stap klaar is" in busy and "Stop ermee" not in busy
    from assetmap.cli.work import job as work

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ASSETMAP_INSTANCE", str(tuinwijk.instance))
        work.callback("tuinwijk", job.id)
    assert jobs.read(tuinwijk.folder, job.id).state == "stopped"
    assert "Het is gestopt" in client.get(f"/tuinwijk/inventory/{job.id}").text


def test_who_stops_and_asks_again_does_not_get_the_job_that_is_stopping(client, tuinwijk: Tuinwijk) -> None:
    job = jobs.Job(
        id=jobs.new_id(), format="csv", audience="public", language="nl", options={}, kinds=(), tags=(),
        actor=("", "visitor", ""), address="", sequence=1, asked=time.time(), told=time.time(), state="working")
    (tuinwijk.folder / "exports" / job.id).mkdir(parents=True)
    jobs.save(tuinwijk.folder, job)
    assert jobs.start(tuinwijk.folder, replace(job, id=jobs.new_id())).id == job.id
    jobs.stop(tuinwijk.folder, job.id)
    again = jobs.start(tuinwijk.folder, replace(job, id=jobs.new_id(), state="waiting"))
    assert again.id != job.id
    assert wait(client, f"/tuinwijk/inventory/{again.id}")["state"] == "ready"


def test_a_job_that_died_is_told_after_a_while(tuinwijk: Tuinwijk) -> None:
    job = jobs.Job(
        id=jobs.new_id(), format="csv", audience="public", language="nl", options={}, kinds=(), tags=(),
        actor=("", "visitor", ""), address="", sequence=1, asked=time.time() - 2_000,
        told=time.time() - jobs.SILENT_SECONDS - 1, state="working")
    (tuinwijk.folder / "exports" / job.id).mkdir(parents=True)
    jobs.save(tuinwijk.folder, job)
    assert jobs.read(tuinwijk.folder, job.id).state == "failed"


def test_files_are_kept_for_a_day(tuinwijk: Tuinwijk) -> None:
    job = jobs.Job(
        id=jobs.new_id(), format="csv", audience="public", language="nl", options={}, kinds=(), tags=(),
        actor=("", "visitor", ""), address="", sequence=1, asked=time.time() - jobs.KEPT_SECONDS - 1,
        told=time.time(), state="ready")
    (tuinwijk.folder / "exports" / job.id).mkdir(parents=True)
    jobs.save(tuinwijk.folder, job)
    jobs.clear(tuinwijk.folder)
    with pytest.raises(Problem):
        jobs.read(tuinwijk.folder, job.id)
    assert not (tuinwijk.folder / "exports" / job.id).exists()


@pytest.mark.parametrize("id", ["..", "0" * 15, "0" * 16, "x" * 16, "%2e%2e"])
def test_an_unknown_job_is_told(client, id: str) -> None:
    assert client.get(f"/tuinwijk/inventory/{id}").status_code == 404


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_language_one_reads_the_page_in_is_chosen_first(client, language: str) -> None:
    page = client.get(f"/tuinwijk/inventory?lang={language}").text
    ticked = [tick for tick in re.findall(r'<input[^>]*name="language"[^>]*>', page) if " checked" in tick]
    assert len(ticked) == 1 and f'value="{language}"' in ticked[0]
