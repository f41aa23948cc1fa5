// Makes the chat page live: messages are sent and arrive without a new page. Without this file the same
// forms work as ordinary posts, so everything here may fail or be missing and the page still serves.
"use strict";

(() => {
  const main = document.getElementById("main");
  const messages = main.querySelector(".messages");
  const form = document.getElementById("write");
  const box = document.getElementById("text");
  const sendButton = document.getElementById("send");
  const notice = document.getElementById("notice");
  const status = document.getElementById("status");
  const composer = document.getElementById("composer");
  const newer = document.getElementById("newer");
  const words = main.dataset;

  const SEND_TIMEOUT_MS = 20_000;
  const LONGEST_WAIT_S = 60;
  const DRAFT = "madoguchi-draft";
  const RELOADED = "madoguchi-reloaded-for";

  let busy = false;
  let blockedUntil = 0;
  // The content and key of the last attempt: the same message sent again keeps its key and has effect once.
  let attempt = null;
  // The newest server-sent event, and every event already shown, because a reply may come on both ways.
  let newestEvent = "";
  // The newest one that the desk knows to have been before somebody's eyes.
  let seenEvent = "";
  const shown = new Set();

  const sameLanguage = (tag) => (tag === "ja-x-yasashii" ? "ja" : tag);

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined) made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  }

  function newKey() {
    if (crypto.randomUUID) return crypto.randomUUID();
    // Pages without TLS, such as a kiosk in a closed network, have no randomUUID.
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  // Storage may be forbidden, and then the page only forgets more.
  function remember(name, value) {
    try {
      if (value) sessionStorage.setItem(name, value);
      else sessionStorage.removeItem(name);
    } catch {}
  }

  function recall(name) {
    try {
      return sessionStorage.getItem(name) || "";
    } catch {
      return "";
    }
  }

  // ---- Links: the same rules as `linkify` on the server. ----

  const D = "[0-9\uff10-\uff19]";
  const H = "[-\u2010-\u2013\u2212\uff0d\u30fc]";
  const OPEN = "[(\uff08]";
  const CLOSE = "[)\uff09]";
  const URL_PATTERN = "https?://[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]+";
  const PHONE_PATTERN =
    `(?:\\+81(?:${H}| )?)?${D}{1,5}(?:${H}${D}{1,4}${H}${D}{2,4}|` +
    `${OPEN}${D}{1,4}${CLOSE}${D}{3,4}|${H}${D}{6,7})` +
    `(?!${D}|${H}${D})`;
  const LINK = new RegExp(`${URL_PATTERN}|${PHONE_PATTERN}`, "g");
  const GLUED_TO_NUMBER = new RegExp(`(?:${D}|${H}|[./+_=#])$`);

  function webTarget(found, before) {
    let url = found;
    for (;;) {
      const count = (pattern) => (url.match(pattern) || []).length;
      const unbalanced = count(/[)\]]/g) > count(/[(\[]/g);
      if (/[.,:;!?']$/.test(url) || (unbalanced && /[)\]]$/.test(url))) url = url.slice(0, -1);
      else break;
    }
    const host = url.replace(/^https?:\/\//, "").split(/[/?#]/)[0];
    const honest = /^[A-Za-z0-9]/.test(host) && !host.includes("@");
    return honest && !/[A-Za-z0-9]$/.test(before) ? [url, url] : null;
  }

  function phoneTarget(found, before) {
    if (GLUED_TO_NUMBER.test(before)) return null;
    const abroad = found.startsWith("+81");
    const groups = found.replace(/^\+81/, "").normalize("NFKC").split(/[^0-9]+/).filter(Boolean);
    if (abroad) groups[0] = `0${groups[0]}`;
    const [area] = groups;
    const number = groups.join("");
    const expected = area === "0800" || /^0.0$/.test(area) ? 11 : 10;
    const fits = /^0\d{1,4}$/.test(area) && number.length === expected;
    // Toll-free and navigation numbers are also written as 0120-0178-27 or 0570-783578.
    const special = ["0120", "0570", "0800"].includes(area);
    const grouped = special || (groups.length === 3 && groups[2].length >= 3);
    return fits && grouped ? [found, abroad ? `tel:+81${number.slice(1)}` : `tel:${number}`] : null;
  }

  function linked(text) {
    const parts = [];
    let start = 0;
    LINK.lastIndex = 0;
    for (let match; (match = LINK.exec(text)); ) {
      const before = text.slice(0, match.index);
      const target = (match[0].startsWith("http") ? webTarget : phoneTarget)(match[0], before);
      if (target) {
        parts.push(text.slice(start, match.index), element("a", { href: target[1] }, target[0]));
        start = match.index + target[0].length;
        LINK.lastIndex = start;
      } else {
        // A link may still begin inside of what was none.
        LINK.lastIndex = match.index + 1;
      }
    }
    parts.push(text.slice(start));
    return parts;
  }

  // ---- Messages. ----

  function localLanguage(tag) {
    const language = sameLanguage(tag || words.language);
    return language === document.documentElement.lang ? undefined : language;
  }

  function timeElement(at) {
    const moment = at ? new Date(at) : new Date();
    const style = { timeZone: "Asia/Tokyo", hour: "2-digit", minute: "2-digit" };
    const clock = new Intl.DateTimeFormat("en-GB", style);
    return element("time", { datetime: moment.toISOString() }, clock.format(moment));
  }

  function append(className, author, content, language, at) {
    const item = element(
      "li",
      { class: `message ${className}` },
      element("span", { class: "hidden" }, author),
      element("p", { class: "text", lang: language }, ...content),
      timeElement(at),
    );
    messages.append(item);
    return item;
  }

  function removeChoices() {
    for (const old of messages.querySelectorAll(".choices")) old.remove();
  }

  // The desk's clock counts, which may be another one than this device's.
  function appendResident(text, at) {
    removeChoices();
    append("resident", words.you, [text], undefined, at);
  }

  function appendReply(reply, language) {
    const spoken = localLanguage(reply.language || language);
    const item = append("desk", words.desk, linked(reply.text), spoken, reply.at);
    if (reply.phrase === "my-data") {
      const link = element("a", { class: "button outline", href: "/my-data.json", download: "" }, words.copy);
      item.querySelector("time").before(element("p", {}, link));
    }
    if (reply.choices?.length) {
      removeChoices();
      const buttons = reply.choices.map(({ id, label }) => {
        const attributes = { class: "button outline", name: "choice", value: id, lang: spoken };
        return element("li", {}, element("button", attributes, label));
      });
      const key = element("input", { type: "hidden", name: "key", value: newKey() });
      const list = element("ul", { role: "list" }, ...buttons);
      item.append(element("form", { class: "choices", method: "post", action: "/chat#latest" }, key, list));
    }
    return item;
  }

  // How much of the window's lower edge the box covers: nothing where it scrolls with the page.
  function coveredHeight() {
    return getComputedStyle(composer).position === "sticky" ? composer.offsetHeight : 0;
  }

  // What has the focus must not hide behind the box, and a box that would fill the window gives way.
  function fitComposer() {
    // It stays where it is while someone uses it.
    const used = composer.contains(document.activeElement);
    if (!used) composer.classList.toggle("flows", composer.offsetHeight > window.innerHeight * 0.4);
    document.documentElement.style.setProperty("--composer", `${coveredHeight()}px`);
  }

  function showGroup(items, mayMove = true) {
    newer.hidden = true;
    const [first, last] = [items[0], items.at(-1)];
    if (!first) return;
    const height = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
    const room = window.innerHeight - coveredHeight() - 32;
    const still = !mayMove || matchMedia("(prefers-reduced-motion: reduce)").matches;
    const behavior = still ? "auto" : "smooth";
    if (height <= room) last.scrollIntoView({ block: "nearest", behavior });
    else first.scrollIntoView({ block: "start", behavior });
  }

  function endIsInView() {
    const last = messages.lastElementChild;
    return !last || last.getBoundingClientRect().bottom <= window.innerHeight - coveredHeight() + 48;
  }

  function focusOn(item) {
    item.tabIndex = -1;
    item.focus({ preventScroll: true });
  }

  // ---- Sending. ----

  function say(text) {
    notice.textContent = text || "";
  }

  function setBusy(now) {
    busy = now;
    status.textContent = now ? words.sending : "";
    box.readOnly = now;
    markButtons();
  }

  // Buttons keep the focus and their place in the order: they are announced as disabled and do nothing.
  function markButtons() {
    const off = busy || Date.now() < blockedUntil;
    for (const button of [sendButton, ...messages.querySelectorAll(".choices button")]) {
      if (off) button.setAttribute("aria-disabled", "true");
      else button.removeAttribute("aria-disabled");
    }
  }

  function block(response) {
    const seconds = Number.parseInt(response.headers.get("Retry-After"), 10);
    const wait = Math.min(Math.max(Number.isNaN(seconds) ? 5 : seconds, 1), LONGEST_WAIT_S) * 1000;
    blockedUntil = Date.now() + wait;
    say(words.tooFast);
    setTimeout(() => {
      if (notice.textContent === words.tooFast) say("");
      markButtons();
    }, wait + 50);
  }

  // Posts one message and returns the answer, or null after saying why there is none.
  async function post(content) {
    const written = JSON.stringify(content);
    if (attempt?.content !== written) attempt = { content: written, key: newKey() };
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), SEND_TIMEOUT_MS);
    try {
      const response = await fetch("/api/chat", {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body: JSON.stringify({ conversation: words.conversation, key: attempt.key, ...content }),
        signal: stop.signal,
      });
      if (response.ok) return await response.json();
      if (response.status === 429) block(response);
      else if (response.status === 404) reload();
      else say(words.failed);
    } catch (error) {
      // A broken connection is a TypeError; a timeout or an answer that is no JSON is the server's failure.
      say(error instanceof TypeError ? words.offline : words.failed);
    } finally {
      clearTimeout(timer);
    }
    return null;
  }

  async function send(content, text) {
    if (busy) return;
    if (Date.now() < blockedUntil) {
      say("");
      requestAnimationFrame(() => say(words.tooFast));
      return;
    }
    say("");
    setBusy(true);
    const answer = await post(content);
    setBusy(false);
    if (!answer) return;
    attempt = null;
    const chosen = document.activeElement?.closest?.(".choices");
    appendResident(text, answer.replies?.[0]?.at);
    if (content.text !== undefined) box.value = "";
    const replies = (answer.replies || []).filter(isNew);
    const items = replies.map((reply) => appendReply(reply, answer.language));
    showGroup(items.length ? items : [messages.lastElementChild]);
    if (chosen) focusOn(items[0] || messages.lastElementChild);
    renewKeys();
    follow(answer);
  }

  function isNew(reply) {
    if (reply.id === undefined || reply.id === null) return true;
    const id = String(reply.id);
    if (shown.has(id)) return false;
    shown.add(id);
    return true;
  }

  // The forms keep a fresh key, for the case that this script is gone when they are sent.
  function renewKeys() {
    for (const field of document.querySelectorAll('input[name="key"]')) field.value = newKey();
  }

  // Takes over what the answer says about the conversation itself: its token and its language.
  function follow(answer) {
    if (answer.conversation && answer.conversation !== words.conversation) {
      words.conversation = answer.conversation;
      newestEvent = "";
      seenEvent = "";
      listen();
    }
    if (!answer.language || answer.language === words.language) remember(RELOADED, "");
    else if (recall(RELOADED) !== answer.language) {
      // The whole page speaks the new language after one reload, and never more than one.
      remember(RELOADED, answer.language);
      reload();
    }
  }

  function reload() {
    remember(DRAFT, box.value);
    location.hash = "latest";
    location.reload();
  }

  document.addEventListener("submit", (event) => {
    const target = event.target;
    if (target.hasAttribute("data-keeps-draft")) remember(DRAFT, box.value);
    const choice = target.matches(".choices") ? event.submitter : null;
    if (target !== form && !choice) return;
    event.preventDefault();
    if (choice) send({ choice: choice.value }, choice.textContent);
    else if (box.value.trim()) send({ text: box.value.trim() }, box.value.trim());
  });

  // Enter sends where there is a real keyboard, but never while Japanese is being composed.
  box.addEventListener("keydown", (event) => {
    const composing = event.isComposing || event.keyCode === 229;
    const touch = matchMedia("(pointer: coarse)").matches;
    if (event.key !== "Enter" || event.shiftKey || composing || touch) return;
    event.preventDefault();
    form.requestSubmit(sendButton);
  });

  // ---- Messages from the desk that nobody asked for just now: calls, reminders, a clerk's words. ----

  let source = null;
  let retryDelayMs = 1000;
  let retryTimer = 0;

  function listen() {
    clearTimeout(retryTimer);
    source?.close();
    if (!words.conversation || !window.EventSource) return;
    const since = newestEvent ? `?after=${encodeURIComponent(newestEvent)}` : "";
    source = new EventSource(`/api/chat/${encodeURIComponent(words.conversation)}/events${since}`);
    source.addEventListener("open", () => {
      retryDelayMs = 1000;
    });
    source.addEventListener("reply", receive);
    source.addEventListener("error", () => {
      // The browser itself tries again after a broken connection, but not after a refusal.
      if (source.readyState !== EventSource.CLOSED) return;
      retryTimer = setTimeout(listen, retryDelayMs);
      retryDelayMs = Math.min(retryDelayMs * 2, 60_000);
    });
  }

  // What comes to a page that nobody looks at is seen when they come back to it. Whatever goes wrong, the next event or
  // glance says it again.
  function tellSeen() {
    const id = newestEvent;
    if (document.hidden || !id || id === seenEvent) return;
    fetch(`/api/chat/${encodeURIComponent(words.conversation)}/seen`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ id }),
    }).then(
      (response) => {
        if (response.ok) seenEvent = id;
      },
      () => {},
    );
  }

  function receive(event) {
    let reply;
    try {
      reply = JSON.parse(event.data);
    } catch {
      return;
    }
    newestEvent = event.lastEventId || newestEvent;
    tellSeen();
    if (!isNew({ id: event.lastEventId || undefined })) return;
    const following = endIsInView();
    const item = appendReply(reply, words.language);
    markButtons();
    if (following) showGroup([item]);
    else newer.hidden = false;
  }

  newer.addEventListener("click", () => {
    const last = messages.lastElementChild;
    showGroup([last]);
    focusOn(last);
  });

  addEventListener("scroll", () => endIsInView() && (newer.hidden = true), { passive: true });
  document.addEventListener("visibilitychange", tellSeen);
  addEventListener("offline", () => say(words.offline));
  addEventListener("online", () => {
    if (notice.textContent === words.offline) say("");
    listen();
    tellSeen();
  });

  // ---- The page as it was delivered. ----

  fitComposer();
  if (window.ResizeObserver) new ResizeObserver(fitComposer).observe(composer);
  addEventListener("resize", fitComposer);
  if (!box.value) box.value = recall(DRAFT);
  remember(DRAFT, "");
  const latest = document.getElementById("latest");
  if (latest && (messages.querySelector(".resident") || location.hash === "#latest")) {
    const all = [...messages.children];
    showGroup(all.slice(all.indexOf(latest)), false);
  }
  listen();
})();
