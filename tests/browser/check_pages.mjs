// Opens pages in headless Chromium and tells what a person or a machine would hold against them, as JSON on stdout.
// node check_pages.mjs [--pictures FOLDER] PAGE.html...: pictures at every width in both schemes and PDFs go to FOLDER.
// Of a page whose name ends in "hostile" only what it loads and runs is of interest.
// CHROMIUM names the browser if it is not /usr/bin/chromium.
import { createRequire } from "node:module";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const NO_BROWSER = 3; // the exit code that says so

const words = process.argv.slice(2);
const folder = words[0] === "--pictures" ? words.splice(0, 2)[1] : undefined;
if (folder) mkdirSync(folder, { recursive: true });

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const widths = { desktop: 1280, narrow: 800, phone: 360, smallest: 320 };
// Every rule once, in the widest layout; what depends on colours and room again, in the other scheme on a phone.
const looks = [
  { scheme: "light", width: widths.desktop, only: rules },
  { scheme: "dark", width: widths.phone, only: { type: "rule", values: ["color-contrast", "target-size", "scrollable-region-focusable"] } },
];
const paper = { width: 688, height: 1032 }; // A4 without its margins, in CSS pixels

let browser;
try {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
} catch (error) {
  console.error(String(error));
  process.exit(NO_BROWSER);
}

const stem_of = (file) => basename(file, ".html");

async function check(file) {
  const url = pathToFileURL(resolve(file)).href;
  const stem = folder && join(folder, stem_of(file));
  const found = { console: [], requests: [], dialogs: [], violations: [], rules: 0, overflow: [], focus: [], executed: false, sheets: 0 };
  // The page forbids scripts; the checks are scripts.
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: widths.desktop, height: 900 } });
  context.setDefaultTimeout(120_000); // a busy machine is no fault of the page
  const page = await context.newPage();
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && found.console.push(message.text()));
  page.on("pageerror", (error) => found.console.push(String(error)));
  page.on("dialog", (dialog) => { found.dialogs.push(dialog.message()); dialog.dismiss(); });
  page.on("request", (request) => {
    if (request.url() !== url && !request.url().startsWith("data:")) found.requests.push(request.url());
  });
  // Nothing leaves this machine, whatever a page asks for.
  await context.route(/^(https?|wss?):/, (route) => route.abort());
  await page.goto(url);
  if (stem_of(file).endsWith("hostile")) {
    await page.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));
    await page.keyboard.press("Tab");
    found.executed = await page.evaluate(() => window.executed === true);
    await context.close();
    return found;
  }
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: false });
  found.sheets = (Buffer.from(pdf).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
  if (folder) writeFileSync(`${stem}.pdf`, pdf);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(paper);
  if (await wider() > 0) found.overflow.push(`paper: ${await wider()} px wider than the sheet`);
  await page.emulateMedia({ media: null });

  for (const [name, width] of Object.entries(widths)) {
    await page.setViewportSize({ width, height: 900 });
    if (await wider() > 0) found.overflow.push(`${name}: ${await wider()} px wider than the window`);
    for (const scheme of folder ? ["light", "dark"] : []) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.screenshot({ path: `${stem}-${name}-${scheme}.png`, fullPage: true });
    }
  }
  found.focus = await focus(page);

  await page.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));
  await page.evaluate(axe);
  for (const { scheme, width, only } of looks) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    const result = await page.evaluate((runOnly) => window.axe.run(document, { runOnly, resultTypes: ["violations"], preload: false }), only);
    found.rules += result.passes.length;
    found.violations.push(...result.violations.map((it) => ({
      scheme, rule: it.id, help: it.help, nodes: it.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)),
    })));
  }
  found.executed = await page.evaluate(() => window.executed === true);
  await context.close();
  return found;
}

// The keyboard reaches everything that can be followed or opened, and one sees where it is.
async function focus(page) {
  await page.keyboard.press("Tab"); // from now on the browser shows where the keyboard is
  return page.evaluate(() => {
    const places = [...document.querySelectorAll("a[href], summary, [tabindex]")].filter((it) => it.checkVisibility());
    const problems = document.activeElement === places[0] ? [] : ["Tab does not lead to the first place"];
    for (const it of places) {
      const name = `${it.tagName} ${it.textContent.trim().slice(0, 40)}`;
      it.focus({ preventScroll: true });
      const { outlineStyle, outlineWidth } = getComputedStyle(it);
      if (document.activeElement !== it || it.tabIndex !== 0) problems.push(`the keyboard does not reach ${name}`);
      else if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) problems.push(`no sign of the keyboard at ${name}`);
    }
    return problems;
  });
}

try {
  const report = {};
  const waiting = [...words];
  const worker = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) report[stem_of(file)] = await check(file);
  };
  await Promise.all([worker(), worker()]);
  console.log(JSON.stringify(report, null, 2));
} finally {
  await browser.close();
}
