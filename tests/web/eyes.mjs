// What every visit with a real browser needs: the browser, axe, and a list of what was found. Exit code 1 tells of
// faults, 77 that something needed for the test is not installed.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

export const base = process.argv[2];
const folder = process.env.MADOGUCHI_NODE_MODULES ?? join(process.cwd(), "node_modules");
const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const named = process.env.MADOGUCHI_CHROMIUM;
const executablePath = (named ? [named] : places).find((path) => existsSync(path));
let chromium, axe;
try {
  const require = createRequire(join(folder, "from-here.js"));
  chromium = require(join(folder, "playwright-core")).chromium;
  axe = readFileSync(join(folder, "axe-core", "axe.min.js"), "utf8");
} catch {
  console.log(`playwright-core and axe-core are not in ${folder} (MADOGUCHI_NODE_MODULES)`);
  process.exit(77);
}
if (!executablePath) {
  console.log("chromium is not installed (MADOGUCHI_CHROMIUM names another place)");
  process.exit(77);
}

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
export const SCREENS = [[360, 740], [1280, 800]];
const faults = [];
export const fault = (where, what) => faults.push(`${where}: ${what}`);

export const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });

export async function open(where, options) {
  const context = await browser.newContext({ locale: "ja", reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => fault(where, `script error: ${error}`));
  page.on("console", (message) => message.type() === "error" && fault(where, message.text()));
  return page;
}

// At the end of the page the box covers nothing, so that every button is seen in full.
export async function look(page, where) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) fault(where, `the page is ${wide} pixels too wide`);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.evaluate(axe);
  const options = { runOnly: { type: "tag", values: TAGS } };
  const found = await page.evaluate((how) => axe.run(document, how), options);
  for (const { id, help, nodes } of found.violations) {
    fault(where, `axe ${id}: ${help}: ${nodes[0].html}`);
  }
}

// Tells what was found, and ends.
export async function leave() {
  await browser.close();
  for (const line of faults) console.log(line);
  process.exit(faults.length ? 1 : 0);
}
