// Opens pages in headless Chromium and tells what a person or a machine would hold against them, as JSON on stdout.
// node check_pages.mjs [--pictures FOLDER] PAGE.html...: pictures at three widths in both schemes and PDFs go to FOLDER.
// CHROMIUM names the browser if it is not /usr/bin/chromium.
import { createRequire } from "node:module";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const words = process.argv.slice(2);
const folder = words[0] === "--pictures" ? words.splice(0, 2)[1] : undefined;
if (folder) mkdirSync(folder, { recursive: true });

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const widths = { desktop: 1280, narrow: 800, phone: 360, smallest: 320 };
// axe looks at the widest layout in light and at the narrowest in dark: every rule, both sets of colours.
const looks = { light: "desktop", dark: "phone" };
const paper = { width: 688, height: 1032 }; // A4 without its margins, in CSS pixels

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});

async function check(file) {
  const url = pathToFileURL(resolve(file)).href;
  const stem = folder && join(folder, basename(file, ".html"));
  const found = { console: [], requests: [], dialogs: [], violations: [], rules: 0, overflow: [], focus: [], executed: false, pages: 0 };
  for (const scheme of ["light", "dark"]) {
    // The page forbids scripts; the checks are scripts.
    const context = await browser.newContext({ bypassCSP: true, colorScheme: scheme });
    const page = await context.newPage();
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && found.console.push(message.text()));
    page.on("pageerror", (error) => found.console.push(String(error)));
    page.on("dialog", (dialog) => { found.dialogs.push(dialog.message()); dialog.dismiss(); });
    page.on("request", (request) => {
      if (request.url() !== url && !request.url().startsWith("data:")) found.requests.push(request.url());
    });
    await page.goto(url);
    for (const [name, width] of Object.entries(widths)) {
      await page.setViewportSize({ width, height: 900 });
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wider > 0) found.overflow.push(`${name}: ${wider} px wider than the window`);
      if (folder) await page.screenshot({ path: `${stem}-${name}-${scheme}.png`, fullPage: true });
    }
    if (scheme === "light") found.focus = await focus(page);
    await page.setViewportSize({ width: widths[looks[scheme]], height: 900 });
    await page.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));
    await page.evaluate(axe);
    const result = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags, resultTypes: ["violations"] }), rules);
    found.rules += result.passes.length;
    found.violations.push(...result.violations.map((it) => ({
      scheme, rule: it.id, help: it.help, nodes: it.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)),
    })));
    found.executed ||= await page.evaluate(() => window.executed === true);
    await context.close();
  }
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto(url);
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: false });
  found.pages = (Buffer.from(pdf).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
  if (folder) writeFileSync(`${stem}.pdf`, pdf);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(paper);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wider > 0) found.overflow.push(`paper: ${wider} px wider than the sheet`);
  await context.close();
  return found;
}

// The keyboard reaches everything that can be followed or opened, and one sees where it is.
async function focus(page) {
  const expected = await page.evaluate(() =>
    [...document.querySelectorAll("a[href], summary, [tabindex='0']")].filter((it) => it.checkVisibility()).length);
  const problems = [];
  const reached = new Set();
  for (let press = 0; press < expected; press++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const it = document.activeElement;
      it.dataset.stop ??= String(document.querySelectorAll("[data-stop]").length);
      const outline = getComputedStyle(it);
      const box = it.getBoundingClientRect();
      return {
        stop: it.dataset.stop, name: `${it.tagName} ${it.textContent.trim().slice(0, 40)}`,
        seen: outline.outlineStyle !== "none" && parseFloat(outline.outlineWidth) >= 2 && box.right > 0 && box.bottom > 0,
      };
    });
    reached.add(at.stop);
    if (!at.seen) problems.push(`no sign of the keyboard at ${at.name}`);
  }
  if (reached.size !== expected) problems.push(`the keyboard reaches ${reached.size} of ${expected} places`);
  return problems;
}

try {
  const report = {};
  for (const file of words) report[basename(file, ".html")] = await check(file);
  console.log(JSON.stringify(report, null, 2));
} finally {
  await browser.close();
}
