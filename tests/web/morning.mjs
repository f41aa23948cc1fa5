// A morning in the hall: `node morning.mjs http://127.0.0.1:8080 SUPERVISOR TOKEN CLERK CLERK`, on a fresh desk whose clock
// stands at half past nine of 1 December 2026. A supervisor and two clerks come in for the first time, a display and a
// touch panel are set up, people take tickets and check in, and are called, missed, put aside and sent on; lines break; some
// have no JavaScript; three hundred pages hear of one call. axe looks at every page. At the end it tells how long the calls
// took. With MADOGUCHI_SHOTS every page is also kept as a picture in that folder.
import http from "node:http";
import net from "node:net";
import { base, browser, fault, leave, look } from "./eyes.mjs";
import { read } from "./qr.mjs";

const [supervisor, token, ...clerks] = process.argv.slice(3);
const shots = process.env.MADOGUCHI_SHOTS;
const OWN = "the password of a morning";
const DAY = "2026-12-01";
const [PANEL, PHONE, BOARD, DESK] = [[1080, 1920], [390, 844], [1920, 1080], [1280, 800]];
// So soon a call is to be seen. One slow moment of a busy machine is no fault, so the middle of all calls counts.
const SOON_MS = 1000;
const CROWD_MS = 2000;
const PATIENCE_MS = 10_000;
const [TICKETS, PAGES_EACH] = [60, 5];
const NOTE = "署名用の暗証番号から";
const took = { display: [], phone: [] };
let boss, one, two, board, kiosk, code;
// The tickets and the phones of those who wait without a reservation, and with one.
let first, second, third, booked, english, vietnamese, guest;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// ---- Screens. ----

// A line from a screen to the desk, which can break: a browser that is set offline keeps the streams it has.
async function newLine() {
  const { hostname, port } = new URL(base);
  const sockets = new Set();
  const line = { isCut: false, cut: () => sockets.forEach((socket) => socket.destroy()) };
  const server = net.createServer((near) => {
    if (line.isCut) return near.destroy();
    const far = net.connect(Number(port), hostname);
    for (const [from, to] of [[near, far], [far, near]]) {
      sockets.add(from);
      from.on("error", () => to.destroy());
      from.on("close", () => to.destroy() && sockets.delete(from));
      from.pipe(to);
    }
  });
  await new Promise((done) => server.listen(0, hostname, done));
  return Object.assign(line, { base: `http://${hostname}:${server.address().port}` });
}

async function screen(role, [width, height], options = {}) {
  const viewport = { width, height };
  const context = await browser.newContext({ locale: "ja", reducedMotion: "reduce", viewport, ...options });
  context.setDefaultTimeout(PATIENCE_MS * 2);
  await context.addInitScript(() => {
    window.printed = 0;
    window.print = () => (window.printed += 1);
    addEventListener("click", () => (window.clickedAt ||= Date.now()), { capture: true });
    addEventListener("securitypolicyviolation", (event) => console.error(`CSP: ${event.violatedDirective}`));
  });
  const page = await context.newPage();
  page.role = role;
  page.line = await newLine();
  page.on("pageerror", (error) => fault(role, `script error: ${error}`));
  page.on("response", (answer) => {
    if (answer.status() >= 400 && !page.isWrong) fault(role, `${answer.status()} ${answer.url()}`);
  });
  page.on("console", (message) => {
    // A browser that is cut off complains in its console, and about an answer that was asked for wrongly.
    const isExpected = (page.isCut && /net::ERR_/.test(message.text())) || page.isWrong;
    if (message.type() === "error" && !isExpected) fault(role, message.text());
  });
  return page;
}

// An address of the desk as this screen reaches it.
const at = (page, path) => page.line.base + path;

async function see(page, what) {
  await look(page, `${page.role}, ${what}`);
  await shoot(page, what);
}

async function shoot(page, what) {
  const name = `morning-${page.role}-${what}`.replaceAll(" ", "-");
  const isBoard = page.viewportSize().width === BOARD[0];
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: !isBoard });
}

function expect(page, what, is) {
  if (!is) fault(page.role, what);
}

const shows = (page, selector, text) => page.locator(selector).filter({ hasText: text }).first().waitFor();

async function cut(page) {
  page.isCut = page.line.isCut = true;
  page.line.cut();
  await page.context().setOffline(true);
}

async function mend(page) {
  page.line.isCut = false;
  await page.context().setOffline(false);
  await page.locator("#lost").waitFor({ state: "hidden" });
  page.isCut = false;
}

// ---- Calls. ----

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
  for (const [page, times] of [[board, took.display], [phone, took.phone]]) {
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

// ---- At the touch panel. ----

async function choose(language) {
  await kiosk.goto(at(kiosk, "/kiosk"));
  await kiosk.tap(`button[name=language][value="${language}"]`);
  await kiosk.locator('button[formaction="/kiosk/code"]').waitFor();
  await see(kiosk, `menu ${language}`);
}

// The number of a ticket, and the page behind its QR code.
async function ticketOn(page) {
  const number = await page.locator(".slip .number").innerText();
  const link = read(await page.locator(".slip .qr").innerHTML());
  return { number, path: new URL(link).pathname };
}

async function takeTicket(language, people, need) {
  await choose(language);
  await kiosk.tap('button[formaction="/kiosk/procedure"]');
  await kiosk.locator("button[name=procedure]").first().waitFor();
  await see(kiosk, `procedure ${language}`);
  await kiosk.tap("button[name=procedure][value=certificate]");
  await kiosk.locator("button[name=people]").first().waitFor();
  await see(kiosk, `people ${language}`);
  await kiosk.tap(`button[name=people][value="${people}"]`);
  await kiosk.locator('form[action="/kiosk/take"]').waitFor();
  expect(kiosk, "no range is told before the ticket", /\d/.test(await kiosk.locator(".tell").innerText()));
  if (need) await kiosk.check(`input[name=${need}]`);
  await see(kiosk, `wait ${language}`);
  await kiosk.tap('form[action="/kiosk/take"] button');
  await kiosk.locator(".slip .number").waitFor();
  await see(kiosk, `ticket ${language}`);
  return ticketOn(kiosk);
}

async function typeCode(text) {
  await kiosk.tap('button[formaction="/kiosk/code"]');
  await kiosk.locator(".keypad").waitFor();
  for (const key of text.replaceAll("-", "")) await kiosk.tap(`.keypad button[value="${key}"]`);
}

async function start() {
  await kiosk.tap("[data-home]");
  await kiosk.locator("main[data-start]").waitFor();
}

// ---- The morning. ----

async function comeIn(page, name, secret) {
  await page.goto(at(page, "/staff"));
  await page.fill("#name", name);
  await page.fill("#password", secret);
  if (page === boss) await see(page, "door");
  await page.click("form.login button");
  await page.locator("#new").waitFor();
  if (page === boss) await see(page, "first password");
  await page.fill("#new", OWN);
  await page.fill("#again", OWN);
  await page.click("form.login button");
  await page.waitForURL("**/staff/day");
}

// The token of the start is over with the first password; the others get theirs from whoever runs the desk.
async function givePassword(name) {
  await boss.goto(at(boss, "/staff/people"));
  const give = boss.locator('form[action="/staff/people"]').filter({ has: boss.locator(`input[name="name"][value="${name}"]`) });
  await give.locator("button").click();
  return (await boss.locator("dd > code").innerText()).trim();
}

async function addDevice(name, kind) {
  await boss.goto(at(boss, "/staff/devices"));
  await boss.fill("#name", name);
  await boss.selectOption("#kind", kind);
  await see(boss, `before the ${kind}`);
  await boss.click("form.booking button");
  const link = await boss.locator("section.fresh a").getAttribute("href");
  await see(boss, `with the ${kind}`);
  return new URL(link).pathname;
}

async function reserve() {
  const wish = `office=main&day=${DAY}&procedure=certificate&people=1&beyond=1&reason=急用&look=1`;
  await boss.goto(at(boss, `/staff/book?${wish}`));
  await boss.check('input[name="start"][value="10:00"]');
  await see(boss, "book");
  await boss.click("form.booking button");
  await boss.waitForURL("**/staff/visit/**");
  return (await boss.locator("dd.code").first().innerText()).trim();
}

async function sitDown(page, counter) {
  await page.goto(at(page, "/staff/floor"));
  if (page === one) await see(page, "no seat");
  await page.click(`#do-open-c${counter}`);
  await page.locator(`#do-next-c${counter}`).waitFor();
  if (page === one) await see(page, "seat");
}

async function settingUp() {
  boss = await screen("supervisor", DESK);
  [one, two] = [await screen("clerk 1", DESK), await screen("clerk 2", DESK)];
  board = await screen("board", BOARD);
  kiosk = await screen("kiosk", PANEL, { hasTouch: true });
  await comeIn(boss, supervisor, token);
  const secrets = [await givePassword(clerks[0]), await givePassword(clerks[1])];
  await Promise.all([one, two].map((page, n) => comeIn(page, clerks[n], secrets[n])));
  await board.goto(at(board, await addDevice("ロビー", "board")));
  await kiosk.goto(at(kiosk, await addDevice("入口", "kiosk")));
  expect(board, "its link does not lead to the display", new URL(board.url()).pathname === "/board");
  expect(kiosk, "its link does not lead to the panel", new URL(kiosk.url()).pathname === "/kiosk");
  code = await reserve();
  await Promise.all([sitDown(one, 1), sitDown(two, 2), see(board, "empty"), see(kiosk, "start")]);
}

async function arriving() {
  first = await takeTicket("en", 2);
  await kiosk.waitForFunction(() => window.printed > 0);
  await pause(400);
  expect(kiosk, "the ticket is not printed once", (await kiosk.evaluate(() => window.printed)) === 1);
  await start();
  second = await takeTicket("vi", 1);
  await start();
  await choose("ja");
  await typeCode("AAAA-AAAA");
  await kiosk.tap(".entry button");
  await kiosk.locator("#problem").waitFor();
  await see(kiosk, "code unknown");
  for (let n = 0; n < 8; n++) await kiosk.tap(".key.erase");
  for (const key of code.replaceAll("-", "")) await kiosk.tap(`.keypad button[value="${key}"]`);
  await kiosk.tap(".entry button");
  await kiosk.locator(".slip .number").waitFor();
  await see(kiosk, "ticket booked");
  booked = await ticketOn(kiosk);
  await start();
  for (const [ticket, number] of [[first, "W001"], [second, "W002"], [booked, "R001"]]) {
    expect(kiosk, `${ticket.number} instead of ${number}`, ticket.number === number);
  }
  [english, vietnamese, guest] = await Promise.all(["en", "vi", "ja"].map((who) => screen(`phone ${who}`, PHONE)));
  await Promise.all([[english, first], [vietnamese, second], [guest, booked]].map(async ([phone, { path, number }]) => {
    await phone.goto(at(phone, path));
    await shows(phone, ".stage.waiting .number", number);
    await shows(phone, ".stage .wait strong", /\d/);
    await see(phone, "waiting");
  }));
  await shows(english, ".stage .line", "next");
  await shows(vietnamese, ".stage .line", "1");
}

async function calling() {
  // A nervous finger calls one person.
  await calls(one, () => one.dblclick("#do-next-c1"), first.number, english);
  await shows(one, "#mine-state", first.number);
  await shows(two, "#queue-title", "2");
  expect(board, "a double click has called two", (await board.locator(".calling .call").count()) === 1);
  await shows(board, ".calling .call .counter", "1番窓口");
  await Promise.all([see(board, "one call"), see(english, "called"), see(one, "called")]);
  // Whoever writes calls nobody.
  await two.click("#beyond > summary");
  await two.locator("#issue-reason").pressSequentially("n");
  expect(two, "the field has lost a letter", (await two.inputValue("#issue-reason")) === "n");
  await two.fill("#issue-reason", "");
  await two.click("#beyond > summary");
  await two.click("#queue-title");
  expect(two, "a letter in a field has called somebody", (await two.locator("#do-next-c2").count()) === 1);
  await calls(two, () => two.keyboard.press("n"), second.number, vietnamese);
  await shows(two, "#mine-state", second.number);
  await Promise.all([see(board, "two calls"), see(vietnamese, "called")]);
  // Called once more, served, done.
  await calls(one, () => press(one, "#mine [id^=do-recall-]"), first.number, english);
  await press(one, "#mine [id^=do-serve-]");
  await shows(english, ".stage.serving .line", "1");
  await Promise.all([see(one, "serving"), see(english, "serving")]);
  await one.fill("#mine .finish input[name=done-certificate]", "3");
  await press(one, "#mine [id^=do-finish-]");
  await shows(english, ".stage.done", first.number);
  await Promise.all([see(one, "finished"), see(english, "done")]);
}

async function missing() {
  expect(two, "somebody may count as missed at once", await two.locator("#mine [id^=do-miss-]").isDisabled());
  for (let n = 0; n < 2; n++) await calls(two, () => press(two, "#mine [id^=do-recall-]"), second.number, vietnamese);
  await see(two, "recalled");
  await press(two, "#mine [id^=do-miss-]");
  await vietnamese.locator("#back").waitFor();
  await Promise.all([see(vietnamese, "missed"), see(two, "missed")]);
  await vietnamese.click("#back");
  await vietnamese.locator(".stage.waiting").waitFor();
  await shows(two, "#queue .code", second.number);
  await see(vietnamese, "back");
}

async function sendingOn() {
  const call = `#queue tr:has-text("${booked.number}") [id^=do-call-]`;
  await calls(one, () => press(one, call), booked.number, guest);
  await press(one, "#mine [id^=do-park-]");
  await shows(one, "#aside .code", booked.number);
  await guest.locator(".stage.parked").waitFor();
  await Promise.all([see(one, "parked"), see(guest, "parked")]);
  await press(one, "#aside [id^=do-return-]");
  await guest.locator(".stage.waiting").waitFor();
  await see(guest, "returned");
  await calls(one, () => press(one, call), booked.number, guest);
  await press(one, "#mine [id^=do-serve-]");
  await one.click("#mine [id^=transfer-] > summary");
  await one.selectOption("#mine select[name=to]", "counter-2");
  await one.fill("#mine input[name=note]", NOTE);
  await see(one, "transfer");
  await press(one, "#mine [id^=do-transfer-]");
  await shows(two, `#queue tr:has-text("${booked.number}")`, NOTE);
  await see(two, "transferred");
  await calls(two, () => press(two, "#do-next-c2"), booked.number, guest);
  await shows(two, "#mine .facts", NOTE);
  await see(two, "with a note");
  await press(two, "#mine [id^=do-serve-]");
  await press(two, "#mine [id^=do-finish-]");
  await see(board, "earlier calls");
}

// Lines break and come back by themselves: what was missed is there.
async function cutOff() {
  const away = [board, vietnamese, two];
  await Promise.all(away.map(cut));
  await Promise.all(away.map(async (page) => {
    await shows(page, "#lost", /09:3\d/);
    await see(page, "cut off");
  }));
  expect(two, "a clerk who is cut off may press", await two.locator("#do-next-c2").isDisabled());
  await press(one, "#do-next-c1");
  expect(board, "news came without a network", (await board.locator(".calling .call").count()) === 0);
  await Promise.all(away.map(mend));
  await shows(board, ".calling .call .number", second.number);
  await vietnamese.locator(".stage.called").waitFor();
  await shows(two, "#counters .there", second.number);
  await see(vietnamese, "on line again");
  // Leaving asks once more.
  await vietnamese.click("#leave");
  await vietnamese.locator("button[value=leave]").waitFor();
  await see(vietnamese, "leave");
  await vietnamese.click("button[value=leave]");
  await vietnamese.locator(".stage.left").waitFor();
  await see(vietnamese, "left");
  await one.locator("#do-next-c1").waitFor();
}

async function panel() {
  await choose("en");
  await kiosk.tap('button[formaction="/kiosk/ask"]');
  await kiosk.locator("#text").waitFor();
  await see(kiosk, "question");
  await kiosk.fill("#text", "What do I need to bring to pick up my card?");
  await kiosk.tap("form.write button");
  await kiosk.locator(".message.resident").waitFor();
  await see(kiosk, "answer");
  await start();
  await choose("en");
  await typeCode(code);
  await see(kiosk, "code");
  await kiosk.tap(".entry button");
  await kiosk.locator(".tell").waitFor();
  await see(kiosk, "served before");
  await start();
  await cut(kiosk);
  await kiosk.tap("button[name=language][value=en]");
  await shows(kiosk, "#lost", /09:3\d/);
  await see(kiosk, "cut off");
  await mend(kiosk);
  // Nobody finds what the visitor before has left: not after a minute, not by the back button, not by loading again.
  await kiosk.clock.install();
  await choose("en");
  await kiosk.clock.fastForward(45_000);
  await shows(kiosk, "#forgets", /\d+ seconds/);
  await see(kiosk, "forgets");
  await kiosk.tap("#go-on");
  await kiosk.locator("#forgets").waitFor({ state: "hidden" });
  await kiosk.clock.fastForward(61_000);
  await kiosk.locator("main[data-start]").waitFor();
  third = await takeTicket("zh-Hans", 1, "hearing");
  await start();
  for (const go of ["goBack", "reload", "goForward", "reload"]) {
    await kiosk[go]({ timeout: 2000 }).catch(() => {});
    const text = await kiosk.locator("body").innerText();
    const isEmpty = text === "" || (await kiosk.locator("main[data-start]").count()) === 1;
    expect(kiosk, `${go} leads to ${kiosk.url()}: ${text.slice(0, 80)}`, isEmpty);
    await shoot(kiosk, go);
  }
}

// Everything goes by forms, and the pages come anew by themselves.
async function withoutScripts() {
  const plain = async (page, role, path) => {
    const [{ width, height }, storageState] = [page.viewportSize(), await page.context().storageState()];
    const twin = await screen(`plain ${role}`, [width, height], { storageState, javaScriptEnabled: false });
    await twin.goto(at(twin, path));
    return twin;
  };
  const display = await plain(board, "board", "/board");
  const panel = await plain(kiosk, "kiosk", "/kiosk");
  await panel.click("button[name=language][value=ja-x-yasashii]");
  await panel.click('button[formaction="/kiosk/code"]');
  for (const key of ["button[value=A]", "button[value=C]", ".erase"]) await panel.click(`.keypad ${key}`);
  expect(panel, "the keypad does not type", (await panel.inputValue("#code")) === "A");
  await shoot(panel, "code");
  await panel.click(".panel-top a");
  await panel.click("button[name=language][value=ja]");
  await panel.click('button[formaction="/kiosk/procedure"]');
  await panel.click("button[name=procedure][value=pin]");
  await panel.click("button[name=people]");
  await panel.click('form[action="/kiosk/take"] button');
  const fourth = await ticketOn(panel);
  await shoot(panel, "ticket");
  const pocket = await plain(guest, "phone", fourth.path);
  await shows(pocket, ".stage.waiting .number", fourth.number);
  const refresh = await pocket.locator("meta[http-equiv=refresh]").getAttribute("content");
  expect(pocket, `it does not come anew: ${refresh}`, refresh === `30; url=${fourth.path}`);
  await shoot(pocket, "waiting");
  const desk = await plain(one, "clerk", "/staff/floor");
  await desk.click("#do-next-c1");
  await desk.locator("#main > .notice.good").waitFor();
  const called = await desk.locator("#mine-state strong").innerText();
  expect(desk, `${called} instead of ${third.number} is called`, called === third.number);
  await shoot(desk, "called");
  // Nothing is pressed there: the display asks by itself, every ten seconds.
  const isShown = shows(display, ".calling .number", called);
  await board.locator(".call.sign.fresh").waitFor();
  await see(board, "by a sign");
  // A page that waits for its script has no barrier either.
  await Promise.all([[board, "/board"], [one, "/staff/floor"], [guest, fourth.path]].map(async ([page, path]) => {
    const { width, height } = page.viewportSize();
    const storageState = await page.context().storageState();
    const twin = await screen(`${page.role} as it comes`, [width, height], { storageState });
    await twin.route("**/*.js", (route) => route.fulfill({ body: "", contentType: "text/javascript" }));
    await twin.goto(at(twin, path));
    await see(twin, "without its script");
    await twin.context().close();
  }));
  await isShown;
  await shoot(display, "called");
  await desk.click("#mine [id^=do-serve-]");
  await desk.click("#mine [id^=do-finish-]");
  await desk.locator("#do-next-c1").waitFor();
}

// ---- A full hall: every page of every ticket hears of one call. ----

async function post(page, path, fields) {
  const cookies = await page.context().cookies();
  const headers = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") };
  return (await fetch(base + path, { method: "POST", headers, body: new URLSearchParams(fields) })).text();
}

// A page of a ticket, as its stream tells it: how many come before, and since when.
const follow = (path) => new Promise((ready, broken) => {
  const page = { line: "", changedAt: 0 };
  const request = http.get(`${base}${path}/events`, { agent: false }, (answer) => {
    let unread = "";
    answer.setEncoding("utf8").on("data", (text) => {
      unread += text;
      for (let end; (end = unread.indexOf("\n\n")) >= 0; unread = unread.slice(end + 2)) {
        const line = /data-line>([^<]*)</.exec(unread.slice(0, end))?.[1];
        if (!line || line === page.line) continue;
        Object.assign(page, { line, changedAt: performance.now() });
        ready(page);
      }
    });
  });
  page.close = () => request.destroy();
  request.on("error", broken);
});

async function crowd() {
  const paths = [];
  const wish = { language: "en", procedure: "pin", people: "1" };
  for (let n = 0; n < TICKETS; n++) {
    paths.push(new URL(read(await post(kiosk, "/kiosk/take", { ...wish, key: `crowd-${n}` }))).pathname);
  }
  const pages = await Promise.all(paths.flatMap((path) => Array.from({ length: PAGES_EACH }, () => follow(path))));
  const form = await two.locator("form:has(#do-next-c2)").evaluate((form) => [...new FormData(form)]);
  const pressedAt = performance.now();
  await post(two, "/staff/floor/do", form);
  const isDeaf = (page) => page.changedAt < pressedAt;
  while (pages.some(isDeaf) && performance.now() - pressedAt < PATIENCE_MS) await pause(20);
  const deaf = pages.filter(isDeaf).length;
  if (deaf) fault("crowd", `${deaf} of ${pages.length} pages have not heard of a call`);
  const times = pages.map((page) => page.changedAt - pressedAt).sort((a, b) => a - b);
  for (const page of pages) page.close();
  const [middle, most, last] = [0.5, 0.95, 1].map((share) => Math.round(times[Math.ceil(share * times.length) - 1]));
  console.log(`${pages.length} pages hear of a call: p50 ${middle} ms, p95 ${most} ms, max ${last} ms`);
  if (most > CROWD_MS) fault("crowd", `nineteen of twenty pages heard of a call after ${most} ms`);
  await Promise.all([see(board, "full hall"), see(two, "full hall")]);
  // No more than the day holds; who gets no ticket is told why and when else.
  for (let n = 0; n < 30; n++) {
    const page = await post(kiosk, "/kiosk/take", { ...wish, procedure: "pickup", people: "4", key: `more-${n}` });
    if (!page.includes("data-print")) break;
  }
  await choose("en");
  await kiosk.tap('button[formaction="/kiosk/procedure"]');
  await kiosk.tap("button[name=procedure][value=pickup]");
  await kiosk.tap('button[name=people][value="4"]');
  await kiosk.locator(".free").waitFor();
  await see(kiosk, "no ticket");
}

// Screens that are none of ours, tickets of other days.
async function strangers() {
  const stranger = await screen("stranger", PHONE);
  stranger.isWrong = true;
  for (const path of ["/board", "/kiosk", "/device/none", "/t/none"]) {
    await stranger.goto(at(stranger, path));
    await see(stranger, path.slice(1).replace("/", " "));
  }
}

try {
  for (const part of [settingUp, arriving, calling, missing, sendingOn, cutOff, panel, withoutScripts, crowd, strangers]) {
    const started = Date.now();
    await part();
    console.log(`${part.name}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
  for (const [who, times] of Object.entries(took)) {
    const sorted = times.toSorted((a, b) => a - b);
    const middle = sorted[Math.floor(sorted.length / 2)];
    console.log(`from the click to the ${who}: ${times.join(", ")} ms; the middle is ${middle} ms`);
    if (middle > SOON_MS) fault(who, `a call is to be seen after ${middle} ms`);
  }
} catch (error) {
  fault("morning", error.stack);
}
await leave();
