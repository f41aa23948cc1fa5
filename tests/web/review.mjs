// A visit to the review page: `node review.mjs http://127.0.0.1:8080 NAME TOKEN`. On a telephone and on a desk somebody
// comes in, reads what waits, returns a text without a reason, and looks at the questions; on the way axe looks for
// barriers. The page has no scripts. With MADOGUCHI_SHOTS every page is also kept as a picture in that folder.
import { base, fault, leave, look, open, SCREENS } from "./eyes.mjs";

const [name, token] = process.argv.slice(3);
// At first the token of the start leads to a password of one's own.
const own = "the password of a visit";
let secret = token;
const shots = process.env.MADOGUCHI_SHOTS;

async function visit([width, height]) {
  const where = `review ${width}`;
  const page = await open(where, { viewport: { width, height } });
  const see = async (what) => {
    await look(page, `${where}, ${what}`);
    if (shots) await page.screenshot({ path: `${shots}/review-${what.replaceAll(" ", "-")}-${width}.png`, fullPage: true });
  };
  await page.goto(`${base}/review`);
  await see("at the door");
  await page.fill("#name", name);
  await page.fill("#password", secret);
  await page.click("form.login button");
  if (secret === token) {
    await page.locator("#new").waitFor();
    await page.fill("#new", own);
    await page.fill("#again", own);
    await page.click("form.login button");
    secret = own;
  }
  await page.locator("table").waitFor();
  await see("the list");
  await page.click('a[href="/review/text/parking/en"]');
  await page.locator("ins").first().waitFor();
  await see("a text");
  await page.click('button[value="return"]');
  await page.locator(".notice.bad").waitFor();
  await see("a return without a reason");
  await page.click('a[href="/review/questions"]');
  const groups = await page.locator("ol.groups > li").count();
  if (groups !== 3) fault(where, `${groups} groups of questions`);
  await see("the questions");
  await page.context().close();
}

for (const screen of SCREENS) await visit(screen);
await leave();
