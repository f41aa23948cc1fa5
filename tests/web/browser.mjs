// A visit with a real browser: `node browser.mjs http://127.0.0.1:8080`. In each language, on a
// telephone and on a desk, with and without JavaScript, somebody books; on the way axe looks for
// barriers. Exit code 1 tells of faults, 77 that something needed for the test is not installed.
import { base, browser, fault, leave, look, open, SCREENS } from "./eyes.mjs";

const VISITS = {
  ja: ["来週の火曜に電子証明書の更新の予約をしたい", "予約ができました"],
  "ja-x-yasashii": ["予約したい", "予約（よやく）"],
  en: ["I want to book a renewal of my electronic certificate next Tuesday", "reserved|reservation"],
};

// Without scripts axe cannot run; it reads the same page in a browser where only the page's own script
// is kept away.
async function lookWithoutScript(page, where) {
  const storageState = await page.context().storageState();
  const twin = await browser.newContext({ viewport: page.viewportSize(), storageState });
  const empty = { body: "", contentType: "text/javascript" };
  await twin.route("**/chat.js", (route) => route.fulfill(empty));
  const copy = await twin.newPage();
  await copy.goto(base);
  await look(copy, where);
  await twin.close();
}

async function visit(language, [width, height], javaScriptEnabled) {
  const where = `${language} ${width} ${javaScriptEnabled ? "with" : "without"} JavaScript`;
  const page = await open(where, { viewport: { width, height }, javaScriptEnabled });
  const check = javaScriptEnabled ? look : lookWithoutScript;
  const desk = page.locator(".message.desk");
  const act = async (action) => {
    const before = await desk.count();
    await action();
    await desk.nth(before).waitFor();
  };
  await page.goto(base);
  if (language !== "ja") {
    await page.click("summary");
    await act(() => page.click(`button[name=language][value="${language}"]`));
  }
  await check(page, `${where}, at the start`);
  const [wish, done] = VISITS[language];
  await page.fill("#text", wish);
  await act(() => page.click("#send"));
  for (let step = 0; step < 8; step++) {
    const buttons = page.locator(".choices button");
    const values = await buttons.evaluateAll((all) => all.map((button) => button.value));
    const next = values.find((value) => /^[podty]\./.test(value));
    if (!next) break;
    if (step === 1) await check(page, `${where}, in the middle of a booking`);
    await act(() => page.click(`.choices button[value="${next}"]`));
  }
  await check(page, `${where}, after the booking`);
  const last = await desk.last().locator(".text").textContent();
  const booked = new RegExp(done).test(last) && /[A-Z0-9]{4}-[A-Z0-9]{4}/.test(last);
  if (!booked) fault(where, `no booking: ${last}`);
  await page.context().close();
}

// A nervous finger and a change of size in the middle of a sentence.
async function habits() {
  const where = "habits";
  const page = await open(where, { viewport: { width: 360, height: 740 } });
  await page.goto(base);
  await page.fill("#text", "予約したい");
  await page.dblclick("#send");
  await page.locator('.choices button[value="p.pickup"]').waitFor();
  if ((await page.locator(".message.resident").count()) !== 1) fault(where, "a double click sent twice");
  await page.fill("#text", "書きかけ");
  await Promise.all([page.waitForEvent("load"), page.click("button[value=huge]")]);
  if ((await page.inputValue("#text")) !== "書きかけ") fault(where, "the draft was lost");
  await look(page, `${where}, in huge type`);
  const missing = await open(where, { viewport: { width: 360, height: 740 } });
  await missing.route("**/nowhere", async (route) => {
    const response = await route.fetch();
    // The browser itself complains in the console about every 404.
    await route.fulfill({ response, status: 200 });
  });
  await missing.goto(`${base}/nowhere`);
  await look(missing, "the page that was not found");
}

async function visits(language) {
  for (const screen of SCREENS) {
    for (const javaScriptEnabled of [true, false]) await visit(language, screen, javaScriptEnabled);
  }
}

await Promise.all([...Object.keys(VISITS).map(visits), habits()]);
await leave();
