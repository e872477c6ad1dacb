"""Writes zones.tsv, the coordinates of the IANA time zones, to standard output.

Run it with Python 3 on a machine that has the tz database installed:

    python3 zones.py /usr/share/zoneinfo > zones.tsv

zone.tab and zone1970.tab say where the principal city of a zone lies; tzdata.zi says which names are links to which.
Names that stand for an offset or for a rule, such as Etc/GMT+3 or EST5EDT, are no place and are left out;
`place.rs` lists them, and a test there holds the list and this file against all names chrono-tz knows.
"""

import re
import sys
from pathlib import Path

zoneinfo = Path(sys.argv[1])
PLACELESS = re.compile(r"(Etc/.*|[A-Z]{3}|[A-Z]{3}\d[A-Z]{3}|GMT[+-]?0|UCT|UTC|Universal|Greenwich|Zulu|Factory)$")
# Three-letter names that do stand for a place.
PLACES = {"PRC", "ROC", "ROK"}


def degrees(sign, digits):
    """Degrees of ±DDMM, ±DDDMM, ±DDMMSS or ±DDDMMSS."""
    seconds = digits[-2:] if len(digits) > 5 else "0"
    minutes = digits[-4:-2] if len(digits) > 5 else digits[-2:]
    whole = digits[:-4] if len(digits) > 5 else digits[:-2]
    value = int(whole) + int(minutes) / 60 + int(seconds) / 3600
    return -value if sign == "-" else value


places = {}
for table in ("zone1970.tab", "zone.tab"):  # The later table names a city in each country, so it wins.
    for line in (zoneinfo / table).read_text().splitlines():
        if line and not line.startswith("#"):
            _, coordinates, name = line.split("\t")[:3]
            north, lat, east, lon = re.fullmatch(r"([+-])(\d+)([+-])(\d+)", coordinates).groups()
            places[name] = (degrees(north, lat), degrees(east, lon))

version, links = "unknown", {}
for line in (zoneinfo / "tzdata.zi").read_text().splitlines():
    if line.startswith("# version"):
        version = line.split()[2]
    elif line.startswith("L "):
        _, target, name = line.split()
        links[name] = target

for name in links:
    target = name
    while target not in places and target in links:
        target = links[target]
    if target in places and (name in PLACES or not PLACELESS.match(name)):
        places[name] = places[target]

print(f"# Where the principal city of each IANA time zone lies: name, degrees north, degrees east.")
print(f"# From zone.tab, zone1970.tab and the links of the tz database {version} (public domain), by zones.py.")
for name in sorted(places):
    lat, lon = places[name]
    print(f"{name}\t{lat:.2f}\t{lon:.2f}")
