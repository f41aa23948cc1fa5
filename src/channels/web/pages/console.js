// Keeps the console of the queue up to date and sends its forms without leaving the page. Without this file the same
// forms work as ordinary posts, so everything here may fail or be missing and the page still serves.
"use strict";

(() => {
  const main = document.getElementById("main");
  const live = document.getElementById("live");
  const lostLine = document.getElementById("lost");
  const status = document.getElementById("status");
  const asOf = document.getElementById("as-of");
  const keysOn = document.getElementById("keys-on");
  if (!live) return;

  const ACTION = "/staff/floor/do";
  const SEND_TIMEOUT_MS = 20_000;
  // A lost connection is often back at once; only a longer one is told.
  const GRACE_MS = 3_000;
  // The desk sends something at least every twenty seconds or so.
  const SILENCE_MS = 90_000;
  const LONGEST_RETRY_MS = 30_000;
  // Nobody holds a list open or a button down for longer; a field that is left alone must not stop the news.
  const LONGEST_WAIT_MS = 10_000;
  const LONGEST_PRESS_MS = 2_000;
  const KEYS = "madoguchi-console-keys";

  let version = Number(live.dataset.version);
  // A newer picture that waits until nobody is in the middle of something.
  let pending = null;
  let pendingTimer = 0;
  let pressTimer = 0;
  let busy = false;
  let lost = false;
  let ended = false;
  let composing = false;
  let pressing = false;

  // ---- What is under somebody's hands when the live part is replaced. ----

  const isInLive = (element) => Boolean(element) && live.contains(element);

  // A list that is open, a word that is being composed, and a button that is pressed would be lost.
  function isQuiet() {
    const active = document.activeElement;
    return !composing && !pressing && !(isInLive(active) && active.tagName === "SELECT");
  }

  function isChanged(field) {
    if (field.type === "checkbox") return field.checked !== field.defaultChecked;
    if (field.tagName !== "SELECT") return field.value !== field.defaultValue;
    return [...field.options].some((option) => option.selected !== option.defaultSelected);
  }

  function remember() {
    const active = isInLive(document.activeElement) ? document.activeElement : null;
    const isText = active?.matches("input:not([type=checkbox], [type=number]), textarea");
    return {
      open: new Map([...live.querySelectorAll("details[id]")].map((one) => [one.id, one.open])),
      fields: [...live.querySelectorAll("input[id], select[id], textarea[id]")]
        .filter(isChanged)
        .map((field) => ({ id: field.id, value: field.value, checked: field.checked })),
      focus: active?.id,
      section: active?.closest("section")?.id,
      caret: isText ? [active.selectionStart, active.selectionEnd] : null,
    };
  }

  function restore(kept) {
    for (const [id, open] of kept.open) {
      const details = document.getElementById(id);
      if (details) details.open = open;
    }
    for (const { id, value, checked } of kept.fields) {
      const field = document.getElementById(id);
      if (!isInLive(field)) continue;
      if (field.type === "checkbox") field.checked = checked;
      else field.value = value;
    }
    if (kept.focus) focusOn(document.getElementById(kept.focus), kept.section, kept.caret);
  }

  // Whoever works by keyboard stays where they were, also when the button they pressed is gone.
  function focusOn(element, section, caret) {
    const target = element || document.getElementById(section || "");
    if (!target) return;
    if (!element) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    if (caret && element) element.setSelectionRange(...caret);
  }

  function put(html, newVersion) {
    const before = document.getElementById("mine-state")?.textContent;
    const kept = remember();
    live.innerHTML = html;
    version = newVersion;
    pending = null;
    clearTimeout(pendingTimer);
    pendingTimer = 0;
    restore(kept);
    markButtons();
    const after = document.getElementById("mine-state")?.textContent;
    if (after && after !== before) say(after);
  }

  function offer(html, newVersion) {
    if (newVersion < version) return;
    if (isQuiet()) {
      put(html, newVersion);
      return;
    }
    pending = { html, version: newVersion };
    pendingTimer ||= setTimeout(putAtLast, LONGEST_WAIT_MS);
  }

  function putAtLast() {
    pendingTimer = 0;
    // A word that is being composed would be torn; its end is near.
    if (pending && !composing) put(pending.html, pending.version);
  }

  function settle() {
    if (pending && isQuiet()) put(pending.html, pending.version);
  }

  const settleSoon = () => setTimeout(settle, 0);
  document.addEventListener("compositionstart", () => (composing = true));
  document.addEventListener("compositionend", () => {
    composing = false;
    settleSoon();
  });
  document.addEventListener("pointerdown", () => {
    pressing = true;
    clearTimeout(pressTimer);
    pressTimer = setTimeout(release, LONGEST_PRESS_MS);
  });
  for (const name of ["pointerup", "pointercancel"]) {
    document.addEventListener(name, () => {
      // The click comes after the pointer has gone up.
      clearTimeout(pressTimer);
      pressTimer = setTimeout(release, 50);
    });
  }

  function release() {
    pressing = false;
    settle();
  }

  live.addEventListener("focusout", settleSoon);

  // ---- What is said, and which buttons may be pressed. ----

  // What was done stands on the page as well; only that something is under way is shown here.
  function say(text) {
    status.textContent = text || "";
    status.classList.toggle("hidden", text !== live.dataset.sending);
  }

  function markButtons() {
    const off = busy || lost || ended;
    for (const button of main.querySelectorAll("form[method=post] button")) {
      if (off && !button.disabled) {
        button.disabled = true;
        button.dataset.held = "";
      } else if (!off && "held" in button.dataset) {
        button.disabled = false;
        delete button.dataset.held;
      }
      if (!button.dataset.letter) continue;
      if (!keysOn || keysOn.checked) button.setAttribute("aria-keyshortcuts", button.dataset.letter);
      else button.removeAttribute("aria-keyshortcuts");
    }
  }

  function showNotice(text) {
    main.querySelector(":scope > .notice:not([id])")?.remove();
    if (!text) return;
    const line = document.createElement("div");
    line.className = "notice bad";
    line.setAttribute("role", "alert");
    line.textContent = text;
    main.querySelector("h1").after(line);
  }

  // ---- Sending. ----

  async function send(form, submitter) {
    const focus = document.activeElement?.id;
    const section = document.activeElement?.closest?.("section")?.id;
    const data = new URLSearchParams(new FormData(form));
    if (submitter?.name) data.set(submitter.name, submitter.value);
    busy = true;
    markButtons();
    say(live.dataset.sending);
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), SEND_TIMEOUT_MS);
    try {
      const response = await fetch(ACTION, { method: "POST", body: data, signal: stop.signal });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      if (page.getElementById("live")) {
        say("");
        takeOver(page, response.url, form, submitter);
      } else if (response.redirected) {
        // The session has ended: the way leads to the door.
        location.assign(response.url);
      } else {
        say("");
        showNotice(live.dataset.failed);
      }
    } catch {
      say("");
      // The form keeps its key: pressed again, it has its effect once.
      showNotice(live.dataset.failed);
    } finally {
      clearTimeout(timer);
      busy = false;
      markButtons();
    }
    const isLost = !document.activeElement || document.activeElement === document.body;
    if (isLost && focus) focusOn(document.getElementById(focus), section, null);
  }

  function takeOver(page, address, form, submitter) {
    const notice = page.querySelector("#main > .notice:not([id])");
    showNotice("");
    if (notice) {
      if (notice.matches(".good")) {
        notice.removeAttribute("role");
        say(notice.textContent);
        finishForm(document.getElementById(submitter?.id)?.form || form);
      }
      main.querySelector("h1").after(notice);
    }
    document.getElementById("outcome").innerHTML = page.getElementById("outcome").innerHTML;
    takeIssue(page, form);
    const fresh = page.getElementById("live");
    if (Number(fresh.dataset.version) >= version) put(fresh.innerHTML, Number(fresh.dataset.version));
    const url = new URL(address);
    for (const name of [...url.searchParams.keys()]) {
      if (name !== "office" && name !== "counter") url.searchParams.delete(name);
    }
    if (url.pathname !== ACTION) history.replaceState(null, "", url.pathname + url.search);
    if (fresh.dataset.events !== live.dataset.events) {
      live.dataset.events = fresh.dataset.events;
      listen();
    }
  }

  // What was written is done with. The form may have been replaced meanwhile.
  function finishForm(form) {
    form.reset();
    const details = form.closest("details");
    if (!isInLive(details)) return;
    details.open = false;
    details.querySelector("summary").focus({ preventScroll: true });
  }

  // The form for new tickets stands outside of the live part: what is filled in stays until it is sent.
  function takeIssue(page, form) {
    const [mine, theirs] = [document.getElementById("issue"), page.getElementById("issue")];
    if (mine.contains(form)) {
      mine.innerHTML = theirs.innerHTML;
      const answer = document.getElementById("answer");
      if (answer) say(answer.textContent);
      mine.focus({ preventScroll: Boolean(!answer) });
      return;
    }
    for (const field of mine.querySelectorAll("input[type=hidden]")) {
      const other = theirs.querySelector(`input[type=hidden][name="${CSS.escape(field.name)}"]`);
      if (other) field.value = other.value;
    }
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.getAttribute("action") !== ACTION) return;
    event.preventDefault();
    if (!busy && !lost && !ended) send(form, event.submitter);
  });

  // ---- The stream. ----

  let source = null;
  let retryDelay = 1000;
  let retryTimer = 0;
  let graceTimer = 0;
  let heardAt = Date.now();
  // The desk's clock counts, which may be another one than this computer's.
  const ahead = (Date.parse(live.dataset.now) || Date.now()) - Date.now();

  function clock() {
    const style = { timeZone: "Asia/Tokyo", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
    return new Intl.DateTimeFormat("en-GB", style).format(new Date(Date.now() + ahead));
  }

  function heard() {
    heardAt = Date.now();
    asOf.textContent = clock();
    clearTimeout(graceTimer);
    graceTimer = 0;
    retryDelay = 1000;
    if (!lost) return;
    lost = false;
    lostLine.hidden = true;
    markButtons();
  }

  function tellLost() {
    if (lost || ended) return;
    lost = true;
    lostLine.textContent = live.dataset.lost.replace("%TIME%", asOf.textContent);
    lostLine.hidden = false;
    markButtons();
  }

  function tellEnded() {
    source?.close();
    ended = true;
    lostLine.textContent = live.dataset.ended;
    lostLine.hidden = false;
    markButtons();
  }

  function listen() {
    clearTimeout(retryTimer);
    source?.close();
    if (ended || !window.EventSource) return;
    const own = new EventSource(live.dataset.events);
    source = own;
    let isFirst = true;
    own.addEventListener("page", (event) => {
      // After a new start the desk counts its pictures from the beginning.
      if (isFirst) version = -1;
      isFirst = false;
      heard();
      offer(event.data, Number(event.lastEventId));
    });
    own.addEventListener("still", heard);
    own.addEventListener("end", tellEnded);
    own.addEventListener("error", () => {
      if (own !== source) return;
      isFirst = true;
      if (!graceTimer) graceTimer = setTimeout(tellLost, GRACE_MS);
      // The browser itself tries again after a broken connection, but not after a refusal.
      if (own.readyState !== EventSource.CLOSED) return;
      retryTimer = setTimeout(listen, retryDelay);
      retryDelay = Math.min(retryDelay * 2, LONGEST_RETRY_MS);
    });
  }

  setInterval(() => {
    if (Date.now() - heardAt < SILENCE_MS || ended) return;
    tellLost();
    heardAt = Date.now();
    listen();
  }, 10_000);
  addEventListener("offline", tellLost);
  addEventListener("online", listen);

  // ---- Keys. ----

  // Storage may be forbidden, and then the choice only lasts as long as the page.
  function stored() {
    try {
      return localStorage.getItem(KEYS);
    } catch {
      return null;
    }
  }

  function store(value) {
    try {
      localStorage.setItem(KEYS, value);
    } catch {}
  }

  function applyKeys() {
    document.body.classList.toggle("keys-off", !keysOn.checked);
    markButtons();
  }

  if (keysOn) {
    document.getElementById("keys-switch").hidden = false;
    keysOn.checked = stored() !== "off";
    keysOn.addEventListener("change", () => {
      store(keysOn.checked ? "on" : "off");
      applyKeys();
    });
    applyKeys();
  }

  document.addEventListener("keydown", (event) => {
    if (!keysOn?.checked || event.defaultPrevented || event.repeat || event.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest?.("input, select, textarea, [contenteditable]")) return;
    const letter = event.key.toLowerCase();
    if (!/^[a-z]$/.test(letter)) return;
    const button = live.querySelector(`button[data-letter="${letter}"]`);
    if (!button || button.disabled) return;
    event.preventDefault();
    button.click();
  });

  listen();
})();
