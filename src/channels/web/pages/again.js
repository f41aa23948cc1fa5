// A page of the hall that could not be shown tries again.
const PATIENCE_MS = 20_000;
const way = document.querySelector("[data-again]");
if (way) setTimeout(() => location.replace(way.href), PATIENCE_MS);
