"""The dataset described by DCAT-AP-NL 3.0, checked by our own shapes and the official ones where they are."""

from __future__ import annotations

import os
from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, SKOS

from socialmap.actions.public_files import describe_dataset
from socialmap.model.provision import Facility
from socialmap.model.sources import OPENSTREETMAP
from socialmap.privacy.roles import Role, Viewer
from tests.town import DE_LINDE

REAL = Path(os.environ.get("SOCIALMAP_REAL_DATA", Path(__file__).parents[3] / "shared" / "data"))
OFFICIAL = REAL / "dcat_ap_nl" / "shapes"
VISITOR = Viewer(Role.VISITOR)
ADDRESS = "https://kaart.dobberdam.nl"
AUTHORITY = "http://publications.europa.eu/resource/authority/"
SHACL = rdflib.Namespace("http://www.w3.org/ns/shacl#")

OWN_SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix ex: <urn:shapes:> .

ex:Responsible sh:targetClass dcat:Catalog, dcat:Dataset, dcat:DataService ;
  sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:uniqueLang true ] ,
    [ sh:path dct:description ; sh:minCount 1 ] ,
    [ sh:path dct:identifier ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:Literal ] ,
    [ sh:path dct:publisher ; sh:minCount 1 ; sh:maxCount 1 ; sh:class foaf:Agent ] ,
    [ sh:path dct:creator ; sh:minCount 1 ; sh:maxCount 1 ; sh:class foaf:Agent ] ,
    [ sh:path dct:license ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dct:accessRights ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dcat:theme ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dcat:contactPoint ; sh:minCount 1 ; sh:class vcard:Organization ] .
ex:Catalog sh:targetClass dcat:Catalog ;
  sh:property [ sh:path dcat:dataset ; sh:minCount 1 ; sh:class dcat:Dataset ] .
ex:Dataset sh:targetClass dcat:Dataset ;
  sh:property [ sh:path dcat:distribution ; sh:minCount 1 ; sh:class dcat:Distribution ] ,
    [ sh:path dcat:keyword ; sh:minCount 1 ] ,
    [ sh:path dct:spatial ; sh:minCount 1 ; sh:class dct:Location ] .
ex:Distribution sh:targetClass dcat:Distribution ;
  sh:property [ sh:path dcat:accessURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dct:license ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dct:format ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] .
ex:Service sh:targetClass dcat:DataService ;
  sh:property [ sh:path dcat:endpointURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dcat:endpointDescription ; sh:minCount 1 ; sh:nodeKind sh:IRI ] .
ex:Agent sh:targetClass foaf:Agent ; sh:property [ sh:path foaf:name ; sh:minCount 1 ] .
ex:Contact sh:targetClass vcard:Organization ;
  sh:property [ sh:path vcard:fn ; sh:minCount 1 ] ;
  sh:or ( [ sh:path vcard:hasEmail ; sh:minCount 1 ] [ sh:path vcard:hasURL ; sh:minCount 1 ] ) .
"""
"""What DCAT-AP-NL makes mandatory, in our own words."""


def described(workspace, contact="kaart@dobberdam.nl"):
    graph = rdflib.Graph()
    graph.parse(data=describe_dataset(workspace, VISITOR, ADDRESS, contact), format="turtle")
    return graph


def violations(graph, shapes):
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes, inplace=False, advanced=True)
    return [
        (str(report.value(found, SHACL.focusNode)), str(report.value(found, SHACL.resultPath)))
        for found in report.subjects(SHACL.resultSeverity, SHACL.Violation)
    ]


@pytest.mark.parametrize("contact", ["kaart@dobberdam.nl", "https://dobberdam.nl/vragen", ""])
def test_the_description_has_all_that_is_mandatory(workspace, contact):
    shapes = rdflib.Graph().parse(data=OWN_SHAPES, format="turtle")
    assert violations(described(workspace, contact), shapes) == []


@pytest.mark.parametrize("missing", [DCTERMS.license, DCAT.theme, DCTERMS.publisher, DCAT.distribution])
def test_our_shapes_notice_what_is_missing(workspace, missing):
    shapes = rdflib.Graph().parse(data=OWN_SHAPES, format="turtle")
    graph = described(workspace)
    graph.remove((None, missing, None))
    assert violations(graph, shapes)


def from_the_lists() -> rdflib.Graph:
    """What the lists of the European Union say of the values that we use; a validator fetches them."""
    graph = rdflib.Graph()
    graph.add((rdflib.URIRef(AUTHORITY + "access-right/PUBLIC"), RDF.type, DCTERMS.RightsStatement))
    graph.add((rdflib.URIRef(AUTHORITY + "language/NLD"), RDF.type, DCTERMS.LinguisticSystem))
    for concept in (AUTHORITY + "data-theme/SOCI", "http://purl.org/adms/publishertype/LocalAuthority"):
        graph.add((rdflib.URIRef(concept), RDF.type, SKOS.Concept))
        graph.add((rdflib.URIRef(concept), SKOS.prefLabel, rdflib.Literal("x", lang="en")))
    return graph


@pytest.mark.skipif(not OFFICIAL.is_dir(), reason="the shapes are not here; set SOCIALMAP_REAL_DATA")
@pytest.mark.parametrize(
    "name", ["dcat-ap-nl-SHACL", "dcat-ap-nl-SHACL-klassebereik", "dcat-ap-nl-SHACL-aanbevolen"]
)
def test_the_official_shapes_find_nothing_wrong(workspace, name):
    shapes = rdflib.Graph().parse(OFFICIAL / f"{name}.ttl")
    assert violations(described(workspace) + from_the_lists(), shapes) == []


def test_with_data_of_openstreetmap_the_licence_is_theirs(workspace):
    place = workspace.catalogue.get(Facility, DE_LINDE.id).entity
    from dataclasses import replace

    theirs = replace(place, source=OPENSTREETMAP, source_id="node/1")
    workspace.catalogue.save([theirs], actor="x", action="y", at=workspace.clock())
    graph = described(workspace)
    licences = {str(one) for one in graph.objects(None, DCTERMS.license)}
    assert licences == {"https://opendatacommons.org/licenses/odbl/1-0/"}
    rights = [str(text) for one in graph.objects(None, DCTERMS.rights) for text in graph.objects(one)]
    assert any("OpenStreetMap" in text for text in rights)


def test_a_real_municipality_has_its_name_on_the_web_and_the_invented_one_has_none(workspace, demo_workspace):
    places = {str(one) for one in described(workspace).subjects(RDF.type, DCTERMS.Location)}
    assert places == {"https://identifier.overheid.nl/tooi/id/gemeente/gm9998"}
    assert not any(
        "tooi" in str(one) for one in described(demo_workspace).subjects(RDF.type, DCTERMS.Location)
    )
    assert list(described(workspace).subjects(RDF.type, FOAF.Agent))
