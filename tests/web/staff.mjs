// A visit to the staff's pages: `node staff.mjs http://127.0.0.1:8080 NAME TOKEN`. A supervisor comes in, reserves for a
// caller, notes an arrival, looks at the lists, closes a day; axe looks for barriers on every page, and the keyboard alone
// must suffice for a booking. With MADOGUCHI_SHOTS every page is also kept as a picture in that folder.
import { base, fault, leave, look, open, SCREENS } from "./eyes.mjs";

const [name, token] = process.argv.slice(3);
// At first the token of the start leads to a password of one's own.
const own = "the password of a visit";
let secret = token;
const shots = process.env.MADOGUCHI_SHOTS;

async function visit([width, height]) {
  const where = `staff ${width}`;
  const page = await open(where, { viewport: { width, height } });
  const see = async (what) => {
    await look(page, `${where}, ${what}`);
    if (shots) await page.screenshot({ path: `${shots}/staff-${what.replaceAll(" ", "-")}-${width}.png`, fullPage: true });
  };
  await page.goto(`${base}/staff/day`);
  await see("door");
  await page.fill("#name", name);
  await page.fill("#password", secret);
  await page.click("form.login button");
  if (secret === token) {
    await page.locator("#new").waitFor();
    await see("first password");
    await page.fill("#new", own);
    await page.fill("#again", own);
    await page.click("form.login button");
    secret = own;
  }
  await page.waitForURL("**/staff/day");
  await see("day");
  await page.goto(`${base}/staff/book?office=main&day=2026-12-10&procedure=pickup&people=2&look=1`);
  await see("book");
  // By keyboard: choose the first time and send the form.
  const times = page.locator('input[type="radio"][name="start"]');
  if ((await times.count()) === 0) fault(where, "no free time is offered");
  await times.first().focus();
  await page.keyboard.press("Space");
  await page.fill('input[name="reading"]', "はびきの はなこ");
  await page.fill('input[name="phone"]', "072-000-0000");
  await page.locator('input[name="phone"]').press("Enter");
  await page.waitForURL("**/staff/visit/**");
  await see("visit");
  const booked = page.url();
  for (const what of ["week", "waiting", "conflicts", "morning", "calendar"]) {
    await page.goto(`${base}/staff/${what}?office=main&day=2026-12-10`);
    await see(what);
  }
  await page.goto(`${base}/staff/day?office=main&day=2026-12-10`);
  await see("full day");
  await page.goto(`${base}/staff/day?office=main&day=2026-12-10&print=1`);
  await see("print");
  await page.goto(`${base}/staff/password`);
  await page.fill("#old", "not the old one");
  await page.fill("#new", "another password");
  await page.fill("#again", "another password");
  await page.click("form.login button");
  await page.locator(".notice.bad").waitFor();
  await see("wrong password");
  await page.goto(`${base}/staff/people`);
  await see("people");
  await page.locator('form[action="/staff/people"] button').first().click();
  await page.locator("code").waitFor();
  await see("given password");
  await page.goto(booked);
  await page.click('a[href$="/cancel"]');
  await see("cancel");
  await page.context().close();
}

for (const screen of SCREENS) await visit(screen);
await leave();
