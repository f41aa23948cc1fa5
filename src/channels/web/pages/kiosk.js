// Makes the touch panel quicker and forgetful: each step takes the place of the one before, so that the browser has
// nothing to go back to; the keypad types without a new page, the camera reads codes, the ticket prints itself, a lost
// connection is told, and after a minute without a touch everything goes. Without this file the same forms work, and the
// page goes back to the start by itself.
"use strict";

(() => {
  let main = document.querySelector("main[data-alive]");
  if (!main) return;
  let lost = document.getElementById("lost");

  const HOME = "/kiosk";
  const PRINTED = "madoguchi-printed";
  const ANSWER_MS = 4000;
  const LOOK_AGAIN_MS = 3000;
  const LOOK_EVERY_MS = 20_000;
  const SEND_MS = 10_000;

  // Storage may be forbidden, and then a ticket may print twice.
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

  // ---- The connection. A page is left only for one that will come. ----

  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Tokyo", hour: "2-digit", minute: "2-digit" });
  let lastAnswer = Date.now();
  // The desk's clock counts, which may be another one than this device's.
  let ahead = 0;

  async function answers() {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), ANSWER_MS);
    let isThere = false;
    try {
      isThere = (await fetch(main.dataset.alive, { cache: "no-store", signal: stop.signal })).ok;
    } catch {}
    clearTimeout(timer);
    if (isThere) lastAnswer = Date.now();
    tell(!isThere);
    return isThere;
  }

  function tell(isLost) {
    if (!lost || lost.hidden === !isLost) return;
    lost.hidden = !isLost;
    for (const line of lost.querySelectorAll("[data-lost]")) {
      line.textContent = line.dataset.lost.replace("{time}", clock.format(new Date(lastAnswer + ahead)));
    }
  }

  addEventListener("offline", () => tell(true));
  addEventListener("online", answers);
  setInterval(answers, LOOK_EVERY_MS);

  // While nobody answers the panel keeps looking.
  setInterval(() => lost && !lost.hidden && answers(), LOOK_AGAIN_MS);

  // ---- Back to the start: what was here is gone at once, also while the network is down. ----

  let isLeaving = false;

  async function goHome() {
    if (isLeaving) return;
    isLeaving = true;
    stopCamera();
    main.replaceChildren();
    const box = document.getElementById("forgets");
    if (box) box.hidden = true;
    while (!(await answers())) await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS));
    location.replace(HOME);
  }

  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-home]")) return;
    event.preventDefault();
    goHome();
  });

  // Who comes by the back button sees nothing of who was here before.
  addEventListener("pageshow", (event) => {
    const [how] = performance.getEntriesByType("navigation");
    const isStart = main.hasAttribute("data-start");
    if (event.persisted || (how?.type === "back_forward" && !isStart)) goHome();
  });

  // ---- A form is sent once; its answer takes the place of the page. When nobody answers the page stays. ----

  let isHeld = false;

  document.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (isHeld || isLeaving) return;
    isHeld = true;
    const page = await answerTo(event.target, event.submitter);
    isHeld = false;
    if (page && !isLeaving) show(page);
  });

  async function answerTo(form, submitter) {
    const address = submitter?.getAttribute("formaction") || form.getAttribute("action");
    const body = new URLSearchParams(new FormData(form));
    if (submitter?.name) body.append(submitter.name, submitter.value);
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), SEND_MS);
    let page = null;
    try {
      const answer = await fetch(address, { method: "POST", body, cache: "no-store", signal: stop.signal });
      page = new DOMParser().parseFromString(await answer.text(), "text/html");
      lastAnswer = Date.now();
    } catch {}
    clearTimeout(timer);
    tell(!page);
    return page;
  }

  function show(page) {
    // What is no step of the panel tells of trouble; the start shows it, or goes on.
    if (!page.querySelector("main[data-alive]")) {
      goHome();
      return;
    }
    stopCamera();
    document.title = page.title;
    document.documentElement.lang = page.documentElement.lang;
    document.body.replaceWith(page.body);
    begin();
    // Read out from its title on, as a new page is.
    const first = main.querySelector("[autofocus]") || main.querySelector("h1");
    if (first.matches("h1")) first.tabIndex = -1;
    first.focus({ preventScroll: true });
    const latest = document.getElementById("latest");
    if (latest) latest.scrollIntoView();
    else scrollTo(0, 0);
  }

  // ---- A minute without a touch. ----

  let idleMs = 0;
  let warnMs = 0;
  let box = null;
  let end = 0;
  let isTouched = false;

  function stay() {
    end = Date.now() + idleMs;
  }

  // The box must not go from under a finger, or the touch would land on what lies below it.
  function touch() {
    isTouched = true;
    stay();
  }

  function letGo() {
    stay();
    setTimeout(() => {
      isTouched = false;
      watch();
    }, 50);
  }

  function watch() {
    if (isLeaving || !idleMs || !box) return;
    const left = end - Date.now();
    if (left <= 0) {
      goHome();
      return;
    }
    const text = box.querySelector("[data-left]");
    const words = text.dataset.left.replace("{seconds}", Math.ceil(left / 1000));
    text.textContent = words;
    const isNear = left <= warnMs;
    // Read out once, not each second.
    if (isNear && box.hidden) box.querySelector("[data-left-said]").textContent = words;
    if (!isNear) box.querySelector("[data-left-said]").textContent = "";
    if (isNear || !isTouched) box.hidden = !isNear;
  }

  const listen = (kinds, heard) => {
    for (const kind of kinds) addEventListener(kind, heard, { passive: true, capture: true });
  };
  listen(["pointerdown"], touch);
  listen(["pointerup", "pointercancel"], letGo);
  listen(["keydown", "input", "wheel", "scroll", "afterprint"], stay);
  setInterval(watch, 250);

  // ---- The code of a reservation. ----

  const CODE_KEY = /^[A-Za-z0-9-]$/;
  let code = null;

  document.addEventListener("click", (event) => {
    const key = event.target.closest?.(".keypad button");
    if (!key || !code) return;
    event.preventDefault();
    code.value = key.name === "erase" ? code.value.slice(0, -1) : code.value + key.value;
  });

  // A scanner types wherever the focus is; its text belongs into the field.
  document.addEventListener("keydown", (event) => {
    const isPlain = CODE_KEY.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!code || !isPlain || document.activeElement === code || event.isComposing) return;
    event.preventDefault();
    code.value += event.key;
    code.focus();
  });

  // ---- The camera, where the browser reads codes itself. ----

  let camera = null;
  let view = null;
  let cameraSaid = null;
  let cameraWords = "";
  let stream = null;

  function stopCamera() {
    for (const track of stream?.getTracks() || []) track.stop();
    stream = null;
    if (!camera) return;
    view.hidden = true;
    view.srcObject = null;
    camera.textContent = cameraWords;
  }

  async function readCodes() {
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: { ideal: "environment" } } });
    view.srcObject = stream;
    view.hidden = false;
    camera.textContent = camera.dataset.stop;
    await view.play();
    while (stream) {
      const [found] = await detector.detect(view).catch(() => []);
      if (found?.rawValue) {
        code.value = found.rawValue.slice(0, 200);
        stopCamera();
        code.form.requestSubmit(code.form.querySelector(".entry button"));
      }
      await new Promise((done) => setTimeout(done, 200));
    }
  }

  function offerCamera() {
    if (!camera || !window.BarcodeDetector || !navigator.mediaDevices?.getUserMedia) return;
    camera.hidden = false;
    camera.addEventListener("click", () => {
      cameraSaid.textContent = "";
      if (stream) stopCamera();
      else {
        readCodes().catch(() => {
          stopCamera();
          if (camera) cameraSaid.textContent = camera.dataset.failed;
        });
      }
    });
  }

  // ---- The ticket prints itself, once. ----

  function printSlip() {
    const slip = document.querySelector("[data-print]");
    const print = document.getElementById("print");
    if (!slip || !print) return;
    print.hidden = false;
    print.addEventListener("click", () => window.print());
    if (recall(PRINTED) === slip.dataset.print) return;
    remember(PRINTED, slip.dataset.print);
    setTimeout(() => !isLeaving && window.print(), 300);
  }

  // ---- What is on the screen now. ----

  function begin() {
    main = document.querySelector("main[data-alive]");
    lost = document.getElementById("lost");
    box = document.getElementById("forgets");
    ahead = (Date.parse(main.dataset.now) || Date.now()) - Date.now();
    idleMs = Number(main.dataset.idle || 0) * 1000;
    warnMs = Number(main.dataset.warn || 0) * 1000;
    code = document.getElementById("code");
    camera = document.getElementById("camera");
    view = document.getElementById("view");
    cameraSaid = document.getElementById("camera-said");
    cameraWords = camera?.textContent;
    // The keypad is on the page; the system's own keyboard would cover it.
    if (code && matchMedia("(pointer: coarse)").matches) code.inputMode = "none";
    if (main.hasAttribute("data-start")) remember(PRINTED, "");
    offerCamera();
    printSlip();
    stay();
    watch();
  }

  begin();
})();
