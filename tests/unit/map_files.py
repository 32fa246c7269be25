"""Small map files as tests need them: GeoJSON and a GeoPackage written by hand as the standard says it."""

import json
import sqlite3
import struct

import shapely


def square(west=6.10, south=52.50, size=0.01):
    return shapely.box(west, south, west + size, south + size)


def feature(properties, shape=None):
    geometry = json.loads(shapely.to_geojson(shape if shape is not None else square()))
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def geojson(folder, *features, crs=None, name="buurten.geojson"):
    document = {"type": "FeatureCollection", "features": list(features)}
    if crs:
        document["crs"] = {"type": "name", "properties": {"name": crs}}
    path = folder / name
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def geopackage(path, rows, *, system=28992):
    """A small GeoPackage, written by hand as the standard says it."""
    database = sqlite3.connect(path)
    database.executescript(f"""
        PRAGMA application_id = {0x47504B47};
        CREATE TABLE gpkg_spatial_ref_sys (srs_name, srs_id, organization, organization_coordsys_id);
        CREATE TABLE gpkg_contents (table_name, data_type, identifier);
        CREATE TABLE gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m);
        CREATE TABLE buurten (fid INTEGER PRIMARY KEY, geom, buurtcode, buurtnaam, aantal_inwoners);
        INSERT INTO gpkg_spatial_ref_sys VALUES ('RD', {system}, 'EPSG', {system});
        INSERT INTO gpkg_contents VALUES ('buurten', 'features', 'buurten');
        INSERT INTO gpkg_geometry_columns VALUES ('buurten', 'geom', 'POLYGON', {system}, 0, 0);
    """)
    for code, name, inhabitants, shape in rows:
        blob = b"GP" + struct.pack("<BBi4d", 0, 0b011, system, 0, 0, 0, 0) + shapely.to_wkb(shape)
        database.execute("INSERT INTO buurten VALUES (NULL, ?, ?, ?, ?)", (blob, code, name, inhabitants))
    database.commit()
    database.close()
    return path
