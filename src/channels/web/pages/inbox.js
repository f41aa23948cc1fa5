// Keeps the inbox and the page of a case up to date, and the words that somebody types safe. Without this file the same
// pages work as ordinary forms, so everything here may fail or be missing.
"use strict";

(() => {
  const box = document.getElementById("inbox");
  if (!box) return;
  const lostLine = document.getElementById("lost");
  const said = document.getElementById("said");
  const urgentSaid = document.getElementById("urgent-said");
  const sound = document.getElementById("sound");

  // A lost connection is often back at once; only a longer one is told.
  const GRACE_MS = 3_000;
  // The desk tells the time every fifteen seconds.
  const SILENCE_MS = 45_000;
  const RETRY_MS = 1000;
  const RETRY_MAX_MS = 30_000;
  // Where there is no stream, the page is asked for again.
  const POLL_MS = 20_000;
  // Nobody holds a list open for longer; a field that is left alone must not stop the news.
  const LONGEST_WAIT_MS = 15_000;
  const SEND_TIMEOUT_MS = 10_000;
  // Who has touched the page since is there; the desk believes it for five minutes.
  const HERE_MS = 60_000;
  const SOUND = "madoguchi-inbox-sound";
  const title = document.title;

  // ---- Storage may be forbidden; then nothing is kept beyond the page. ----

  function kept(storage, key) {
    try {
      return window[storage].getItem(key);
    } catch {
      return null;
    }
  }

  function keep(storage, key, value) {
    try {
      if (value) window[storage].setItem(key, value);
      else window[storage].removeItem(key);
    } catch {}
  }

  // ---- The parts that change by themselves. ----

  const waiting = new Map();
  let waitTimer = 0;
  let pressing = false;
  let composing = false;

  // What a part says, whatever is opened, chosen or focused in it, and whichever key its forms have.
  function essence(part) {
    const copy = part.cloneNode(true);
    for (const field of copy.querySelectorAll("input[name=key]")) field.setAttribute("value", "");
    for (const details of copy.querySelectorAll("details")) details.removeAttribute("open");
    return copy.innerHTML;
  }

  // A list that is open, a choice that is being made and a button that is pressed would be lost.
  function isBusy(part) {
    const active = document.activeElement;
    const isInside = active && part.contains(active);
    return pressing || composing || (isInside && active.matches("select, input:not([type=hidden]), textarea"));
  }

  function put(part, made) {
    const open = new Map([...part.querySelectorAll("details[id]")].map((one) => [one.id, one.open]));
    const active = part.contains(document.activeElement) ? document.activeElement : null;
    const chosen = [...part.querySelectorAll("input[type=radio]:checked")].map((one) => one.id);
    part.replaceChildren(...made.childNodes);
    for (const field of part.querySelectorAll("input[name=key]")) field.value = box.dataset.key;
    for (const [id, isOpen] of open) {
      const details = document.getElementById(id);
      if (!details) continue;
      details.open = isOpen;
      // A choice in a form that is open is somebody's; in a closed one it is how it stands.
      if (isOpen) chosen.map((one) => document.getElementById(one)).forEach((one) => one && details.contains(one) && (one.checked = true));
    }
    if (!active) return;
    // Whoever works by keyboard stays where they were, also when what they stood on is gone.
    const again = active.id && document.getElementById(active.id);
    if (!again) part.tabIndex = -1;
    (again || part).focus({ preventScroll: true });
  }

  function take(html) {
    const made = document.createElement("template");
    made.innerHTML = html;
    for (const fresh of [...made.content.children]) {
      const part = document.getElementById(fresh.id);
      if (!part) continue;
      waiting.delete(part.id);
      if (essence(part) === essence(fresh)) continue;
      if (isBusy(part)) waiting.set(part.id, fresh);
      else put(part, fresh);
    }
    if (waiting.size) waitTimer ||= setTimeout(settleAtLast, LONGEST_WAIT_MS);
    tell();
  }

  function settle(atLast) {
    for (const [id, fresh] of [...waiting]) {
      const part = document.getElementById(id);
      if (composing || (!atLast && isBusy(part))) continue;
      waiting.delete(id);
      put(part, fresh);
    }
    if (!waiting.size) {
      clearTimeout(waitTimer);
      waitTimer = 0;
    }
    tell();
  }

  function settleAtLast() {
    waitTimer = 0;
    settle(true);
  }

  const settleSoon = () => setTimeout(() => waiting.size && settle(false), 60);
  box.addEventListener("focusout", settleSoon);
  document.addEventListener("compositionstart", () => (composing = true));
  document.addEventListener("compositionend", () => {
    composing = false;
    settleSoon();
  });
  document.addEventListener("pointerdown", () => (pressing = true));
  for (const name of ["pointerup", "pointercancel"]) {
    document.addEventListener(name, () => {
      // The click comes after the pointer has gone up.
      setTimeout(() => (pressing = false), 50);
      settleSoon();
    });
  }

  // ---- What is new, in the title, in the navigation and aloud. ----

  const list = (text) => (text || "").split(" ").filter(Boolean);
  const linesNow = () => [...box.querySelectorAll("[data-citizen]")].map((line) => Number(line.dataset.citizen));
  let known = null;
  let lastLine = Math.max(0, ...linesNow());

  function tell() {
    const news = document.getElementById("news");
    if (!news) return;
    const count = Number(news.dataset.unowned);
    document.title = count ? `(${count}) ${title}` : title;
    const badge = document.getElementById("nav-unowned");
    if (badge) {
      badge.hidden = !count;
      badge.querySelector("[data-count]").textContent = count;
    }
    const [cases, urgent] = [list(news.dataset.cases), list(news.dataset.urgent)];
    if (known) {
      const freshUrgent = urgent.filter((code) => !known.urgent.has(code));
      const fresh = cases.filter((code) => !known.cases.has(code) && !freshUrgent.includes(code));
      if (freshUrgent.length) {
        urgentSaid.textContent = `${news.dataset.sayUrgent} ${freshUrgent.join("、")}`;
        ring();
      }
      if (fresh.length) said.textContent = `${news.dataset.say} ${fresh.join("、")}`;
    }
    known = { cases: new Set([...cases, ...(known?.cases ?? [])]), urgent: new Set([...urgent, ...(known?.urgent ?? [])]) };
    const newest = Math.max(0, ...linesNow());
    if (newest > lastLine && box.dataset.wrote) said.textContent = box.dataset.wrote;
    lastLine = newest;
  }

  // ---- Sound, only if somebody has switched it on, and as far as the browser allows it. ----

  let audio = null;

  function unlock() {
    const Audio = window.AudioContext || window.webkitAudioContext;
    if (Audio && sound?.checked) audio ??= new Audio();
    audio?.resume();
  }

  function ring() {
    if (!sound?.checked || audio?.state !== "running") return;
    for (const [start, tone] of [[0, 880], [0.25, 660], [0.5, 880]]) {
      const [from, volume, oscillator] = [audio.currentTime + start, audio.createGain(), audio.createOscillator()];
      oscillator.frequency.value = tone;
      volume.gain.setValueAtTime(0.25, from);
      volume.gain.exponentialRampToValueAtTime(0.001, from + 0.22);
      oscillator.connect(volume).connect(audio.destination);
      oscillator.start(from);
      oscillator.stop(from + 0.23);
    }
  }

  if (sound) {
    document.getElementById("sound-switch").hidden = false;
    sound.checked = kept("localStorage", SOUND) === "on";
    sound.addEventListener("change", () => {
      keep("localStorage", SOUND, sound.checked ? "on" : "");
      unlock();
    });
    addEventListener("pointerdown", unlock);
    addEventListener("keydown", unlock);
  }

  // ---- What somebody types: counted, looked over, and kept over a reload. This computer is shared: the draft ends with
  // the tab. ----

  const reply = document.getElementById("reply");
  const note = document.getElementById("note");

  function drafts(field, name) {
    if (!field || !box.dataset.draft) return;
    const key = `madoguchi-draft-${box.dataset.draft}-${name}`;
    if (box.dataset.sent === name) keep("sessionStorage", key, "");
    // What the desk has sent back counts more than what was kept here.
    if (!field.value) field.value = kept("sessionStorage", key) ?? "";
    field.addEventListener("input", () => keep("sessionStorage", key, field.value));
    keep("sessionStorage", key, field.value);
  }

  drafts(reply, "reply");
  drafts(note, "note");

  // As the desk counts: twelve digits, in any width, with what people put between them.
  function hasNumber(text) {
    return /(?<!\d)\d{12}(?!\d)/.test(text.normalize("NFKC").replace(/(?<=\d)[\s\-‐-―]+(?=\d)/g, ""));
  }

  function lookOver() {
    const count = document.getElementById("reply-count");
    const used = [...reply.value].length;
    count.textContent = `${used}／${count.dataset.most}`;
    const warning = document.getElementById("reply-number");
    const isWrong = hasNumber(reply.value);
    if (isWrong === !warning.hidden) return;
    warning.hidden = !isWrong;
    warning.textContent = isWrong ? warning.dataset.warning : "";
  }

  if (reply) {
    reply.addEventListener("input", lookOver);
    lookOver();
  }

  // A second press of a nervous finger changes nothing at the desk; here it is not even sent.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sending) event.preventDefault();
    form.dataset.sending = "1";
    // Where the page has not been left by then, the line was broken.
    setTimeout(() => delete form.dataset.sending, SEND_TIMEOUT_MS);
  });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sending]")) delete form.dataset.sending;
  });

  // ---- Somebody is there: a page that is only left open promises nobody an answer. ----

  let touched = false;
  const touch = () => (touched = true);
  for (const name of ["keydown", "pointerdown", "pointermove", "wheel"]) addEventListener(name, touch, { passive: true });
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && touch());

  async function sayHere() {
    if (!touched || ended) return;
    touched = false;
    try {
      await fetch(box.dataset.here, { method: "POST", body: new URLSearchParams({ key: box.dataset.key, what: "here" }) });
    } catch {}
  }

  if (box.dataset.here) setInterval(sayHere, HERE_MS);

  // ---- The stream. ----

  let source = null;
  let heardAt = Date.now();
  let retryDelay = RETRY_MS;
  let retryTimer = 0;
  let graceTimer = 0;
  let ended = false;

  function heard() {
    heardAt = Date.now();
    retryDelay = RETRY_MS;
    clearTimeout(graceTimer);
    graceTimer = 0;
    lostLine.hidden = true;
  }

  function tellLost() {
    if (ended || !lostLine.hidden) return;
    lostLine.textContent = box.dataset.lost;
    lostLine.hidden = false;
  }

  function tellEnded() {
    ended = true;
    source?.close();
    lostLine.textContent = box.dataset.ended;
    lostLine.hidden = false;
  }

  function listen() {
    clearTimeout(retryTimer);
    source?.close();
    if (ended) return;
    const own = new EventSource(box.dataset.events);
    source = own;
    own.addEventListener("page", (event) => {
      heard();
      take(event.data);
    });
    own.addEventListener("time", heard);
    own.addEventListener("end", tellEnded);
    own.addEventListener("error", () => {
      if (own !== source) return;
      graceTimer ||= setTimeout(tellLost, GRACE_MS);
      // The browser itself tries again after a broken connection, but not after a refusal.
      if (own.readyState !== EventSource.CLOSED) return;
      retryTimer = setTimeout(listen, retryDelay);
      retryDelay = Math.min(retryDelay * 2, RETRY_MAX_MS);
    });
  }

  // The parts of the page as an ordinary request brings them.
  async function poll() {
    try {
      const answer = await fetch(location.pathname + location.search, { headers: { accept: "text/html", "x-by-itself": "1" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const parts = [...page.querySelectorAll("[data-part]")];
      if (!parts.length) return;
      heard();
      take(parts.map((part) => part.outerHTML).join(""));
    } catch {
      tellLost();
    }
  }

  if (window.EventSource) {
    setInterval(() => {
      if (Date.now() - heardAt < SILENCE_MS || ended) return;
      tellLost();
      heardAt = Date.now();
      // A proxy that keeps streams back lets ordinary requests pass.
      poll();
      listen();
    }, 5_000);
    addEventListener("online", listen);
    // A computer that was asleep has missed the news.
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible" && source?.readyState !== EventSource.OPEN) listen();
    });
    addEventListener("pageshow", (event) => event.persisted && listen());
    listen();
  } else {
    setInterval(poll, POLL_MS);
  }
  addEventListener("offline", tellLost);
  tell();
})();
