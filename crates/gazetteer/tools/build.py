#!/usr/bin/env python3
"""Joins the official list of French communes with coordinates.

usage: build.py COMMUNES_JSON CITIES500_JSON TOWN_HALLS_CSV_LZMA OUTPUT_TSV

See README.md beside this file for where the inputs come from. Needs nothing
but Python 3.9 or later. The same inputs give the same bytes.
"""

import csv
import json
import lzma
import math
import re
import struct
import sys
import unicodedata
from collections import defaultdict
from statistics import median

# GeoNames files overseas regions under countries of their own.
REGION_OF_COUNTRY = {
    "GP": "01", "MQ": "02", "GF": "03", "RE": "04", "YT": "06", "PM": "975",
    "BL": "977", "MF": "978", "WF": "986", "PF": "987", "NC": "988",
}
# A few town halls are recorded in another town or with a sign missing. One
# farther than this from the middle of its arrondissement is not believed; the
# long arrondissements of Landes and the Alps reach 75 km.
FARTHEST_IN_ARRONDISSEMENT_KM = 80.0
# Communes that share a postcode are neighbours.
FARTHEST_IN_POSTCODE_KM = 15.0
# Guyane and the archipelagos spread over hundreds of kilometres.
WIDE_REGIONS = {"03", "975", "986", "987", "988"}
SAINTS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}


def fold(text):
    text = text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae")
    text = unicodedata.normalize("NFD", text.lower())
    text = "".join(c for c in text if not unicodedata.combining(c))
    words = re.sub(r"[^a-z0-9]+", " ", text).split()
    return " ".join(SAINTS.get(word, word) for word in words)


def kilometres(a, b):
    """Great circle between two (lon, lat) in degrees; precise enough to compare."""
    lon1, lat1, lon2, lat2 = map(math.radians, (*a, *b))
    h = (math.sin((lat2 - lat1) / 2) ** 2
         + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2)
    return 2 * 6371.0088 * math.asin(math.sqrt(h))


def population_gap(commune, place):
    """0 when the populations agree; a factor of e apart is 1."""
    return abs(math.log((commune["population"] + 50) / (place["population"] + 50)))


def middle(points):
    return (median(p[0] for p in points), median(p[1] for p in points))


def read_communes(path):
    """Current communes that have a postcode, with the names of those they absorbed."""
    with open(path, encoding="utf-8") as file:
        rows = json.load(file)
    communes = {}
    for row in rows:
        if row["type"] == "commune-actuelle" and row.get("codesPostaux"):
            communes[row["code"]] = {
                "code": row["code"], "name": row["nom"], "region": row["region"],
                "arrondissement": row.get("arrondissement") or row["region"],
                "postcodes": sorted(row["codesPostaux"]),
                "population": row.get("population") or 0,
                "former": [],
            }
    for row in rows:
        if row["type"] in ("commune-deleguee", "commune-associee"):
            into = communes.get(row.get("chefLieu"))
            if into and fold(row["nom"]) != fold(into["name"]):
                into["former"].append((row["code"], row["nom"]))
    for commune in communes.values():
        commune["former"] = [name for _, name in sorted(
            commune["former"], key=lambda f: (f[0] != commune["code"], f[0]))]
    return list(communes.values())


def read_places(path):
    with open(path, encoding="utf-8") as file:
        rows = json.load(file).values()
    places = []
    for row in rows:
        country = row["countrycode"]
        region = row["admin1code"] if country == "FR" else REGION_OF_COUNTRY.get(country)
        if region:
            name = fold(row["name"])
            others = {fold(other) for other in row.get("alternatenames") or []}
            places.append({
                "id": row["geonameid"], "region": region, "name": name,
                "others": others - {name, ""}, "population": row["population"],
                "point": (row["longitude"], row["latitude"]),
            })
    return sorted(places, key=lambda place: place["id"])


def read_town_halls(path):
    """(lon, lat) by INSEE code, from points in hexadecimal WKB."""
    csv.field_size_limit(1 << 30)  # the rows carry boundaries as well
    halls = {}
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            point = row["mairie_localisation"]
            if row["type"] == "COM" and point not in ("", "\\N"):
                halls[row["code"]] = struct.unpack("<dd", bytes.fromhex(point)[-16:])
    return halls


def index(communes, places):
    """Every (commune, place, weight) sharing a region and a name.

    Weight 0: both current names; 1: an alternate name in GeoNames;
    2: the seat of a merged commune under its name before the merger;
    3: another part of it.
    """
    named, otherwise = defaultdict(list), defaultdict(list)
    for place in places:
        named[place["region"], place["name"]].append(place)
        for other in place["others"]:
            otherwise[place["region"], other].append(place)
    pairs = []
    for commune in communes:
        key = (commune["region"], fold(commune["name"]))
        pairs += [(commune, place, 0) for place in named[key]]
        pairs += [(commune, place, 1) for place in otherwise[key]]
        for rank, former in enumerate(commune["former"]):
            key = (commune["region"], fold(former))
            pairs += [(commune, place, 2 if rank == 0 else 3) for place in named[key]]
    return pairs


def believed_town_halls(communes, town_halls):
    in_arrondissement = defaultdict(list)
    for commune in communes:
        if commune["code"] in town_halls:
            in_arrondissement[commune["arrondissement"]].append(town_halls[commune["code"]])
    believed = {}
    for commune in communes:
        point = town_halls.get(commune["code"])
        around = in_arrondissement[commune["arrondissement"]]
        if point and (commune["region"] in WIDE_REGIONS or
                      kilometres(middle(around), point) <= FARTHEST_IN_ARRONDISSEMENT_KM):
            believed[commune["code"]] = point
    return believed


def join(communes, places, town_halls):
    """GeoNames where name, region, population and neighbourhood agree, else the town hall."""
    town_halls = believed_town_halls(communes, town_halls)
    in_postcode = defaultdict(dict)
    for commune in communes:
        if commune["code"] in town_halls:
            for postcode in commune["postcodes"]:
                in_postcode[postcode][commune["code"]] = town_halls[commune["code"]]

    def farness(commune, point, but=None):
        """Kilometres to the nearest town hall of its postcodes; None without any."""
        return min((kilometres(hall, point) for postcode in commune["postcodes"]
                    for code, hall in in_postcode[postcode].items() if code != but), default=None)

    scored = []
    for commune, place, weight in index(communes, places):
        far = farness(commune, place["point"])
        # A merged commune counts more people than the part that names it.
        gap = population_gap(commune, place) if weight < 2 else 0.0
        if far is None:
            # Nothing nearby to check against: only a place that counts alike.
            if gap > 0.5 or weight > 1:
                continue
            far = 0.0
        if far > FARTHEST_IN_POSTCODE_KM or (weight == 1 and gap > 1.0):
            continue
        scored.append((weight * 3 + gap + far / 5.0, commune["code"], place["id"], place))

    located, taken = {}, set()
    for _, code, identifier, place in sorted(scored, key=lambda s: s[:3]):
        if code not in located and identifier not in taken:
            located[code] = place["point"]
            taken.add(identifier)
    by_geonames = set(located)
    for commune in communes:
        hall = town_halls.get(commune["code"])
        if hall and commune["code"] not in located:
            far = farness(commune, hall, but=commune["code"])
            if far is None or far <= FARTHEST_IN_POSTCODE_KM or commune["region"] in WIDE_REGIONS:
                located[commune["code"]] = hall
    return located, by_geonames


def main(communes_path, places_path, town_halls_path, output_path):
    communes = sorted(read_communes(communes_path), key=lambda c: c["code"])
    located, by_geonames = join(
        communes, read_places(places_path), read_town_halls(town_halls_path))
    with open(output_path, "w", encoding="utf-8", newline="\n") as output:
        for commune in communes:
            point = located.get(commune["code"])
            # Three decimals are 110 m: finer than the centre of a commune means.
            lon, lat = (f"{value:.3f}" for value in point) if point else ("", "")
            print(commune["code"], commune["name"], " ".join(commune["postcodes"]),
                  commune["population"], lon, lat, "|".join(commune["former"]),
                  sep="\t", file=output)
    people = sum(c["population"] for c in communes)
    found = sum(c["population"] for c in communes if c["code"] in located)
    print(f"{len(located)} of {len(communes)} communes located ({len(by_geonames)} by GeoNames), "
          f"{100 * found / people:.3f} % of {people} people")


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
