// Neighbourhoods on the map: their borders, and their names where no mark is in the way.
(() => {
  "use strict";

  const ROOM_TO_MOVE = [0, -30, 30, -54, 54];
  const NAME_HEIGHT = 24;

  /** Draw the neighbourhoods of `address` on `map`; `choose(properties)` hears which one was picked.
   * `cbs` and `osm` name the sources in the corner when they are the real ones. */
  function addAreas(map, address, choose, cbs, osm) {
    map.createPane("names").style.zIndex = 620;
    const names = [];
    let theme = "light", chosen = null, visible = true;

    function styleOf(feature) {
      const dark = theme === "dark", isChosen = feature.properties.id === chosen;
      return {
        className: "area", color: dark ? "#8fc4a8" : "#3f6e58", weight: isChosen ? 3.5 : 1.3,
        dashArray: isChosen ? null : "1 5", lineCap: "round", opacity: isChosen ? 1 : 0.75,
        fillColor: dark ? "#8fc4a8" : "#2f7d5b", fillOpacity: isChosen ? 0.1 : 0,
      };
    }

    function addOne(feature, shape) {
      const about = feature.properties;
      shape.on("click", (event) => { if (choose(about)) L.DomEvent.stopPropagation(event); });
      shape.on("mouseover", () => { if (about.id !== chosen && visible) shape.setStyle({ fillOpacity: 0.06 }); });
      shape.on("mouseout", () => shape.setStyle(styleOf(feature)));
      const name = document.createElement("button");
      name.className = "area-name";
      name.type = "button";
      name.textContent = about.name;
      name.addEventListener("click", (event) => { event.stopPropagation(); choose(about); });
      const icon = L.divIcon({ className: "area-label", html: name, iconSize: [0, 0] });
      const options = { icon, interactive: false, keyboard: false, pane: "names" };
      L.marker([about.label_lat, about.label_lon], options).addTo(map);
      names.push(name);
    }

    const shapes = L.geoJSON(null, { style: styleOf, onEachFeature: addOne }).addTo(map);
    fetch(address).then((answer) => (answer.ok ? answer.json() : null)).then((collection) => {
      if (!collection) return;
      shapes.addData(collection);
      shapes.eachLayer((shape) => shape.removeEventParent(shapes)); // clicks are ours, not the component's
      restyle();
      placeNames();
      if (collection.from_cbs) map.attributionControl.addAttribution(cbs);
      if (collection.from_osm) map.attributionControl.addAttribution(osm);
    });

    function restyle() {
      shapes.setStyle(styleOf);
      shapes.eachLayer((shape) => { if (shape.feature.properties.id === chosen) shape.bringToFront(); });
      map.getContainer().classList.toggle("no-areas", !visible);
    }

    /** Move each name up or down to where it hides no mark and no other name. */
    function placeNames() {
      const taken = [...map.getContainer().querySelectorAll(".leaflet-marker-pane .mark")].map((mark) => mark.getBoundingClientRect());
      for (const name of names) {
        name.style.marginTop = "0px";
        const at = name.getBoundingClientRect(), middle = (at.top + at.bottom) / 2;
        const boxes = ROOM_TO_MOVE.map((by) => ({
          by, left: at.left, right: at.right, top: middle + by - NAME_HEIGHT / 2, bottom: middle + by + NAME_HEIGHT / 2,
        }));
        const hits = (box) => taken.filter((b) => b.left < box.right && b.right > box.left && b.top < box.bottom && b.bottom > box.top).length;
        const best = boxes.reduce((least, box) => (hits(box) < hits(least) ? box : least));
        name.style.marginTop = `${best.by}px`;
        taken.push(best);
      }
    }

    return {
      placeNames,
      show(wanted) { ({ theme, chosen, visible } = wanted); restyle(); },
    };
  }

  window.socialmapAreas = { addAreas };
})();
