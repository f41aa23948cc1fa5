// A morning in the hall: `node morning.mjs http://127.0.0.1:8080 TOKEN SUPERVISOR CLERK CLERK`, on a fresh desk whose clock
// stands at half past nine of a working day. A supervisor and two clerks come in for the first time, a display and a touch
// panel are set up, people take tickets and check in, and are called, missed, put aside and sent on; lines break; some
// have no JavaScript; 300 pages follow one call. axe looks at every page. The times are told at the end.
// With MADOGUCHI_SHOTS every page is also kept as a picture in that folder.
import http from "node:http";
import { base, browser, fault, leave, look } from "./eyes.mjs";
import { read } from "./qr.mjs";

const [token, supervisor, ...clerks] = process.argv.slice(3);
const shots = process.env.MADOGUCHI_SHOTS;
const OWN = "the password of a morning";
const DAY = "2026-12-01";
const [PANEL, PHONE, BOARD, DESK] = [[1080, 1920], [390, 844], [1920, 1080], [1280, 800]];
// So soon a call is to be seen. One slow moment of a busy machine is no fault, so the middle of all calls counts.
const SOON_MS = 1000;
const CROWD_MS = 2000;
const TICKETS = 60;
const PAGES_EACH = 5;
const started = Date.now();
const measured = { display: [], phone: [] };

// ---- People and their screens. ----

async function screen(role, [width, height], options = {}) {
  const viewport = { width, height };
  const context = await browser.newContext({ locale: "ja", reducedMotion: "reduce", viewport, ...options });
  await context.addInitScript(() => {
    window.printed = 0;
    window.print = () => (window.printed += 1);
    addEventListener("click", () => (window.clickedAt ||= Date.now()), { capture: true });
    addEventListener("securitypolicyviolation", (event) => console.error(`CSP: ${event.violatedDirective}`));
  });
  const page = await context.newPage();
  page.role = role;
  page.on("pageerror", (error) => fault(role, `script error: ${error}`));
  page.on("response", (answer) => answer.status() >= 400 && fault(role, `${answer.status()} ${answer.url()}`));
  page.on("console", (message) => {
    // A browser that is cut off complains; that is what was asked for.
    const isExpected = page.isCut && /ERR_INTERNET_DISCONNECTED/.test(message.text());
    if (message.type() === "error" && !isExpected) fault(role, message.text());
  });
  return page;
}

async function see(page, what) {
  await look(page, `${page.role}, ${what}`);
  await shoot(page, what);
}

async function shoot(page, what) {
  const path = `${shots}/morning-${page.role}-${what}`.replaceAll(" ", "-");
  if (shots) await page.screenshot({ path: `${path}.png`, fullPage: page.role !== "board" });
}

function expect(page, what, is) {
  if (!is) fault(page.role, what);
}

const shows = (page, selector, text) => page.locator(selector).filter({ hasText: text }).first().waitFor();

// The network of one browser goes, and comes back.
async function cut(page, isCut) {
  page.isCut = true;
  await page.context().setOffline(isCut);
  if (!isCut) setTimeout(() => (page.isCut = false), 500);
}

// Notes when a page shows a call of this number that it has not shown before.
const watch = (page, number) => page.evaluate((number) => {
  const found = () => {
    const calls = [...document.querySelectorAll(".calling .call, .stage.called")];
    const call = calls.find((call) => call.querySelector(".number").textContent === number);
    return call?.dataset.call ?? call?.dataset.alert;
  };
  const before = found();
  window.seenAt = 0;
  const observer = new MutationObserver(() => {
    if ([undefined, before].includes(found())) return;
    window.seenAt = Date.now();
    observer.disconnect();
  });
  observer.observe(document.body, { subtree: true, childList: true, attributes: true });
}, number);

// A clerk does something that calls somebody; the display and the phone show it.
async function calls(clerk, act, number, phone) {
  await Promise.all([watch(board, number), watch(phone, number)]);
  await clerk.evaluate(() => (window.clickedAt = 0));
  await act();
  const clickedAt = await clerk.evaluate(() => window.clickedAt);
  for (const [page, times] of [[board, measured.display], [phone, measured.phone]]) {
    const seenAt = await page.waitForFunction(() => window.seenAt, null, { polling: 20 });
    times.push((await seenAt.jsonValue()) - clickedAt);
  }
}

// Presses a button of the console, and waits until it says that it was done.
async function press(clerk, button) {
  const isAnswer = (answer) => answer.request().redirectedFrom() && answer.url().includes("/staff/floor?");
  const answer = clerk.waitForResponse(isAnswer);
  await clerk.locator(button).first().click();
  await answer;
  await clerk.waitForFunction(() => !document.querySelector("[data-held]"));
  const notice = clerk.locator("#main > .notice:not([id])");
  if (!(await notice.evaluate((notice) => notice.matches(".good")))) fault(clerk.role, await notice.innerText());
}

// ---- Coming in and setting up. ----

async function comeIn(page, name) {
  await page.goto(`${base}/staff`);
  await page.fill("#name", name);
  await page.fill("#password", token);
  await see(page, "door");
  await page.click("form.login button");
  await page.locator("#new").waitFor();
  await see(page, "first password");
  await page.fill("#new", OWN);
  await page.fill("#again", OWN);
  await page.click("form.login button");
  await page.waitForURL("**/staff/day");
}

async function addDevice(page, name, kind) {
  await page.goto(`${base}/staff/devices`);
  await see(page, `devices before ${kind}`);
  await page.fill("#name", name);
  await page.selectOption("#kind", kind);
  await page.click("form.booking button");
  const link = await page.locator("section.fresh a").getAttribute("href");
  await see(page, `devices with ${kind}`);
  return base + new URL(link).pathname;
}

async function reserve(page) {
  const wish = `office=main&day=${DAY}&procedure=certificate&people=1&beyond=1&reason=急用&look=1`;
  await page.goto(`${base}/staff/book?${wish}`);
  await page.check('input[name="start"][value="10:00"]');
  await see(page, "book");
  await page.click("form.booking button");
  await page.waitForURL("**/staff/visit/**");
  return (await page.locator("dd.code").first().innerText()).trim();
}

async function sitDown(page, counter) {
  await page.goto(`${base}/staff/floor`);
  await see(page, "console closed");
  await page.click(`#do-open-c${counter}`);
  await page.locator(`#do-next-c${counter}`).waitFor();
  await see(page, "console open");
}

// ---- At the touch panel. ----

async function choose(page, language) {
  await page.goto(`${base}/kiosk`);
  await see(page, "start");
  await page.tap(`button[name=language][value="${language}"]`);
  await page.locator('button[formaction="/kiosk/code"]').waitFor();
  await see(page, `menu ${language}`);
}

// The number and the page behind the QR code.
async function slip(page, what) {
  await page.locator(".slip .number").waitFor();
  await see(page, `ticket ${what}`);
  const number = await page.locator(".slip .number").innerText();
  const link = read(await page.locator(".slip .qr").innerHTML());
  return { number, link: base + new URL(link).pathname };
}

async function takeTicket(page, language, people) {
  await choose(page, language);
  await page.tap('button[formaction="/kiosk/procedure"]');
  await page.locator("button[name=procedure]").first().waitFor();
  await see(page, `procedure ${language}`);
  await page.tap("button[name=procedure][value=certificate]");
  await page.locator("button[name=people]").first().waitFor();
  await see(page, `people ${language}`);
  await page.tap(`button[name=people][value="${people}"]`);
  await page.locator('form[action="/kiosk/take"]').waitFor();
  expect(page, "no range is told before the ticket", /\d/.test(await page.locator(".tell").innerText()));
  await see(page, `wait ${language}`);
  await page.tap('form[action="/kiosk/take"] button');
  return slip(page, language);
}

async function checkIn(page, code) {
  await choose(page, "ja");
  await page.tap('button[formaction="/kiosk/code"]');
  await page.locator(".keypad").waitFor();
  await page.fill("#code", "AAAA-AAAA");
  await page.tap(".entry button");
  await page.locator("#problem").waitFor();
  await see(page, "code unknown");
  for (let n = 0; n < 9; n++) await page.tap(".key.erase");
  for (const key of code.replaceAll("-", "")) await page.tap(`.keypad button[value="${key}"]`);
  await see(page, "code");
  await page.tap(".entry button");
  return slip(page, "booked");
}

async function start(page) {
  await page.tap("[data-home]");
  await page.locator("main[data-start]").waitFor();
}

// ---- The morning. ----

const [boss, ...desks] = [await screen("supervisor", DESK)];
for (const n of [1, 2]) desks.push(await screen(`clerk${n}`, DESK));
const board = await screen("board", BOARD);
const kiosk = await screen("kiosk", PANEL, { hasTouch: true });

await comeIn(boss, supervisor);
for (const [n, desk] of desks.entries()) await comeIn(desk, clerks[n]);
await board.goto(await addDevice(boss, "ロビー", "board"));
await kiosk.goto(await addDevice(boss, "入口", "kiosk"));
expect(board, "the link of the display does not lead to it", new URL(board.url()).pathname === "/board");
expect(kiosk, "the link of the panel does not lead to it", new URL(kiosk.url()).pathname === "/kiosk");
await see(board, "empty");
const code = await reserve(boss);
const [one, two] = desks;
await Promise.all(desks.map((desk, n) => sitDown(desk, n + 1)));

const first = await takeTicket(kiosk, "en", 2);
expect(kiosk, `the ticket was printed ${await kiosk.evaluate(() => window.printed)} times`, (await kiosk.evaluate(() => window.printed)) <= 1);
await start(kiosk);
const second = await takeTicket(kiosk, "vi", 1);
await start(kiosk);
const booked = await checkIn(kiosk, code);
await start(kiosk);
for (const [ticket, number] of [[first, "W001"], [second, "W002"], [booked, "R001"]]) {
  expect(kiosk, `${ticket.number} instead of ${number}`, ticket.number === number);
}

// Both follow their tickets.
const [english, vietnamese] = [await screen("phone en", PHONE), await screen("phone vi", PHONE)];
await english.goto(first.link);
await vietnamese.goto(second.link);
for (const [phone, { number }] of [[english, first], [vietnamese, second]]) {
  await shows(phone, ".stage .number", number);
  await shows(phone, ".stage.waiting .line", /\d|next|tiếp/);
  await shows(phone, ".stage .wait strong", /\d/);
  await see(phone, "waiting");
}

// A nervous finger calls one person.
await calls(one, () => one.dblclick("#do-next-c1"), first.number, english);
await shows(one, "#mine-state", first.number);
await shows(two, "#queue-title", "2");
expect(board, "a double click has called two", (await board.locator(".calling .call").count()) === 1);
await shows(board, ".calling .call .counter", "1番窓口");
await see(board, "one call");
await see(english, "called");
await see(one, "called");

// Whoever writes calls nobody.
await two.click("#beyond > summary");
await two.locator("#issue-reason").pressSequentially("n");
await two.click("#issue-title");
expect(two, "the field has lost a letter", (await two.inputValue("#issue-reason")) === "n");
await two.fill("#issue-reason", "");
await two.click("#beyond > summary");
await two.locator("#queue-title").click();
expect(two, "a letter in a field has called somebody", (await two.locator("#do-next-c2").count()) === 1);
await calls(two, () => two.keyboard.press("n"), second.number, vietnamese);
await shows(two, "#mine-state", second.number);
await see(board, "two calls");
await see(vietnamese, "called");

// Called once more, served, done.
await calls(one, () => press(one, "#mine [id^=do-recall-]"), first.number, english);
await press(one, "#mine [id^=do-serve-]");
await shows(english, ".stage.serving .line", "1");
await see(one, "serving");
await see(english, "serving");
await one.fill("#mine .finish input[name=done-certificate]", "3");
await press(one, "#mine [id^=do-finish-]");
await shows(english, ".stage.done", first.number);
await see(one, "finished");
await see(english, "done");

// Nobody comes: not missed before two more calls, and back by the phone.
expect(two, "somebody may count as missed at once", await two.locator("#mine [id^=do-miss-]").isDisabled());
for (let n = 0; n < 2; n++) await calls(two, () => press(two, "#mine [id^=do-recall-]"), second.number, vietnamese);
await see(two, "recalled");
await press(two, "#mine [id^=do-miss-]");
await vietnamese.locator("#back").waitFor();
await see(vietnamese, "missed");
await see(two, "missed");
await vietnamese.click("#back");
await vietnamese.locator(".stage.waiting").waitFor();
await shows(two, "#queue .code", second.number);
await see(vietnamese, "back");

// Put aside and back, then on to the other counter with a note.
const note = "署名用の暗証番号から";
const guest = await screen("phone ja", PHONE);
await guest.goto(booked.link);
await see(guest, "waiting");
const call = `#queue tr:has-text("${booked.number}") [id^=do-call-]`;
await calls(one, () => press(one, call), booked.number, guest);
await press(one, "#mine [id^=do-park-]");
await shows(one, "#aside .code", booked.number);
await guest.locator(".stage.parked").waitFor();
await see(one, "parked");
await see(guest, "parked");
await press(one, "#aside [id^=do-return-]");
await guest.locator(".stage.waiting").waitFor();
await calls(one, () => press(one, call), booked.number, guest);
await press(one, "#mine [id^=do-serve-]");
await one.click("#mine [id^=transfer-] > summary");
await one.selectOption("#mine select[name=to]", "counter-2");
await one.fill("#mine input[name=note]", note);
await see(one, "transfer");
await press(one, "#mine [id^=do-transfer-]");
await shows(two, `#queue tr:has-text("${booked.number}")`, note);
await see(two, "transferred");
await calls(two, () => press(two, "#do-next-c2"), booked.number, guest);
await shows(two, "#mine .facts", note);
await see(two, "with a note");
await press(two, "#mine [id^=do-serve-]");
await press(two, "#mine [id^=do-finish-]");
await see(board, "earlier calls");

// Lines break, and come back by themselves: what was missed is there.
await Promise.all([board, vietnamese, two].map((page) => cut(page, true)));
for (const page of [board, vietnamese, two]) {
  await shows(page, "#lost", /\d\d:\d\d/);
  await see(page, "cut off");
}
expect(two, "a clerk who is cut off may press", await two.locator("#do-next-c2").isDisabled());
await press(one, "#do-next-c1");
expect(board, "news came without a network", (await board.locator(".calling .call").count()) === 0);
await Promise.all([board, vietnamese, two].map((page) => cut(page, false)));
await shows(board, ".calling .call .number", second.number);
await vietnamese.locator(".stage.called").waitFor();
await shows(two, "#counters .there", second.number);
for (const page of [board, vietnamese, two]) await page.locator("#lost").waitFor({ state: "hidden" });
await see(vietnamese, "on line again");

// Leaving asks once more.
await vietnamese.click("#leave");
await vietnamese.locator("button[value=leave]").waitFor();
await see(vietnamese, "leave");
await vietnamese.click("button[value=leave]");
await vietnamese.locator(".stage.left").waitFor();
await see(vietnamese, "left");
await shows(one, "#do-next-c1", /./);

// The panel: a question, a reservation that is here already, a line that breaks, a visitor who goes away.
await choose(kiosk, "en");
await kiosk.tap('button[formaction="/kiosk/ask"]');
await kiosk.locator("#text").waitFor();
await see(kiosk, "question");
await kiosk.fill("#text", "What do I need to bring to pick up my card?");
await kiosk.tap("form.write button");
await kiosk.locator(".message.resident").waitFor();
await see(kiosk, "answer");
await start(kiosk);
await choose(kiosk, "en");
await kiosk.tap('button[formaction="/kiosk/code"]');
await kiosk.fill("#code", code);
await kiosk.tap(".entry button");
await kiosk.locator(".tell").waitFor();
await see(kiosk, "already here");
await start(kiosk);
await cut(kiosk, true);
await kiosk.tap("button[name=language][value=en]");
await shows(kiosk, "#lost", /\d\d:\d\d/);
await see(kiosk, "cut off");
await cut(kiosk, false);
await kiosk.locator("#lost").waitFor({ state: "hidden" });
await kiosk.clock.install();
const third = await takeTicket(kiosk, "zh-Hans", 1);
await start(kiosk);
await kiosk.goBack().catch(() => {});
await kiosk.waitForTimeout(500);
console.log("back:", kiosk.url(), (await kiosk.locator("body").innerText()).slice(0, 200));
await shoot(kiosk, "back button");
console.log(measured);
await leave();
