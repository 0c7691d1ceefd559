// The search page and the glossary's terms in texts, in a browser: from a server and from a disk, by keyboard, on a phone, by
// touch, without script; and that no page needs anything which its security policy forbids.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";

import { openBrowser, serve } from "../support/browser.mjs";
import { kanon, source, temporaryFolder, writeTree } from "../support/kanon.mjs";

const axe = readFileSync(path.join(source, "node_modules", "axe-core", "axe.min.js"), "utf8");
const hostile = `<img src=x onerror="document.title='ramt'"></script><script>document.title='ramt'</script>`;
const front = (title) => `---\ntitle: ${JSON.stringify(title)}\nclassification: offentlig\n---\n\n`;

const files = {
  "kanon.yaml": 'site: {title: "Prøven", base_url: "https://a.example/", accessibility_statement: "https://was.example/"}\n',
  "content/pages/index.md": `${front("Velkommen")}Forsiden.\n`,
  "content/pages/krav.md": `${front("Sikkerhedskrav")}Om leverandøren og risikoen.\n\n## Kravene i teksten\n\nHer står mindstekrav, og hvad en risiko er.\n`,
  "content/pages/politik.md": `${front("Emnepolitik")}Om ærø. ${"fyld ".repeat(200)} til sidst en politik.\n`,
  "content/pages/farlig.md": `${front(`Farlig ${hostile}`)}Farlig tekst: \`${hostile}\`\n`,
  "content/glossary.yaml": `- {id: risiko, term: Risiko, definition: ${JSON.stringify(`Fare ${hostile}`)}, classification: offentlig}\n`,
  ...Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`content/pages/side-${i}.md`, `${front(`Fælles ${i}`)}Tekst ${i}.\n`])),
};

async function project(t) {
  const folder = await temporaryFolder(t);
  await writeTree(folder, files);
  const { status, stderr } = await kanon(["build", "--no-pdf", "--quiet", "--project", folder]);
  assert.equal(status, 0, stderr);
  return path.join(folder, "site");
}

/** A page that notes whatever the browser complains about: errors, forbidden scripts and styles, requests elsewhere. */
async function open(context, address, complaints) {
  const page = await context.newPage();
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("requestfailed", (request) => complaints.push(`${request.url()} failed`));
  page.on("request", (request) => new URL(request.url()).host !== new URL(address).host && complaints.push(`asks ${request.url()}`));
  await page.goto(address);
  return page;
}

async function violations(page) {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return found.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join("; ")}`);
}

const results = (page) => page.$$eval(".search-results a", (links) => links.map((link) => link.textContent));
const said = (page, text) => page.waitForFunction((wanted) => document.querySelector(".search-status").textContent.includes(wanted), text);
const focused = (page) => page.evaluate(() => document.activeElement.textContent || document.activeElement.tagName);

test("search and terms", async (t) => {
  const site = await project(t);
  const address = await serve(t, site);
  const browser = await openBrowser(t);
  const disk = (name) => pathToFileURL(path.join(site, name)).href;

  await t.test("from a server and from a disk: what is typed is found, marked, and opened", async () => {
    for (const [start, slash] of [[`${address}soeg/`, "/"], [disk("soeg/index.html"), "/index.html"]]) {
      const complaints = [];
      const context = await browser.newContext();
      const page = await open(context, start, complaints);
      assert.equal(await page.isVisible(".a-to-z"), true);
      await page.fill(".search-form input", "krav");
      await said(page, "resultater for «krav»");
      assert.equal((await results(page))[0], "Sikkerhedskrav");
      assert.equal(await page.isVisible(".a-to-z"), false);
      assert.equal(await page.textContent(".search-results a mark"), "Sikkerhedskrav");
      await page.waitForFunction(() => [...document.querySelectorAll(".search-excerpt mark")].some((mark) => mark.textContent === "mindstekrav"));
      assert.equal(new URL(page.url()).searchParams.get("q"), "krav");
      await page.fill(".search-form input", "politikker");
      await said(page, "«politikker»");
      assert.deepEqual(await results(page), ["Emnepolitik"]);
      await page.waitForFunction(() => /politik/.test(document.querySelector(".search-excerpt mark")?.textContent));
      await page.click(".search-results a");
      await page.waitForURL((url) => url.pathname.endsWith(`/politik${slash}`));
      assert.equal(await page.textContent("h1"), "Emnepolitik");
      assert.deepEqual(complaints, []);
      await context.close();
    }
  });

  await t.test("the query of the address is searched for, and back and forward follow it", async () => {
    const complaints = [];
    const context = await browser.newContext();
    const page = await open(context, `${address}soeg/?q=aeroe`, complaints);
    await said(page, "1 resultat for «aeroe»");
    await page.fill(".search-form input", "risiko");
    await page.press(".search-form input", "Enter");
    await said(page, "«risiko»");
    await page.fill(".search-form input", "mindstekrav");
    await page.press(".search-form input", "Enter");
    await said(page, "«mindstekrav»");
    await page.goBack();
    await said(page, "«risiko»");
    assert.equal(await page.inputValue(".search-form input"), "risiko");
    assert.deepEqual(complaints, []);
    await context.close();
  });

  await t.test("by keyboard: / from every page, arrows through the results, Escape back, Enter opens", async () => {
    const complaints = [];
    const context = await browser.newContext();
    const page = await open(context, `${address}krav/`, complaints);
    await page.keyboard.press("/");
    await page.keyboard.type("krav/x");
    assert.equal(await page.inputValue(".site-search input"), "krav/x", "in a field a / is a /");
    await page.fill(".site-search input", "krav");
    await page.keyboard.press("Enter");
    await page.waitForURL(/soeg\/\?q=krav$/);
    await said(page, "«krav»");
    await page.keyboard.press("/");
    const [first, second] = await results(page);
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(page), first);
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(page), second);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    assert.equal(await focused(page), "INPUT");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    assert.equal(await focused(page), "INPUT");
    await page.keyboard.press("Escape");
    assert.equal(await page.inputValue(".search-form input"), "");
    assert.equal(await page.isVisible(".a-to-z"), true);
    assert.equal(new URL(page.url()).search, "");
    await page.keyboard.type("krav");
    await said(page, "«krav»");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/krav\/$/);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  await t.test("from a disk the field of any page leads to the search", async () => {
    const complaints = [];
    const context = await browser.newContext();
    const page = await open(context, disk("krav/index.html"), complaints);
    await page.fill(".site-search input", "mindstekrav");
    await page.press(".site-search input", "Enter");
    await said(page, "1 resultat for «mindstekrav»");
    assert.deepEqual(complaints, []);
    await context.close();
  });

  await t.test("many results come in turns, and none is said", async () => {
    const complaints = [];
    const context = await browser.newContext();
    const page = await open(context, `${address}soeg/?q=fælles`, complaints);
    await said(page, "30 resultater");
    assert.equal((await results(page)).length, 10);
    const shown = (count) => page.waitForFunction((wanted) => document.querySelectorAll(".search-results a").length === wanted, count);
    await page.focus(".search-more");
    await page.keyboard.press("Enter");
    await shown(20);
    assert.equal(await focused(page), (await results(page))[10]);
    await page.focus(".search-more");
    await page.keyboard.press("Enter");
    await shown(30);
    assert.equal(await focused(page), (await results(page))[20]);
    assert.equal(await page.isVisible(".search-more"), false);
    await page.fill(".search-form input", "findesikke");
    await said(page, "Ingen resultater for «findesikke»");
    assert.equal(await page.isVisible(".a-to-z"), true);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  await t.test("what content says is text, wherever it is shown", async () => {
    const complaints = [];
    const context = await browser.newContext();
    const page = await open(context, `${address}soeg/?q=farlig`, complaints);
    await said(page, "for «farlig»");
    assert.ok((await results(page)).includes(`Farlig ${hostile}`));
    await page.waitForFunction(() => document.querySelector(".search-excerpt").textContent.includes("onerror"));
    await page.goto(`${address}soeg/?q=${encodeURIComponent(hostile)}`);
    await said(page, "onerror");
    await page.goto(`${address}krav/`);
    await page.hover("a.term");
    await page.waitForSelector(".term-note:not([hidden])");
    assert.ok((await page.textContent(".term-note")).includes(hostile));
    assert.equal(await page.$("main img, .term-note img"), null);
    assert.ok(!(await page.title()).includes("ramt"));
    assert.deepEqual(complaints, []);
    await context.close();
  });

  await t.test("a term's definition shows by pointer and by focus, stays under the pointer, and goes by Escape", async () => {
    const complaints = [];
    const context = await browser.newContext();
    const page = await open(context, `${address}krav/`, complaints);
    const note = ".term-note:not([hidden])";
    await page.hover("a.term");
    await page.waitForSelector(note);
    await page.hover(note);
    await page.waitForTimeout(400);
    assert.ok(await page.isVisible(note), "the pointer may go onto it");
    await page.keyboard.press("Escape");
    assert.equal(await page.$(note), null);
    await page.mouse.move(0, 0);
    await page.focus("a.term");
    assert.ok(await page.isVisible(note));
    await page.keyboard.press("Escape");
    assert.equal(await page.$(note), null);
    assert.equal(await page.evaluate(() => document.activeElement.className), "term", "the focus stays");
    await page.keyboard.press("Enter");
    await page.waitForURL(/ordbog\/#risiko$/);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  await t.test("by touch: the first shows the definition, the second follows the link", async () => {
    const complaints = [];
    const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });
    const page = await open(context, `${address}krav/`, complaints);
    await page.tap("a.term");
    await page.waitForSelector(".term-note:not([hidden])");
    const box = await (await page.$(".term-note")).boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 320, "within the window");
    assert.ok(page.url().endsWith("/krav/"));
    await page.tap("a.term");
    await page.waitForURL(/ordbog\/#risiko$/);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  await t.test("axe finds nothing: results, the list, a definition that is shown; two widths, light and dark", async () => {
    const found = [];
    for (const width of [390, 1280]) {
      for (const colorScheme of ["light", "dark"]) {
        const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme, reducedMotion: "reduce" });
        const page = await open(context, `${address}soeg/`, found);
        found.push(...(await violations(page)));
        await page.goto(`${address}soeg/?q=krav`);
        await said(page, "«krav»");
        await page.waitForFunction(() => document.querySelector(".search-excerpt").textContent !== "");
        found.push(...(await violations(page)));
        await page.goto(`${address}krav/`);
        await page.focus("a.term");
        await page.waitForSelector(".term-note:not([hidden])");
        found.push(...(await violations(page)));
        await context.close();
      }
    }
    assert.deepEqual(found, []);
  });

  await t.test("without script the field leads to the list, and a term to the glossary", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${address}krav/`);
    await page.fill(".site-search input", "krav");
    await page.click(".site-search button");
    await page.waitForURL(/soeg\/\?q=krav$/);
    assert.ok(await page.isVisible(".a-to-z"));
    assert.ok(!(await page.isVisible(".search-form")));
    await page.click(".a-to-z a:text-is('Sikkerhedskrav')");
    await page.click("a.term");
    await page.waitForURL(/ordbog\/#risiko$/);
    await context.close();
  });

  await t.test("nothing inline runs, and the search weighs nothing on other pages", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked = [];
    page.on("request", (request) => asked.push(path.basename(new URL(request.url()).pathname)));
    await page.goto(`${address}krav/`);
    assert.ok(!asked.some((name) => name === "search.js" || name === "index.js"), asked.join(" "));
    await page.goto(`${address}soeg/`);
    assert.ok(!asked.includes("index.js"), "the index is loaded when somebody searches");
    await page.fill(".search-form input", "mindstekrav");
    await said(page, "«mindstekrav»");
    assert.deepEqual(asked.filter((name) => /^(index|often|begin|end|part)/.test(name)).sort(), ["begin-0.js", "index.js", "part-0.js"], "and of it what the query needs");
    await page.goto(`${address}soeg/`);
    const reported = await page.evaluate(async () => {
      const reports = [];
      document.addEventListener("securitypolicyviolation", (event) => reports.push(event.effectiveDirective));
      const script = document.createElement("script");
      script.textContent = "document.title = 'inline'";
      document.body.append(script);
      const styled = document.createElement("p");
      styled.setAttribute("style", "color: red");
      document.body.append(styled);
      await new Promise((resolve) => setTimeout(resolve, 200));
      return [...reports.sort(), document.title];
    });
    assert.deepEqual(reported, ["script-src-elem", "style-src-attr", "Søg – Prøven"]);
    await context.close();
  });
});
