// Copies the address beside a button. Without the browser's clipboard (no https) the old way, else it is selected.
(() => {
  "use strict";
  if (window.socialmapShare) return;
  window.socialmapShare = true;

  const select = (address) => {
    const range = document.createRange();
    range.selectNodeContents(address);
    const chosen = window.getSelection();
    chosen.removeAllRanges();
    chosen.addRange(range);
  };

  const copy = async (address) => {
    try {
      await navigator.clipboard.writeText(address.textContent);
      return true;
    } catch {
      select(address);
      return document.execCommand("copy");
    }
  };

  document.addEventListener("click", async (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-kopieer]");
    if (!button) return;
    const part = button.closest(".deelvak");
    const told = part.querySelector("[role=status]");
    told.textContent = (await copy(part.querySelector(".adres"))) ? told.dataset.gekopieerd : told.dataset.zelf;
  });
})();
