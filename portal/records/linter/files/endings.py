"""Files by the endings of their names."""

from pathlib import PurePosixPath

WRITTEN = """
cpg csvt dbf e00 fgb gdb geojson geotiff gml gpkg gpx img jgw jp2 kml kmz loc mbtiles mif mps ov2 osm pbf prj qgs qgz
sbn sbx shp shx sid tab tcx tfw topojson vrt wkb wkt wpt
"""
GEODATA = frozenset(WRITTEN.split())
"""Endings of files that hold places."""


def is_geodata(name):
    """Whether a file of that name holds geographic data."""
    return PurePosixPath(name).suffix.lower().lstrip(".") in GEODATA
