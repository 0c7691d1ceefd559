// This repository's own site, as readers meet it: in a browser, on a phone and on a wide screen, in light and in dark,
// without script, from a disk; every address leads somewhere; the HTML is valid.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";

import { openBrowser, serve } from "../support/browser.mjs";
import { deadLinks } from "../support/links.mjs";
import { filesBelow, kanon, run, source, temporaryFolder } from "../support/kanon.mjs";

const axe = readFileSync(path.join(source, "node_modules", "axe-core", "axe.min.js"), "utf8");

test("the site of this repository", async (t) => {
  const site = path.join(await temporaryFolder(t), "site");
  const built = await kanon(["build", "--no-pdf", "--quiet", "--project", source, "--out", site, "--date", "2026-11-28"]);
  assert.equal(built.status, 0, built.stderr);
  const names = (await filesBelow(site)).filter((name) => name.endsWith(".html"));
  const browser = await openBrowser(t);
  const address = await serve(t, site);
  const kinds = pageKinds(names);
  t.diagnostic(`${names.length} pages; of every kind: ${kinds.join(" ")}`);

  for (const width of [390, 1280]) {
    await t.test(`every kind of page, ${width} pixels wide, in light and in dark`, () =>
      Promise.all(["light", "dark"].map((colorScheme) => readAll(browser, address, kinds, { width, colorScheme }))));
  }
  await t.test("nothing is wider than 320 pixels", () => Promise.all(halves(names).map((half) => narrow(browser, address, half))));
  await t.test("every heading, image and landmark of every page is accessible", () => Promise.all(halves(names).map((half) => accessible(browser, address, half))));
  await t.test("without script the text is the same", () => withoutScript(browser, address, kinds));
  await t.test("from a disk the links of the front page work", () => fromDisk(browser, site));
  await t.test("every link and anchor leads somewhere", async () => assert.deepEqual(await deadLinks(site), []));
  await t.test("the site works below a folder: no address begins at the root", async () => {
    for (const name of names.filter((one) => one !== "404.html")) {
      const html = await readFile(path.join(site, name), "utf8");
      assert.deepEqual([...html.matchAll(/ (?:href|src)="(\/(?!\/)[^"]*)"/g)].map((match) => match[1]), [], name);
    }
  });
  await t.test("vnu finds no error in any page", () => valid(site));
});

test("catalogs, what they cover, the Statement of Applicability and dispensations", async (t) => {
  const project = path.join(source, "tests", "golden", "requirements", "project");
  const site = path.join(await temporaryFolder(t), "site");
  const built = await kanon(["build", "--no-pdf", "--quiet", "--drafts", "--audience", "internal", "--project", project, "--out", site, "--date", "2026-11-28"]);
  assert.equal(built.status, 0, built.stderr);
  const names = (await filesBelow(site)).filter((name) => name.endsWith(".html"));
  const browser = await openBrowser(t);
  const address = await serve(t, site);
  for (const width of [390, 1280]) {
    await t.test(`every page, ${width} pixels wide, in light and in dark`, () =>
      Promise.all(["light", "dark"].map((colorScheme) => readAll(browser, address, names, { width, colorScheme }))));
  }
  await t.test("nothing is wider than 320 pixels", () => narrow(browser, address, names));
  await t.test("without script the text is the same", () => withoutScript(browser, address, names));
  await t.test("every link and anchor leads somewhere", async () => assert.deepEqual(await deadLinks(site), []));
  await t.test("the filter narrows, counts, and is kept in the address", () => filters(browser, address));
  await t.test("vnu finds no error in any page", () => valid(site));
});

async function filters(browser, address) {
  const context = await browser.newContext();
  const complaints = [];
  const page = await open(context, address, "kravkataloger/hoej/", complaints);
  const shown = () => page.$$eval(".requirement", (all) => all.filter((one) => one.checkVisibility()).map((one) => one.id));
  const count = () => page.textContent(".filter-count");
  assert.deepEqual(await shown(), ["LK-BAS-1.1", "LK-BAS-2.1", "LK-HOJ-2.1"]);
  assert.equal(await count(), "3 krav");

  await page.selectOption("select[name=phase]", "2");
  await page.selectOption("select[name=kind]", "minimum");
  assert.deepEqual(await shown(), ["LK-HOJ-2.1"]);
  assert.equal(await count(), "1 af 3 krav");
  assert.equal(new URL(page.url()).search, "?phase=2&kind=minimum");
  assert.equal(await page.isVisible("text=1. Forberedelse"), false, "a section of none is left out, also in the contents");

  await page.reload();
  assert.deepEqual(await shown(), ["LK-HOJ-2.1"], "the address brings the choice back");
  await page.evaluate(() => { location.hash = "#LK-BAS-1.1"; });
  await page.waitForFunction(() => document.getElementById("LK-BAS-1.1").checkVisibility());
  assert.equal(new URL(page.url()).search, "", "who asks for a requirement is shown it");

  await page.goto(`${address}kravkataloger/hoej/?level=intern&theme=findes-ikke`);
  assert.deepEqual(await shown(), ["LK-HOJ-2.1"]);
  await page.click("form.filter button[type=reset]");
  assert.equal(await count(), "3 krav");
  assert.equal((await shown()).length, 3);
  await context.close();
  assert.deepEqual(complaints, []);
}

/** One page of each kind: the first of every section, of releases, of what changed and of histories, and those that stand alone. */
function pageKinds(names) {
  const sections = new Map();
  for (const name of names) {
    const parts = name.split("/");
    const below = parts.slice(2, -1).map((part) => (part.includes("..") ? "#..#" : /^[0-9.]+$/.test(part) ? "#" : part));
    const key = parts.length > 2 ? [parts[0], "*", ...below].join("/") : name;
    sections.set(key, [...(sections.get(key) ?? []), name]);
  }
  return [...sections.values()].map((pages) => pages[0]).sort();
}

const halves = (names) => [names.filter((_, index) => index % 2 === 0), names.filter((_, index) => index % 2 === 1)];
const urlOf = (address, name) => address + name.replace(/(^|\/)index\.html$/, "$1");

/** Opens a page, and fails on whatever the browser complains about or fetches elsewhere. */
async function open(context, address, name, complaints) {
  const page = await context.newPage();
  const say = (text) => complaints.push(`${name}: ${text}`);
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && say(message.text()));
  page.on("pageerror", (error) => say(error.message));
  page.on("requestfailed", (request) => say(`${request.url()} failed`));
  page.on("response", (response) => response.status() >= 400 && say(`${response.url()} ${response.status()}`));
  page.on("request", (request) => new URL(request.url()).host !== new URL(address).host && !request.url().startsWith("data:") && say(`asks ${request.url()}`));
  await page.goto(urlOf(address, name), { waitUntil: "load" });
  return page;
}

async function violations(page, name) {
  await page.evaluate(axe);
  const results = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return results.violations.map((one) => `${name}: ${one.id}: ${one.help}: ${one.nodes.map((node) => `${node.target.join(" ")} (${node.failureSummary})`).slice(0, 3).join("; ")}`);
}

async function readAll(browser, address, names, { width, colorScheme }) {
  const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme, reducedMotion: "reduce" });
  const complaints = [];
  for (const name of names) {
    const page = await open(context, address, name, complaints);
    complaints.push(...(await violations(page, name)));
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (sideways > 0) complaints.push(`${name}: ${sideways} pixels too wide`);
    await page.close();
  }
  await context.close();
  assert.deepEqual(complaints, []);
}

async function narrow(browser, address, names) {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  const wide = [];
  for (const name of names) {
    await page.goto(urlOf(address, name), { waitUntil: "domcontentloaded" });
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (sideways > 0) wide.push(`${name}: ${sideways} pixels`);
  }
  await context.close();
  assert.deepEqual(wide, []);
}

/** The rules of axe that need no styles, on every page. */
async function accessible(browser, address, names) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 844 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  const found = [];
  for (const name of names) {
    await page.goto(urlOf(address, name), { waitUntil: "domcontentloaded" });
    await page.evaluate(axe);
    const results = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"], rules: { "color-contrast": { enabled: false } } }));
    for (const one of results.violations) found.push(`${name}: ${one.id}: ${one.nodes.map((node) => node.target.join(" ")).slice(0, 3).join("; ")}`);
  }
  await context.close();
  assert.deepEqual(found, []);
}

async function withoutScript(browser, address, names) {
  const texts = {};
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 1280, height: 844 } });
    const page = await context.newPage();
    for (const name of names) {
      await page.goto(urlOf(address, name), { waitUntil: "load" });
      // What only a script can do is no part of the text.
      await page.evaluate(() => document.querySelectorAll("form.filter").forEach((form) => form.remove()));
      (texts[name] ??= []).push((await page.innerText("main")).replace(/\s+/g, " "));
    }
    await context.close();
  }
  for (const [name, [withScript, without]] of Object.entries(texts)) assert.equal(without, withScript, name);
}

async function fromDisk(browser, site) {
  const context = await browser.newContext();
  const complaints = [];
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("requestfailed", (request) => complaints.push(`${request.url()} failed`));
  const front = pathToFileURL(path.join(site, "index.html")).href;
  await page.goto(front);
  const links = await page.$$eval("a[href]", (all) => [...new Set(all.map((one) => one.href))].filter((one) => one.startsWith("file:")));
  assert.ok(links.length > 5, "the front page has links");
  for (const link of links) {
    await page.goto(link.replace(/#.*$/, ""));
    assert.ok((await page.title()) !== "" && (await page.$("main")), link);
  }
  assert.deepEqual(complaints, []);
  await context.close();
}

async function valid(site) {
  const jar = path.join(source, "node_modules", "vnu-jar", "build", "dist", "vnu.jar");
  const result = await run("java", ["-jar", jar, "--skip-non-html", "--errors-only", "--format", "gnu", site], { seconds: 120 });
  const errors = result.stderr.split("\n").filter((line) => line.startsWith('"file:'));
  assert.deepEqual(errors.map((line) => line.replaceAll(pathToFileURL(site).href, "")), []);
  assert.equal(result.status, 0, result.stderr);
}
