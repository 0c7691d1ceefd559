// Reading a document, by keyboard alone where that matters: the way into the page, the menu, the contents list that follows,
// sections and their addresses, terms, tables, the documents before and after, and paper. (The search: search.test.mjs.)
import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";

import { openBrowser, serve } from "../support/browser.mjs";
import { kanon, project, temporaryFolder } from "../support/kanon.mjs";
import { watched } from "../support/pages.mjs";

const words = "Den, der skriver, skriver kort. ".repeat(30);
const document = (id, more, body) =>
  `---\nid: ${id}\ntitle: Om ${id}\nclassification: offentlig\nowner: CAI\nversion: "1.0"\nhistory: [{version: "1.0", date: 2025-01-02, by: CAI, change: Ny, kind: new}]\n${more}---\n${body}`;
const table = `| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n| ${Array.from({ length: 6 }, () => "Langtordudenmellemrum").join(" | ")} |\n`;
const files = {
  "kanon.yaml": 'site: {title: "Prøve"}\n',
  "content/documents/top.md": document("top", "type: politik\n",
    `## Formål\n\n${words}En leverandør er en anden.\n\n### Omfang\n\n${words}\n\n${table}\n## Ansvar\n\n${words}\n\n${words}\n\n## Til sidst\n\nKort.\n`),
  "content/documents/midt.md": document("midt", "type: emnepolitik\nparent: top\n", "## § 1 Formål\n\nTekst.\n"),
  "content/documents/slut.md": document("slut", "type: emnepolitik\nparent: top\n", "Tekst.\n"),
  "content/glossary.yaml": '- {id: leverandoer, term: Leverandør, definition: "Den, der leverer."}\n',
  "content/members/m.md": "---\nid: m\nname: M\nkind: founding\nstatus: admitted\n---\n",
};

/** What has the focus: its text, or its name. */
const focused = (page) => page.evaluate(() => {
  const it = globalThis.document.activeElement;
  return it.ariaLabel || it.getAttribute("aria-label") || it.textContent.trim().replace(/\s+/g, " ") || it.name;
});

/** Presses Tab until `wanted` has the focus; fails after a while. */
async function tabTo(page, wanted) {
  const met = [];
  for (let i = 0; i < 60; ++i) {
    await page.keyboard.press("Tab");
    met.push(await focused(page));
    if (wanted.test(met.at(-1))) return;
  }
  assert.fail(`no ${wanted} among ${met.join(" | ")}`);
}

test("reading", async (t) => {
  const site = path.join(await temporaryFolder(t), "site");
  const built = await kanon(["build", "--no-pdf", "--quiet", "--drafts", "--project", await project(t, files), "--out", site, "--date", "2026-11-28"]);
  assert.equal(built.status, 0, built.stdout + built.stderr);
  const browser = await openBrowser(t);
  const address = await serve(t, site);
  const complaints = [];

  /** A page of the site in a window of that width; closed with the test. */
  const opened = async (name, options = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", ...options });
    const page = await watched(context, address, complaints);
    await page.goto(address + name, { waitUntil: "load" });
    return page;
  };

  await t.test("the first stop leads past the menu to the text", async () => {
    const page = await opened("dokumenter/top/");
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "Gå til indholdet");
    assert.ok(await page.evaluate(() => globalThis.document.activeElement.getBoundingClientRect().top >= 0), "it is seen while it has the focus");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => globalThis.document.querySelector("main").contains(globalThis.document.activeElement)));
    await page.context().close();
  });

  await t.test("every stop is seen: a focus ring, nothing hidden, none behind another", async () => {
    const page = await opened("dokumenter/top/");
    const faults = [];
    for (let i = 0; i < 80; ++i) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const it = globalThis.document.activeElement;
        if (it === globalThis.document.body) return undefined;
        const style = getComputedStyle(it);
        const box = it.getBoundingClientRect();
        const ring = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
        return { name: it.outerHTML.slice(0, 90), ring, inWindow: box.width > 0 && box.bottom > 0 && box.top < innerHeight, opacity: style.opacity };
      });
      if (!stop) break;
      if (!stop.ring || !stop.inWindow || stop.opacity === "0") faults.push(stop);
    }
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  await t.test("on a phone the menu opens and closes by keyboard, and its entries come next", async () => {
    const page = await opened("dokumenter/top/", { viewport: { width: 390, height: 800 } });
    assert.equal(await page.isVisible(".site-menu a"), false);
    await tabTo(page, /^Menu$/);
    await page.keyboard.press("Enter");
    assert.equal(await page.isVisible(".site-menu a"), true);
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), await page.textContent(".site-menu a"));
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Space");
    assert.equal(await page.isVisible(".site-menu a"), false);
    await page.context().close();
  });

  await t.test("sections are numbered as in the contents, unless the author numbered them", async () => {
    const page = await opened("dokumenter/top/");
    const numbers = (selector) => page.$$eval(selector, (all) => all.map((one) => one.textContent));
    assert.deepEqual(await numbers(".body .number"), ["1", "1.1", "2", "3"]);
    assert.deepEqual(await numbers(".contents .number"), ["1", "1.1", "2", "3"]);
    assert.deepEqual(await page.$$eval(".body :is(h2, h3)", (all) => all.map((one) => one.id)), ["formaal", "omfang", "ansvar", "til-sidst"]);
    await page.goto(`${address}dokumenter/midt/`);
    assert.deepEqual(await numbers(".number"), []);
    await page.context().close();
  });

  await t.test("the contents list follows the reader, and stays in sight", async () => {
    const page = await opened("dokumenter/top/");
    const current = () => page.$$eval(".contents [aria-current]", (all) => all.map((one) => one.hash));
    for (const anchor of ["formaal", "omfang", "ansvar"]) {
      await page.evaluate((id) => globalThis.document.getElementById(id).scrollIntoView(), anchor);
      await page.waitForFunction((id) => globalThis.document.querySelector(".contents [aria-current]")?.hash === `#${id}`, anchor);
      assert.equal((await current()).length, 1);
      assert.ok(await page.$eval(".contents", (list) => list.getBoundingClientRect().top >= 0), anchor);
    }
    await page.context().close();
  });

  await t.test("a section's own address is a link without script, and is copied and said with it", async () => {
    const page = await opened("dokumenter/top/", { permissions: ["clipboard-read", "clipboard-write"] });
    await tabTo(page, /^Link til afsnittet Ansvar$/);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => globalThis.document.querySelector("[role=status].message").textContent !== "");
    assert.equal(await page.textContent(".message"), "Adressen på afsnittet er kopieret");
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${address}dokumenter/top/#ansvar`);
    assert.equal(new URL(page.url()).hash, "#ansvar");
    await page.context().close();
    const plain = await opened("dokumenter/top/", { javaScriptEnabled: false });
    await plain.click("#ansvar .permalink");
    assert.equal(new URL(plain.url()).hash, "#ansvar");
    await plain.context().close();
  });

  await t.test("a term tells its definition while it has the focus, and Escape takes it away", async () => {
    const page = await opened("dokumenter/top/");
    await tabTo(page, /^leverandør$/);
    assert.equal(await page.isVisible(".term-note"), true);
    assert.match(await page.textContent(".term-note"), /Den, der leverer/);
    await page.keyboard.press("Escape");
    assert.equal(await page.isVisible(".term-note"), false);
    assert.equal(await focused(page), "leverandør", "the focus stays");
    await page.context().close();
  });

  await t.test("a table wider than the window scrolls by the arrow keys", async () => {
    const page = await opened("dokumenter/top/", { viewport: { width: 390, height: 800 } });
    await page.focus(".body .table-scroll");
    for (let i = 0; i < 5; ++i) await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => globalThis.document.querySelector(".body .table-scroll").scrollLeft > 0);
    await page.context().close();
  });

  await t.test("the standing is told at a glance, what is overdue in words", async () => {
    for (const width of [390, 1280, 1920]) {
      const page = await opened("dokumenter/midt/", { viewport: { width, height: 900 } });
      assert.equal(await page.textContent(".standing-overdue"), "Overskredet");
      const facts = await page.$$eval(".document-facts dt", (all) => all.map((one) => [one.textContent, one.getBoundingClientRect().bottom]));
      assert.deepEqual(facts.map(([name]) => name), ["Version", "Næste gennemgang", "Ejer", "Klassifikation", "Dokument-id"]);
      assert.ok(facts.every(([, bottom]) => bottom < 900), `all in the first window of ${width} pixels`);
      await page.context().close();
    }
  });

  await t.test("the documents before and after are at the foot, in the hierarchy's order", async () => {
    const page = await opened("dokumenter/top/");
    await tabTo(page, /^Næste Om midt/);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/dokumenter/midt/");
    const both = await page.$$eval(".neighbours a", (all) => all.map((one) => [one.rel, one.querySelector(".title").textContent]));
    assert.deepEqual(both, [["prev", "Om top"], ["next", "Om slut"]]);
    await page.context().close();
  });

  await t.test("lines have about 68 characters wherever there is room for them", async () => {
    for (const width of [1024, 1280, 1440, 1920]) {
      const page = await opened("dokumenter/top/", { viewport: { width, height: 900 } });
      const perLine = await page.$eval(".body > p:nth-of-type(2)", (paragraph) => {
        const range = globalThis.document.createRange();
        range.selectNodeContents(paragraph);
        const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size;
        return paragraph.textContent.length / lines;
      });
      assert.ok(perLine > 60 && perLine < 74, `${perLine} at ${width} pixels`);
      await page.context().close();
    }
  });

  await t.test("on paper there is the text with its numbers and its standing, and nothing to click", async () => {
    const page = await opened("dokumenter/top/");
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const shown = (selector) => page.$$eval(selector, (all) => all.some((one) => one.checkVisibility()));
    for (const kept of [".body .number", ".document-facts", ".history"]) assert.equal(await shown(kept), true, kept);
    for (const gone of [".site-menu", ".site-search", ".breadcrumbs", ".contents", ".permalink", ".neighbours"]) {
      assert.equal(await shown(gone), false, gone);
    }
    assert.equal(await page.evaluate(() => getComputedStyle(globalThis.document.body).color), "rgb(0, 0, 0)", "black, whatever the scheme");
    await page.context().close();
  });

  assert.deepEqual(complaints, []);
});
