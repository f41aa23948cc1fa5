// Keeps a page of the hall up to date: what changes comes as server-sent events and takes the place of the inside of
// `[data-live]`. Without this file the page comes anew by itself every few seconds.
"use strict";

(() => {
  const live = document.querySelector("[data-live]");
  if (!live || !window.EventSource) return;
  const lost = document.getElementById("lost");
  const said = document.getElementById("said");

  // The server tells the time every twenty seconds: whoever hears nothing for twice as long is cut off.
  const SILENCE_MS = 45_000;
  const RETRY_MS = 1000;
  const RETRY_MAX_MS = 30_000;

  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Tokyo", hour: "2-digit", minute: "2-digit" });
  // The desk's clock counts, which may be another one than this device's.
  let ahead = (Date.parse(live.dataset.now) || Date.now()) - Date.now();
  let lastNews = Date.now();
  let source = null;
  let retryMs = RETRY_MS;
  let retryTimer = 0;

  const timeOf = (moment) => clock.format(new Date(moment + ahead));

  // ---- The connection, and what is said about it. ----

  function showLost() {
    if (!lost || !lost.hidden) return;
    lost.hidden = false;
    for (const line of lost.querySelectorAll("[data-lost]")) {
      line.textContent = line.dataset.lost.replace("{time}", timeOf(lastNews));
    }
  }

  function heard() {
    lastNews = Date.now();
    retryMs = RETRY_MS;
    if (lost) lost.hidden = true;
  }

  function listen() {
    clearTimeout(retryTimer);
    source?.close();
    source = new EventSource(live.dataset.live);
    source.addEventListener("page", (event) => {
      heard();
      replace(event.data);
    });
    source.addEventListener("time", (event) => {
      heard();
      const moment = Date.parse(event.data);
      if (moment) ahead = moment - Date.now();
      tick();
    });
    source.addEventListener("call", (event) => {
      heard();
      try {
        live.dispatchEvent(new CustomEvent("call", { detail: JSON.parse(event.data) }));
      } catch {
        // A call that cannot be read is shown all the same.
      }
    });
    source.addEventListener("error", () => {
      showLost();
      // The browser itself tries again after a broken connection, but not after a refusal.
      if (source.readyState === EventSource.CLOSED) later();
    });
  }

  function later() {
    clearTimeout(retryTimer);
    retryTimer = setTimeout(listen, retryMs);
    retryMs = Math.min(retryMs * 2, RETRY_MAX_MS);
  }

  setInterval(() => {
    if (Date.now() - lastNews < SILENCE_MS) return;
    showLost();
    // A connection that is open and says nothing is dead, and nobody has told this browser.
    if (source.readyState === EventSource.OPEN) listen();
  }, 5000);

  addEventListener("offline", showLost);
  addEventListener("online", listen);
  // A phone that was asleep has missed the news.
  document.addEventListener("visibilitychange", () => {
    const isDeaf = source.readyState !== EventSource.OPEN || Date.now() - lastNews > SILENCE_MS / 2;
    if (document.visibilityState === "visible" && isDeaf) listen();
  });
  addEventListener("pageshow", (event) => event.persisted && listen());

  // ---- The page. ----

  function replace(html) {
    const made = document.createElement("template");
    made.innerHTML = html;
    if (made.innerHTML !== live.innerHTML) {
      const focused = live.contains(document.activeElement) ? document.activeElement : null;
      live.replaceChildren(made.content);
      if (focused) focusAgain(focused.id);
    }
    notice();
    live.dispatchEvent(new CustomEvent("shown"));
  }

  function focusAgain(id) {
    const again = id && document.getElementById(id);
    if (!again) live.tabIndex = -1;
    (again || live).focus({ preventScroll: true });
  }

  let line = live.querySelector("[data-line]")?.textContent || "";
  let alarm = live.querySelector("[data-alert]")?.dataset.alert || "";

  // What has changed for whoever follows a ticket: the title, the line that is read out, the call.
  function notice() {
    const title = live.querySelector("[data-title]")?.dataset.title;
    if (title) document.title = title;
    const now = live.querySelector("[data-line]")?.textContent || "";
    if (said && now !== line) said.textContent = now;
    line = now;
    const calling = live.querySelector("[data-alert]")?.dataset.alert || "";
    if (calling && calling !== alarm) ring();
    alarm = calling;
  }

  // ---- Sound and vibration, as far as the browser allows them. ----

  let audio = null;

  // Browsers make no sound before somebody has touched the page.
  function unlock() {
    const Audio = window.AudioContext || window.webkitAudioContext;
    if (Audio && live.querySelector("[data-title]")) audio ??= new Audio();
    audio?.resume();
  }

  function ring() {
    navigator.vibrate?.([400, 200, 400, 200, 800]);
    if (audio?.state !== "running") return;
    for (const [start, tone] of [[0, 880], [0.25, 660], [0.6, 880], [0.85, 660]]) {
      const [from, volume, oscillator] = [audio.currentTime + start, audio.createGain(), audio.createOscillator()];
      oscillator.frequency.value = tone;
      volume.gain.setValueAtTime(0.3, from);
      volume.gain.exponentialRampToValueAtTime(0.001, from + 0.24);
      oscillator.connect(volume).connect(audio.destination);
      oscillator.start(from);
      oscillator.stop(from + 0.25);
    }
  }

  addEventListener("pointerdown", unlock);
  addEventListener("keydown", unlock);

  // ---- The clock of the display. ----

  function tick() {
    for (const shown of document.querySelectorAll("[data-clock]")) {
      const now = timeOf(Date.now());
      if (shown.textContent !== now) shown.textContent = now;
    }
  }

  setInterval(tick, 1000);
  tick();
  listen();
})();
