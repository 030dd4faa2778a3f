// Opens a page in headless Chromium and tells what a person or a machine would hold against it, as JSON on stdout.
// node check_page.mjs PAGE.html [FOLDER]: with a folder, pictures at three widths in both schemes and a PDF go there.
import { createRequire } from "node:module";
import { mkdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [page_file, folder] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const widths = { desktop: 1280, narrow: 800, phone: 360 };
const page_url = pathToFileURL(resolve(page_file)).href;
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const found = { console: [], requests: [], dialogs: [], violations: [], overflow: [], executed: false, pages: 0 };

try {
  for (const scheme of ["light", "dark"]) {
    for (const [name, width] of Object.entries(widths)) {
      const page = await browser.newPage();
      // The page forbids scripts; the checks are scripts.
      await page.setBypassCSP(true);
      page.on("console", (message) => ["error", "warn"].includes(message.type()) && found.console.push(message.text()));
      page.on("pageerror", (error) => found.console.push(String(error)));
      page.on("dialog", (dialog) => { found.dialogs.push(dialog.message()); dialog.dismiss(); });
      page.on("request", (request) => {
        if (request.url() !== page_url && !request.url().startsWith("data:")) found.requests.push(request.url());
      });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await page.setViewport({ width, height: 900 });
      await page.goto(page_url, { waitUntil: "networkidle0" });
      found.executed ||= await page.evaluate(() => window.executed === true);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) found.overflow.push(`${name}: ${overflow} px wider than the window`);
      if (folder) {
        mkdirSync(folder, { recursive: true });
        const stem = join(folder, basename(page_file, ".html"));
        await page.screenshot({ path: `${stem}-${name}-${scheme}.png`, fullPage: true });
      }
      await page.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));
      await page.evaluate(axe);
      const result = await page.evaluate(() => window.axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      }));
      found.violations.push(...result.violations.map((it) => ({
        scheme, width: name, rule: it.id, help: it.help, nodes: it.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)),
      })));
      await page.close();
    }
  }
  const page = await browser.newPage();
  await page.goto(page_url);
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: false });
  found.pages = (Buffer.from(pdf).toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
  if (folder) {
    const { writeFileSync } = await import("node:fs");
    writeFileSync(join(folder, `${basename(page_file, ".html")}.pdf`), pdf);
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(found, null, 2));
