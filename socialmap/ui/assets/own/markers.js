// The marks on the map: pins for what one can join, plates for places, discs for how many.
(() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const PIN = "M15 37S28 24.5 28 14.5a13 13 0 0 0-26 0C2 24.5 15 37 15 37z";
  const SEVERAL = "#14523f";

  const markOf = (name) => window.socialmapMarks[name] || window.socialmapMarks.unknown;
  const colourOf = (name) => markOf(name).colour;

  function draw(tag, attributes, parent) {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (parent) parent.appendChild(element);
    return element;
  }

  function pinIcon(colour, { path = "", number = "", stacked = false, big = false, full = false } = {}) {
    const svg = draw("svg", { viewBox: "0 0 30 38", "aria-hidden": "true" });
    if (stacked) draw("path", { d: PIN, fill: colour, opacity: 0.45, transform: "translate(3.2 -1.2)" }, svg);
    draw("path", { d: PIN, fill: colour, stroke: "#fff", "stroke-width": 1.8 }, svg);
    if (path) {
      draw("path", {
        d: path, transform: "translate(4.2 3.6) scale(.9)", fill: "none", stroke: "#fff",
        "stroke-width": 1.9, "stroke-linecap": "round", "stroke-linejoin": "round",
      }, svg);
    }
    if (number) draw("text", { x: 15, y: 19.2, "text-anchor": "middle" }, svg).textContent = number;
    const size = big ? [42, 53] : [32, 40.5];
    return L.divIcon({ className: full ? "mark pin full" : "mark pin", html: svg, iconSize: size, iconAnchor: [size[0] / 2, size[1] - 1] });
  }

  function plateIcon(kind) {
    const mark = markOf(kind);
    const svg = draw("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" });
    const quiet = kind === "facility";
    const shape = kind === "presence"
      ? { d: "M12 .8 22 6.4v11.2L12 23.2 2 17.6V6.4z" }
      : { d: "M6.5 1h11A5.5 5.5 0 0 1 23 6.5v11a5.5 5.5 0 0 1-5.5 5.5h-11A5.5 5.5 0 0 1 1 17.5v-11A5.5 5.5 0 0 1 6.5 1z" };
    draw("path", { ...shape, fill: quiet ? "#fff" : mark.colour, stroke: quiet ? mark.colour : "#fff", "stroke-width": 1.4 }, svg);
    draw("path", {
      d: mark.path, transform: "translate(2.4 2.4) scale(.8)", fill: "none", stroke: quiet ? mark.colour : "#fff",
      "stroke-width": 1.9, "stroke-linecap": "round", "stroke-linejoin": "round",
    }, svg);
    return L.divIcon({ className: "mark plate", html: svg, iconSize: [26, 26] });
  }

  function countIcon(count, number) {
    const size = Math.round(30 + 7 * Math.log10(Math.max(1, count)) * 1.6);
    const disc = document.createElement("span");
    disc.className = "disc";
    disc.textContent = number(count);
    return L.divIcon({ className: "mark count", html: disc, iconSize: [size, size] });
  }

  function iconOf(about, number, big = false) {
    if (about.kind === "cluster" || about.kind === "area_count") return countIcon(about.count, number);
    if (about.kind === "site") return pinIcon(SEVERAL, { number: String(about.count), stacked: true, big });
    if (about.kind === "initiative") {
      const mark = markOf(about.group);
      return pinIcon(mark.colour, { path: mark.path, big });
    }
    return plateIcon(about.kind);
  }

  window.socialmapMarkers = { pinIcon, plateIcon, countIcon, iconOf, colourOf, SEVERAL };
})();
