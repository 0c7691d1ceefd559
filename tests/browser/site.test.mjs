// This repository's own site, whole: every address leads somewhere, the HTML is valid, nothing is too wide for the smallest
// phone, and pages work without script, from a disk and below a folder. (What the kinds of page look like: kinds.test.mjs.)
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";

import { openBrowser, serve } from "../support/browser.mjs";
import { deadLinks } from "../support/links.mjs";
import { kanon, run, source, temporaryFolder } from "../support/kanon.mjs";
import { onePageOfEachKind, pagesOf, sideways, urlOf, watched } from "../support/pages.mjs";

test("the site of this repository", { concurrency: true }, async (t) => {
  const site = path.join(await temporaryFolder(t), "site");
  const built = await kanon(["build", "--no-pdf", "--quiet", "--project", source, "--out", site, "--date", "2026-11-28"]);
  assert.equal(built.status, 0, built.stderr);
  const names = await pagesOf(site);
  const kinds = (await onePageOfEachKind(site)).map((one) => one.name);
  const browser = await openBrowser(t);
  const address = await serve(t, site);
  t.diagnostic(`${names.length} pages`);

  // What needs no browser runs beside what does.
  await Promise.all([
    t.test("vnu finds no error in any page", () => valid(site)),
    t.test("every link and anchor leads somewhere", async () => assert.deepEqual(await deadLinks(site), [])),
    t.test("the site works below a folder: no address begins at the root", () => belowAFolder(site, names)),
    t.test("every page fits 320 pixels, and its headings, pictures and landmarks are in order", () =>
      Promise.all(halves(names).map((half) => inOrder(browser, address, half)))),
    t.test("without script the text is the same", () => withoutScript(browser, address, kinds)),
    t.test("from a disk the links of the front page work", () => fromDisk(browser, site)),
  ]);
});

test("catalogs, what they cover, the Statement of Applicability and dispensations", { concurrency: true }, async (t) => {
  const project = path.join(source, "tests", "golden", "requirements", "project");
  const site = path.join(await temporaryFolder(t), "site");
  const built = await kanon(["build", "--no-pdf", "--quiet", "--drafts", "--audience", "internal", "--project", project, "--out", site, "--date", "2026-11-28"]);
  assert.equal(built.status, 0, built.stderr);
  const names = await pagesOf(site);
  const browser = await openBrowser(t);
  const address = await serve(t, site);
  await Promise.all([
    t.test("vnu finds no error in any page", () => valid(site)),
    t.test("every link and anchor leads somewhere", async () => assert.deepEqual(await deadLinks(site), [])),
    t.test("every page fits 320 pixels", () => inOrder(browser, address, names)),
    t.test("without script the text is the same", () => withoutScript(browser, address, names)),
    t.test("the filter narrows, counts, and is kept in the address", () => filters(browser, address)),
  ]);
});

async function filters(browser, address) {
  const context = await browser.newContext();
  const complaints = [];
  const page = await watched(context, address, complaints);
  await page.goto(`${address}kravkataloger/hoej/`);
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

const halves = (names) => [names.filter((_, index) => index % 2 === 0), names.filter((_, index) => index % 2 === 1)];

async function belowAFolder(site, names) {
  for (const name of names.filter((one) => one !== "404.html")) {
    const html = await readFile(path.join(site, name), "utf8");
    assert.deepEqual([...html.matchAll(/ (?:href|src)="(\/(?!\/)[^"]*)"/g)].map((match) => match[1]), [], name);
  }
}

/** What every page must have, asked in one go of each; the kinds are looked at by axe, which takes a hundred times as long. */
async function inOrder(browser, address, names) {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const complaints = [];
  const page = await watched(context, address, complaints);
  for (const name of names) {
    await page.goto(urlOf(address, name), { waitUntil: "load" });
    const faults = await page.evaluate(() => {
      const all = (selector) => [...document.querySelectorAll(selector)];
      const levels = all("h1, h2, h3, h4, h5, h6").map((heading) => Number(heading.tagName[1]));
      return [
        all("h1").length !== 1 && "not one h1",
        all("main").length !== 1 && "not one main",
        !document.documentElement.lang && "no language",
        levels.some((level, index) => index > 0 && level > levels[index - 1] + 1) && `skips a level of headings: ${levels.join(" ")}`,
        all("h1, h2, h3, h4, h5, h6").some((heading) => heading.textContent.trim() === "") && "an empty heading",
        all("img:not([alt])").length > 0 && "a picture without a text",
        all("nav").some((nav) => !nav.ariaLabel && !nav.getAttribute("aria-labelledby")) && "navigation without a name",
        all("[style], style, [onclick]").length > 0 && "inline styles or scripts",
      ].filter(Boolean);
    });
    complaints.push(...faults.map((fault) => `${name}: ${fault}`));
    const wider = await sideways(page);
    if (wider > 0) complaints.push(`${name}: ${wider} pixels too wide`);
  }
  await context.close();
  assert.deepEqual(complaints, []);
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
