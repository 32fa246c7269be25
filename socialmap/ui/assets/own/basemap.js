// The quiet paper under the map: one PMTiles file drawn on canvas in our own colours, light and dark.
(() => {
  "use strict";

  const COLOURS = {
    light: {
      ground: "#f6f3ea", built: "#efeade", building: "#e6dfd0", green: "#d7e5c6", wood: "#c9dcb8", water: "#b9d7e6",
      road: "#ffffff", edge: "#e2dccd", main: "#fbe6bd", mainEdge: "#e9cf99", path: "#d9d2c0", rail: "#cfc8b8",
      label: "#5d6259", waterLabel: "#3f7392", halo: "#fbf9f3",
    },
    dark: {
      ground: "#1d2320", built: "#212825", building: "#2a322e", green: "#25352a", wood: "#22362a", water: "#1d3644",
      road: "#3a433e", edge: "#191e1c", main: "#57503a", mainEdge: "#191e1c", path: "#333b37", rail: "#39413d",
      label: "#a9b3ab", waterLabel: "#7fb0c9", halo: "#151a18",
    },
  };
  const GREEN = new Set(["park", "grass", "meadow", "garden", "cemetery", "pitch", "playground", "farmland", "allotments", "recreation_ground", "village_green", "golf_course", "green", "nature_reserve"]);
  const WOOD = new Set(["forest", "wood", "scrub"]);
  const MAIN = new Set(["highway", "major_road", "medium_road", "main", "primary", "secondary"]);
  const PATH = new Set(["path", "footway", "cycleway", "pedestrian", "other"]);
  const FONT = "Figtree, sans-serif";

  const kind = (feature) => feature.props.kind || feature.props["pmap:kind"] || "";
  const width = (stops) => protomapsL.exp(1.6, stops);

  const MAIN_WIDTH = [[10, 0.8], [13, 3], [16, 10], [19, 34]];
  const STREET_WIDTH = [[11, 0.2], [13, 1], [16, 6], [19, 26]];
  const wider = (stops, by) => stops.map(([zoom, size]) => [zoom, size + by]);

  function paintRules(colour) {
    const area = (dataLayer, fill, filter) => ({ dataLayer, filter, symbolizer: new protomapsL.PolygonSymbolizer({ fill }) });
    const line = (dataLayer, color, stops, filter, minzoom) => ({
      dataLayer, filter, minzoom,
      symbolizer: new protomapsL.LineSymbolizer({ color, width: width(stops), lineCap: "round", lineJoin: "round" }),
    });
    const isMain = (_zoom, feature) => MAIN.has(kind(feature));
    const isPath = (_zoom, feature) => PATH.has(kind(feature));
    const isRail = (_zoom, feature) => kind(feature) === "rail";
    const isStreet = (zoom, feature) => !isMain(zoom, feature) && !isPath(zoom, feature) && !isRail(zoom, feature);
    return [
      area("earth", colour.ground),
      area("landuse", colour.built, (_zoom, feature) => kind(feature) === "residential"),
      area("landuse", colour.green, (_zoom, feature) => GREEN.has(kind(feature))),
      area("landuse", colour.wood, (_zoom, feature) => WOOD.has(kind(feature))),
      area("green", colour.green),
      area("water", colour.water, (_zoom, feature) => feature.geomType === 3),
      line("water", colour.water, [[10, 0.6], [13, 2], [16, 6], [19, 20]], (_zoom, feature) => feature.geomType === 2),
      { dataLayer: "buildings", minzoom: 15, symbolizer: new protomapsL.PolygonSymbolizer({ fill: colour.building }) },
      line("roads", colour.path, [[13, 0.4], [16, 1.6], [19, 6]], isPath, 14),
      line("roads", colour.rail, [[10, 0.6], [16, 2], [19, 4]], isRail),
      line("roads", colour.edge, wider(STREET_WIDTH, 1.6), isStreet, 13),
      line("roads", colour.mainEdge, wider(MAIN_WIDTH, 1.6), isMain, 11),
      line("roads", colour.road, STREET_WIDTH, isStreet),
      line("roads", colour.main, MAIN_WIDTH, isMain),
    ];
  }

  function labelRules(colour) {
    const text = (fill, font) => ({ labelProps: ["name:nl", "name"], fill, stroke: colour.halo, width: 3, font });
    return [
      {
        dataLayer: "places", filter: (_zoom, feature) => kind(feature) !== "neighbourhood",
        symbolizer: new protomapsL.CenteredTextSymbolizer(text(colour.label, `700 15px ${FONT}`)),
      },
      {
        dataLayer: "roads", minzoom: 14, filter: (zoom, feature) => zoom >= 16 || MAIN.has(kind(feature)),
        symbolizer: new protomapsL.LineLabelSymbolizer(text(colour.label, `500 12px ${FONT}`)),
      },
      {
        dataLayer: "water", minzoom: 13, filter: (_zoom, feature) => feature.geomType === 2,
        symbolizer: new protomapsL.LineLabelSymbolizer(text(colour.waterLabel, `italic 500 12px ${FONT}`)),
      },
      {
        dataLayer: "water", minzoom: 13, filter: (_zoom, feature) => feature.geomType !== 2,
        symbolizer: new protomapsL.CenteredTextSymbolizer(text(colour.waterLabel, `italic 500 13px ${FONT}`)),
      },
    ];
  }

  /** Put the base map on `map` in the colours of `theme` ("light" or "dark"); returns the layer. */
  async function addBasemap(map, url, theme) {
    const colour = COLOURS[theme];
    map.getContainer().style.background = colour.ground;
    if (!url) return null;
    await document.fonts.load(`700 15px ${FONT}`);
    const source = new protomapsL.PmtilesSource(url, true);
    const [header, about] = await Promise.all([source.p.getHeader(), source.p.getMetadata()]);
    const layer = protomapsL.leafletLayer({
      url: source.p, maxDataZoom: header.maxZoom, attribution: "", noWrap: true, tileDelay: 1,
      paintRules: paintRules(colour), labelRules: labelRules(colour), backgroundColor: colour.ground, lang: "nl",
    });
    layer.addTo(map);
    layer.about = (about && about.attribution) || "";
    return layer;
  }

  window.socialmapBasemap = { addBasemap };
})();
