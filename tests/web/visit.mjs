// A visit to the page of a reservation: `node visit.mjs http://127.0.0.1:8080 /r/TOKEN`. It shows the code, as text and as
// a picture, and leads to a calendar file; axe looks for barriers.
import { base, fault, leave, look, open, SCREENS } from "./eyes.mjs";

const path = process.argv[3];
const shots = process.env.MADOGUCHI_SHOTS;

for (const [width, height] of SCREENS) {
  const where = `reservation ${width}`;
  const page = await open(where, { viewport: { width, height } });
  await page.goto(base + path);
  await page.locator("figure.code svg").waitFor();
  const code = await page.locator("figure.code strong").innerText();
  if (!/^[A-Z0-9]{4}-[A-Z0-9]{4}$/.test(code)) fault(where, `the code reads “${code}”`);
  await look(page, where);
  if (shots) await page.screenshot({ path: `${shots}/reservation-${width}.png`, fullPage: true });
  const answer = await page.request.get(`${base}${path}/calendar.ics`);
  const file = await answer.text();
  for (const line of ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART:", "LOCATION:", "END:VCALENDAR"]) {
    if (!file.includes(line)) fault(where, `the calendar file has no ${line}`);
  }
  const wrong = await page.request.get(`${base}${path.slice(0, -1)}0`);
  const other = await page.request.get(`${base}${path.slice(0, -1)}1`);
  if (wrong.status() !== 404 && other.status() !== 404) fault(where, "a wrong token is answered");
  await page.context().close();
}
await leave();
