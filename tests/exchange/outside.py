"""Exports of a sample diary, read by programs that are not ours.

    outside.py WANE FOLDER

WANE is the command line's binary, FOLDER a place to work in that is emptied first.
The whole diary is held against the published JSON Schema by `jsonschema`, the bundle against the FHIR R4 models of
`fhirclient`, and each check is first given a file in which it must fail.
"""

import copy
import json
import pathlib
import shutil
import subprocess
import sys

from fhirclient.models import bundle as fhir
from fhirclient.models.fhirabstractbase import FHIRValidationError
from jsonschema import Draft202012Validator, FormatChecker

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = ROOT / "docs/export/wane-diary.schema.json"


def export(wane, folder):
    """A diary with a year in it, written in both forms."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    diary = folder / "diary"

    def call(*words):
        fixed = ["--data", str(diary), "--now", "2026-05-10T09:00:00Z", "--zone", "Europe/London"]
        subprocess.run([wane, *fixed, *words], check=True, stdout=subprocess.DEVNULL)

    table = ROOT / "tests/data/diary_A_effect.csv"
    call("import", str(table), "--home-zone", "Europe/London")
    call("import", str(ROOT / "tests/data/fitbit_sleep.json"), "--home-zone", "Europe/London")
    call("log", "evening", "--pain", "3", "--arousal", "0")
    call("log", "morning", "--pain", "0", "--quality", "4")
    whole, bundle = folder / "whole.json", folder / "bundle.json"
    call("export", "--format", "json", "--output", str(whole))
    call("export", "--format", "fhir", "--output", str(bundle))
    return json.loads(whole.read_text()), json.loads(bundle.read_text())


def complaints(schema, whole):
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{list(error.absolute_path)}: {error.validator}" for error in validator.iter_errors(whole)]


def check_whole(whole):
    schema = json.loads(SCHEMA.read_text())
    Draft202012Validator.check_schema(schema)
    records = sum(len(records) for records in whole["records"].values())
    assert records > 300, f"{records} records are too few to say anything"
    found = complaints(schema, whole)
    assert not found, found[:5]
    for spoil in (
        lambda night: night.pop("wake_date"),
        lambda night: night.update(sol_min=-1),
        lambda night: night.update(bed="23:05"),
        lambda night: night.update(wake_date="2026-02-30"),
    ):
        spoilt = copy.deepcopy(whole)
        spoil(spoilt["records"]["night"][0])
        assert complaints(schema, spoilt), "a spoilt record is noticed"
    print(f"jsonschema: {records} records are as the published description says; 4 spoilt ones are not")


def check_bundle(bundle):
    read = fhir.Bundle(bundle)
    assert read.as_json()["type"] == "collection"
    kinds = {}
    for entry in read.entry:
        kinds[entry.resource.resource_type] = kinds.get(entry.resource.resource_type, 0) + 1
    assert kinds.get("Observation", 0) > 200, kinds
    for spoil in (
        lambda resource: resource.pop("status"),
        lambda resource: resource.update(valueQuantity="430 min"),
        lambda resource: resource.update(dreams=3),
    ):
        spoilt = copy.deepcopy(bundle)
        spoil(spoilt["entry"][0]["resource"])
        try:
            fhir.Bundle(spoilt)
        except FHIRValidationError:
            continue
        raise AssertionError("a spoilt resource is noticed")
    print(f"fhirclient: {kinds} are valid R4; 3 spoilt ones are not")


def main():
    wane, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    whole, bundle = export(wane, folder)
    check_whole(whole)
    check_bundle(bundle)


if __name__ == "__main__":
    main()
