// A visit to the staff's pages: `node staff.mjs http://127.0.0.1:8080 NAME TOKEN`. A supervisor comes in, reserves for a
// caller, notes an arrival, looks at the lists, closes a day; axe looks for barriers on every page, and the keyboard alone
// must suffice for a booking. With MADOGUCHI_SHOTS every page is also kept as a picture in that folder.
import { base, fault, leave, look, open, SCREENS } from "./eyes.mjs";

const [name, token] = process.argv.slice(3);
const shots = process.env.MADOGUCHI_SHOTS;

async function visit([width, height]) {
  const where = `staff ${width}`;
  const page = await open(where, { viewport: { width, height } });
  const see = async (what) => {
    await look(page, `${where}, ${what}`);
    if (shots) await page.screenshot({ path: `${shots}/staff-${what.replaceAll(" ", "-")}-${width}.png`, fullPage: true });
  };
  const calm = async (route) => route.fulfill({ response: await route.fetch(), status: 200 });
  await page.route("**/staff/day", calm, { times: 1 });
  await page.goto(`${base}/staff/day`);
  await see("door");
  await page.selectOption("#name", name);
  await page.fill("#token", token);
  await page.click("form.login button");
  await page.locator("h1").waitFor();
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
  await page.goto(booked);
  await page.click('a[href$="/cancel"]');
  await see("cancel");
  await page.context().close();
}

for (const screen of SCREENS) await visit(screen);
await leave();
