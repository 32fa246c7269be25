// The living part of the neighbourhood map. Python starts it once per frame with `start` and tells it what
// to show with `show`; panning and zooming fetch from the server and never run the page again.
// Text from people only ever becomes `textContent`.
(() => {
  "use strict";

  const { pinIcon, plateIcon, countIcon, iconOf, colourOf, SEVERAL } = window.socialmapMarkers;
  const HEIGHTS = { cluster: 600, area_count: 600, presence: -200, meeting: -400, facility: -600 };
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const frameId = Math.random().toString(36).slice(2, 8);

  let map, settings, state, base, theme, areas;
  let points, extra;
  let request = null, wait = 0, clicks = 0, lastView = null, firstMove = true;
  const drawn = new Map();

  // ---- small makers -------------------------------------------------------------------------------

  function make(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  const latLng = (feature) => [feature.geometry.coordinates[1], feature.geometry.coordinates[0]];

  // ---- markers ------------------------------------------------------------------------------------

  function sentenceOf(about) {
    const { words } = settings;
    if (about.kind === "cluster" || about.kind === "area_count") {
      const many = words.many.replace("{n}", settings.number(about.count));
      return about.label ? `${about.label}: ${many}` : many;
    }
    if (about.kind === "site") return `${about.label}: ${words.many.replace("{n}", settings.number(about.count))}`;
    return about.label || "";
  }

  function marker(about, position, { icon, onPick, chosen = false, draggable = false } = {}) {
    const made = L.marker(position, { icon, draggable, riseOnHover: true, keyboard: true, zIndexOffset: chosen ? 2000 : HEIGHTS[about.kind] || 0 });
    const label = sentenceOf(about);
    if (label) made.bindTooltip(make("span", "", label), { direction: "top", offset: [0, -20], opacity: 1 });
    made.on("add", () => {
      const element = made.getElement();
      element.setAttribute("aria-label", label);
      element.classList.toggle("chosen", chosen);
      if (chosen) element.setAttribute("aria-current", "true");
      element.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onPick();
      });
    });
    made.on("click", (event) => { L.DomEvent.stopPropagation(event); onPick(); });
    return made;
  }

  // ---- telling Python -----------------------------------------------------------------------------

  function tell(about, lat, lng) {
    const drawing = {
      type: "Feature",
      properties: { ...about, token: `${frameId}-${++clicks}` },
      geometry: { type: "Point", coordinates: [lng, lat] },
    };
    const known = window.__GLOBAL_DATA__;
    known.last_active_drawing = drawing;
    known.previous_data = { last_active_drawing: drawing };
    window.Streamlit.setComponentValue({ last_active_drawing: drawing });
  }

  function pick(about, position) {
    const [lat, lng] = position;
    if (about.kind === "cluster" || about.kind === "area_count") {
      const box = about.box && L.latLngBounds([about.box[1], about.box[0]], [about.box[3], about.box[2]]);
      if (box) map.fitBounds(box, { padding: [40, 40], maxZoom: 18, animate: !calm });
      else map.setView([lat, lng], Math.min(map.getMaxZoom(), Math.round(map.getZoom()) + 2), { animate: !calm });
      return;
    }
    tell({ kind: about.kind, id: about.id }, lat, lng);
  }

  // ---- the data of the view -----------------------------------------------------------------------

  function refreshSoon() {
    clearTimeout(wait);
    wait = setTimeout(refresh, 120);
  }

  async function refresh() {
    if (request) request.abort();
    if (!state || state.query === null) { redraw([]); return; }
    request = new AbortController();
    const mine = request;
    const box = map.getBounds().pad(0.15);
    const sides = [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()].map((side) => side.toFixed(5));
    const address = `${settings.features}${settings.features.includes("?") ? "&" : "?"}bbox=${sides}&zoom=${Math.round(map.getZoom())}&${state.query}`;
    map.getContainer().setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { signal: mine.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      redraw((await answer.json()).features);
      say("");
    } catch (error) {
      if (error.name !== "AbortError") say(settings.words.failed, refresh);
    } finally {
      if (mine === request) map.getContainer().removeAttribute("aria-busy");
    }
  }

  function redraw(features) {
    const wanted = new Map();
    for (const feature of features) {
      const about = feature.properties;
      if (isChosen(about)) continue;
      wanted.set(`${about.kind}|${about.id}|${about.count || 1}|${feature.geometry.coordinates}`, feature);
    }
    for (const [key, made] of drawn) {
      if (!wanted.has(key)) { points.removeLayer(made); drawn.delete(key); }
    }
    for (const [key, feature] of wanted) {
      if (drawn.has(key)) continue;
      const about = feature.properties, position = latLng(feature);
      const made = marker(about, position, { icon: iconOf(about, settings.number), onPick: () => pick(about, position) });
      points.addLayer(made);
      drawn.set(key, made);
    }
    areas.placeNames();
  }

  function isChosen(about) {
    const chosen = state && state.chosen;
    return Boolean(chosen) && chosen.id === about.id && chosen.kind === about.kind && chosen.lon !== null;
  }

  function chooseArea(about) {
    if (state.mode === "tap") return false;
    tell({ kind: "area", id: about.id }, about.label_lat, about.label_lon);
    return true;
  }

  function showAreas() {
    areas.show({ theme, chosen: state ? state.area : null, visible: Boolean(state && state.areas) });
  }

  // ---- what Python wants shown --------------------------------------------------------------------

  function drawExtra() {
    extra.clearLayers();
    for (const pin of state.pins) {
      const position = [pin.lat, pin.lon], about = { kind: "initiative", id: pin.id, label: `${pin.number}. ${pin.label}` };
      const chosen = Boolean(state.chosen) && state.chosen.id === pin.id;
      const icon = pinIcon(colourOf(pin.group), { number: String(pin.number), big: chosen, full: true });
      marker(about, position, { icon, chosen, onPick: () => pick(about, position) }).addTo(extra);
    }
    const { chosen, tapped } = state;
    if (chosen && chosen.lon !== null && !state.pins.length) {
      const position = [chosen.lat, chosen.lon];
      marker(chosen, position, { icon: iconOf(chosen, settings.number, true), chosen: true, onPick: () => pick(chosen, position) }).addTo(extra);
    }
    if (state.mode === "tap" && tapped) putTap([tapped[1], tapped[0]]);
  }

  function putTap(position) {
    extra.clearLayers();
    const about = { kind: "tap", label: settings.words.tapped };
    const made = marker(about, position, { icon: pinIcon("#b3401a", { big: true }), chosen: true, draggable: true, onPick: () => {} });
    made.on("dragend", () => { const at = made.getLatLng(); tell({ kind: "tap" }, at.lat, at.lng); });
    made.addTo(extra);
  }

  function tap(position) {
    putTap(position);
    tell({ kind: "tap" }, position.lat, position.lng);
  }

  function moveTo(view) {
    if (!view || view.number === lastView) return;
    lastView = view.number;
    const kept = state.remember && window.parent.socialmapView;
    const options = { animate: !calm && !firstMove };
    if (firstMove && kept && kept.number === view.number) map.setView(kept.center, kept.zoom, options);
    else if (view.zoom) map.setView([view.lat, view.lon], view.zoom, options);
    else map.fitBounds([[view.south, view.west], [view.north, view.east]], { padding: [24, 24], maxZoom: 17, ...options });
    firstMove = false;
  }

  function reveal() {
    const { chosen } = state;
    if (!chosen || chosen.lon === null || state.mode === "tap") return;
    const position = L.latLng(chosen.lat, chosen.lon);
    if (map.getZoom() < 13) map.setView(position, 15, { animate: !calm });
    else if (!map.getBounds().pad(-0.12).contains(position)) map.panTo(position, { animate: !calm });
  }

  function rememberView() {
    if (!state || !state.remember || lastView === null) return;
    const center = map.getCenter(), zoom = map.getZoom();
    window.parent.socialmapView = { center: [center.lat, center.lng], zoom, number: lastView };
    const address = new URL(window.parent.location.href);
    address.searchParams.set("kaart", `${center.lat.toFixed(4)},${center.lng.toFixed(4)},${zoom}`);
    window.parent.history.replaceState(window.parent.history.state, "", address);
  }

  // ---- theme, controls, words ---------------------------------------------------------------------

  async function paper() {
    const wanted = getComputedStyle(window.parent.document.querySelector(".stApp")).colorScheme.includes("dark") ? "dark" : "light";
    if (wanted === theme) return;
    theme = wanted;
    document.documentElement.dataset.theme = theme;
    showAreas();
    const previous = base;
    base = await window.socialmapBasemap.addBasemap(map, settings.base, theme);
    if (previous) previous.remove();
    if (base && base.about) map.attributionControl.addAttribution(base.about.replace(/[<>&]/g, ""));
  }

  function say(text, again) {
    const box = document.querySelector(".message");
    box.replaceChildren();
    box.hidden = !text;
    if (!text) return;
    box.append(make("span", "", text));
    const button = make("button", "", settings.words.again);
    button.type = "button";
    button.addEventListener("click", again);
    box.append(button);
  }

  function control(position, content) {
    const made = L.control({ position });
    made.onAdd = () => { L.DomEvent.disableClickPropagation(content); L.DomEvent.disableScrollPropagation(content); return content; };
    made.addTo(map);
  }

  function addControls() {
    const { words } = settings;
    map.getContainer().style.visibility = "hidden"; // until map.css is there and says otherwise
    map.attributionControl.setPrefix(false);
    L.control.zoom({ position: "bottomright", zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
    const legend = make("details", "legend");
    legend.append(make("summary", "", words.legend));
    const list = make("ul");
    const rows = [
      [pinIcon("#5b6b62"), words.initiative], [pinIcon(SEVERAL, { number: "3", stacked: true }), words.site],
      [countIcon(12, settings.number), words.cluster], [plateIcon("meeting"), words.meeting],
      [plateIcon("facility"), words.facility], [plateIcon("presence"), words.presence],
    ];
    for (const [icon, text] of rows) {
      const row = make("li"), picture = make("span", `mark ${icon.options.className}`);
      picture.append(icon.options.html);
      row.append(picture, make("span", "", text));
      list.append(row);
    }
    legend.append(list);
    control("bottomleft", legend);
    const middle = make("button", "middle", words.putInMiddle);
    middle.type = "button";
    middle.addEventListener("click", () => tap(map.getCenter()));
    control("topright", middle);
    const message = make("div", "message");
    message.setAttribute("role", "status");
    message.hidden = true;
    map.getContainer().append(message);
  }

  // ---- the two doors for Python -------------------------------------------------------------------

  function start(made, given) {
    map = made;
    settings = { ...given, number: (n) => new Intl.NumberFormat("nl-NL").format(n) };
    document.documentElement.lang = "nl";
    document.title = settings.words.title;
    window.frameElement.title = settings.words.title;
    map.getContainer().setAttribute("aria-label", settings.words.title);
    map.getContainer().setAttribute("role", "region");
    areas = window.socialmapAreas.addAreas(map, settings.areas, chooseArea, settings.words.cbs, settings.words.osm);
    points = L.layerGroup().addTo(map);
    extra = L.layerGroup().addTo(map);
    addControls();
    map.on("moveend", () => { rememberView(); refreshSoon(); });
    map.on("zoomend", () => {
      map.getContainer().classList.toggle("far", map.getZoom() < 12.5);
      map.getContainer().classList.toggle("small", map.getZoom() < 15.5);
    });
    map.on("click", (event) => { if (state && state.mode === "tap") tap(event.latlng); });
    window.Streamlit.events.addEventListener(window.Streamlit.RENDER_EVENT, paper);
    new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(map.getContainer());
  }

  function show(wanted) {
    state = JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(wanted), (sign) => sign.charCodeAt(0))));
    map.getContainer().dataset.mode = state.mode;
    moveTo(state.view);
    paper();
    showAreas();
    drawExtra();
    reveal();
    refresh();
    return L.layerGroup();
  }

  window.socialmap = { start, show };
})();
