// Makes the display of the hall heard: a chime and spoken words for each call, one after the other, and a highlight on
// the newest. What is shown comes from live.js; without sound everything stands on the display all the same.
"use strict";

(() => {
  const live = document.querySelector("[data-live]");
  const button = document.getElementById("sound");
  if (!live || !button) return;

  const FRESH_MS = 20_000;
  const FORGET_MS = 5 * 60_000;
  const LONGEST_WORDS_MS = 20_000;
  const SOUND = "madoguchi-board-sound";
  const SAID = "madoguchi-board-said";
  // How speech engines name what the pages name otherwise.
  const SPEECH = {
    ja: ["ja-JP"],
    en: ["en-US", "en-GB"],
    vi: ["vi-VN"],
    "zh-Hans": ["zh-CN", "cmn-Hans"],
    "zh-Hant": ["zh-TW", "cmn-Hant"],
    ko: ["ko-KR"],
    fil: ["fil-PH", "tl-PH"],
    ne: ["ne-NP"],
    id: ["id-ID"],
    my: ["my-MM"],
    "pt-BR": ["pt-BR"],
  };

  // Storage may be forbidden, and then the display only forgets more.
  function remember(storage, name, value) {
    try {
      storage().setItem(name, value);
    } catch {}
  }

  function recall(storage, name) {
    try {
      return storage().getItem(name) || "";
    } catch {
      return "";
    }
  }

  const wait = (ms) => new Promise((done) => setTimeout(done, ms));

  // ---- Sound needs a touch, once for each start of the browser. ----

  let audio = null;

  const isOn = () => audio?.state === "running";

  function showButton() {
    button.hidden = isOn();
  }

  function open() {
    const Audio = window.AudioContext || window.webkitAudioContext;
    if (!Audio) return;
    if (!audio) {
      audio = new Audio();
      audio.addEventListener("statechange", showButton);
    }
    audio.resume().then(showButton, showButton);
  }

  function turnOn() {
    open();
    // The first words must be said in answer to a touch; these are none.
    window.speechSynthesis?.speak(new SpeechSynthesisUtterance(" "));
    remember(() => localStorage, SOUND, "on");
  }

  button.addEventListener("click", turnOn);
  const wasOn = recall(() => localStorage, SOUND) === "on";
  if (wasOn) {
    // A display that may sound by itself does; another one waits for any touch.
    open();
    addEventListener("pointerdown", open);
    addEventListener("keydown", open);
  }
  setTimeout(showButton, wasOn ? 500 : 0);

  // ---- Each call is said once. ----

  let said = new Map();
  try {
    said = new Map(JSON.parse(recall(() => sessionStorage, SAID) || "[]"));
  } catch {}

  function isNew(id) {
    const now = Date.now();
    for (const [old, at] of said) if (now - at > FORGET_MS) said.delete(old);
    if (said.has(id)) return false;
    said.set(id, now);
    remember(() => sessionStorage, SAID, JSON.stringify([...said]));
    return true;
  }

  const queue = [];
  let isBusy = false;

  live.addEventListener("call", (event) => {
    const call = event.detail;
    if (!isNew(call.id)) return;
    highlight(call);
    // A number that is called again before it was said is said once.
    const same = queue.findIndex((other) => other.number === call.number);
    if (same >= 0) queue.splice(same, 1);
    queue.push(call);
    work();
  });

  async function work() {
    if (isBusy) return;
    isBusy = true;
    while (queue.length) {
      const call = queue.shift();
      if (!isOn()) continue;
      await chime();
      for (const { lang, text } of call.say) await speak(lang, spelt(text, call.number));
      await wait(600);
    }
    isBusy = false;
  }

  // Numbers are heard best one digit at a time.
  const spelt = (text, number) => text.replaceAll(number, [...number].join(" "));

  async function chime() {
    for (const [start, tone] of [[0, 659.26], [0.45, 523.25]]) {
      const [from, volume, oscillator] = [audio.currentTime + start, audio.createGain(), audio.createOscillator()];
      oscillator.frequency.value = tone;
      volume.gain.setValueAtTime(0.0001, from);
      volume.gain.exponentialRampToValueAtTime(0.5, from + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.001, from + 0.9);
      oscillator.connect(volume).connect(audio.destination);
      oscillator.start(from);
      oscillator.stop(from + 1);
    }
    await wait(1300);
  }

  function voiceFor(lang, voices) {
    const tags = [...(SPEECH[lang] || []), lang];
    const named = (voice) => voice.lang.replace("_", "-").toLowerCase();
    for (const tag of tags) {
      const exact = voices.find((voice) => named(voice) === tag.toLowerCase());
      if (exact) return exact;
    }
    const primary = lang.split("-")[0];
    // Chinese of the other kind would be another language.
    const near = primary === "zh" ? undefined : voices.find((voice) => named(voice).split("-")[0] === primary);
    return near;
  }

  function speak(lang, text) {
    const speech = window.speechSynthesis;
    if (!speech || !isOn()) return Promise.resolve();
    const voices = speech.getVoices();
    const voice = voiceFor(lang, voices);
    // The wrong voice would read it so that nobody understands; the words stand on the display.
    if (!voice && voices.length) return Promise.resolve();
    return new Promise((done) => {
      const words = new SpeechSynthesisUtterance(text);
      words.lang = voice?.lang || SPEECH[lang]?.[0] || lang;
      if (voice) words.voice = voice;
      words.rate = 0.9;
      const timer = setTimeout(() => {
        speech.cancel();
        done();
      }, LONGEST_WORDS_MS);
      const end = () => {
        clearTimeout(timer);
        done();
      };
      words.addEventListener("end", end);
      words.addEventListener("error", end);
      // Held, because browsers lose the end of words that nothing else holds.
      speak.current = words;
      speech.speak(words);
    });
  }

  // ---- The newest calls stand out. ----

  const fresh = new Map();

  function highlight(call) {
    fresh.set(call.id, { until: Date.now() + FRESH_MS, hearing: call.hearing });
    mark();
    setTimeout(mark, FRESH_MS + 50);
  }

  function mark() {
    const now = Date.now();
    for (const [id, { until }] of fresh) if (until <= now) fresh.delete(id);
    for (const item of live.querySelectorAll("[data-call]")) {
      item.classList.toggle("fresh", fresh.has(item.dataset.call));
    }
    const needsSign = [...fresh.values()].some(({ hearing }) => hearing);
    document.body.classList.toggle("alarm", needsSign);
  }

  live.addEventListener("shown", mark);
})();
