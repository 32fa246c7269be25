// After another screen took the place of the last one: show its beginning, or the part that `data-to` names.
(() => {
  "use strict";
  const { screen, to } = document.currentScript.dataset;
  if (window.socialmapScreen === screen) return;
  window.socialmapScreen = screen;
  setTimeout(() => {
    const part = to && document.querySelector(`.st-key-${CSS.escape(to)}`);
    for (const pane of document.querySelectorAll('[data-testid="stMain"], .st-key-lijst')) pane.scrollTo({ top: 0 });
    if (part) part.scrollIntoView({ block: "start" });
  }, 60);
})();
