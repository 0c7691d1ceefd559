// The report of a change in a browser: read from a disk, switched without script, walked by keyboard, printed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { appendFile, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";

import { openBrowser } from "../support/browser.mjs";
import { committed, git } from "../support/git.mjs";
import { documentSource, kanon, project, source } from "../support/kanon.mjs";

const axe = readFileSync(path.join(source, "node_modules", "axe-core", "axe.min.js"), "utf8");

const start = {
  "kanon.yaml": 'site: {title: "Prøve", base_url: "https://proeve.example/"}\ndocument_types:\n  - {id: politik, label: Politik, parents: []}\n',
  "content/documents/top.md": documentSource("top", { body: "## Ansvar\n\nDirektionen har ansvaret.\n\n## Regler\n\nGem loggen i 6 måneder.\n\nDen er fortrolig.\n\nDen slettes.\n\nDet er alt.\n\nOgså dette.\n" }),
  "content/documents/farlig.md": documentSource("farlig", { front: { title: '"<script>document.title=1</script>"' }, body: "Før <b>her</b>.\n" }),
};

async function report(t, ...flags) {
  const folder = await project(t, start);
  await git(folder, "init", "-q", "-b", "main");
  await committed(folder, "Before");
  const file = path.join(folder, "content/documents/top.md");
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace("Direktionen", "Udvalget").replace("6 måneder", "12 måneder"));
  await appendFile(path.join(folder, "content/documents/farlig.md"), "\nEfter `</script><script>document.title=2</script>`.\n");
  const out = path.join(folder, "rapport");
  const made = await kanon(["review", "HEAD", "--format", "html", "--project", folder, "--out", flags.length ? `${out}.html` : out, ...flags]);
  assert.ok(made.status === 0 || made.status === 1, made.stderr);
  return flags.length ? `${out}.html` : path.join(out, "index.html");
}

/** A page, and what the browser complains about or asks elsewhere for. */
async function open(context, file, complaints) {
  const page = await context.newPage();
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => !request.url().startsWith("file:") && complaints.push(`asks ${request.url()}`));
  await page.goto(pathToFileURL(file).href);
  return page;
}

async function violations(page) {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return found.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join("; ")}`);
}

test("the report", async (t) => {
  const [folder, alone] = [await report(t), await report(t, "--single-file")];
  const browser = await openBrowser(t);
  const complaints = [];

  await t.test("is one file, or one folder, and asks for nothing else", async () => {
    for (const name of ["review.json", "review.md", "announcement.md", "kanon.css"]) assert.ok((await stat(path.join(path.dirname(folder), name))).isFile());
    for (const file of [folder, alone]) {
      const page = await open(await browser.newContext(), file, complaints);
      assert.equal(await page.title(), await page.evaluate(() => document.querySelector("title").textContent), "no title was set by content");
      assert.deepEqual(await page.$$eval(".is ins", (all) => all.map((one) => one.lastChild.textContent.trim())).then((all) => all.slice(0, 2)).then((all) => all.length), 2);
      await page.context().close();
    }
    assert.deepEqual(complaints, []);
  });

  await t.test("shows before and now beside each other, without script", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
    const page = await open(context, alone, complaints);
    const sides = () => page.locator(".pair", { hasText: "Udvalget" }).first().evaluate((pair) => [...pair.children].map((side) => side.getBoundingClientRect().width > 0));
    assert.deepEqual(await sides(), [false, true]);
    await page.click('label[for="_beside"]');
    assert.deepEqual(await sides(), [true, true]);
    const seen = await page.locator(".pair", { hasText: "Udvalget" }).first().evaluate((pair) => [...pair.children].map((side) => side.innerText));
    assert.match(seen[0], /Direktionen/);
    assert.doesNotMatch(seen[0], /Udvalget/);
    assert.match(seen[1], /Udvalget/);
    assert.doesNotMatch(seen[1], /Direktionen/);
    await context.close();
  });

  await t.test("goes from change to change by keyboard", async () => {
    const context = await browser.newContext();
    const page = await open(context, alone, complaints);
    const at = () => page.locator(".review-keys [role=status]").textContent();
    await page.keyboard.press("n");
    assert.match(await at(), /^1 \/ \d+$/);
    await page.keyboard.press("n");
    assert.match(await at(), /^2 \//);
    await page.keyboard.press("p");
    assert.match(await at(), /^1 \//);
    assert.ok(await page.evaluate(() => document.activeElement.classList.contains("current")));
    await page.keyboard.press("s");
    assert.ok(await page.isChecked("#_beside"));
    await context.close();
    assert.deepEqual(complaints, []);
  });

  for (const width of [390, 1280]) {
    for (const colorScheme of ["light", "dark"]) {
      await t.test(`is accessible at ${width} pixels, ${colorScheme}`, async () => {
        const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
        for (const file of [folder, alone]) {
          const page = await open(context, file, complaints);
          assert.deepEqual(await violations(page), []);
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true, "nothing to scroll sideways for");
          await page.close();
        }
        await context.close();
      });
    }
  }
});
