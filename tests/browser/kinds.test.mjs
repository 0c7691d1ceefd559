// Every kind of page that the program has, in a browser: axe finds nothing, on a phone and on a wide screen, in light and in
// dark; the console is silent; nothing is asked of another host.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

import { openBrowser, serve } from "../support/browser.mjs";
import { kanon, source, temporaryFolder } from "../support/kanon.mjs";
import { allKinds, onePageOfEachKind, sideways, urlOf, watched } from "../support/pages.mjs";

const axe = readFileSync(path.join(source, "node_modules", "axe-core", "axe.min.js"), "utf8");
const golden = (name) => path.join(source, "tests", "golden", name, "project");

/** Together they have every kind: our own as citizens see it, then what differs for staff and what only a made-up project has. */
const sites = [
  { name: "public", project: source, flags: [] },
  { name: "internal", project: source, flags: ["--audience", "internal", "--drafts"], kinds: ["evaluation", "applicability", "dispensation-list"] },
  { name: "everything in Markdown", project: golden("markdown"), flags: ["--drafts"], kinds: ["document", "moved"] },
  { name: "in English", project: golden("english"), flags: ["--drafts"], kinds: ["document", "front"] },
];

const looks = [390, 1280].flatMap((width) => ["light", "dark"].map((colorScheme) => ({ width, colorScheme })));

test("every kind of page", async (t) => {
  const browser = await openBrowser(t);
  const met = new Set();
  const jobs = [];
  for (const { name, project, flags, kinds } of sites) {
    const site = path.join(await temporaryFolder(t), "site");
    const built = await kanon(["build", "--no-pdf", "--quiet", "--project", project, "--out", site, "--date", "2026-11-28", ...flags]);
    assert.equal(built.status, 0, built.stderr);
    const address = await serve(t, site);
    for (const page of await onePageOfEachKind(site)) {
      const isNew = !met.has(page.kind);
      met.add(page.kind);
      if (isNew || !kinds || kinds.includes(page.kind)) jobs.push({ site: name, folder: site, address, page: page.name, kind: page.kind });
    }
  }
  await t.test("is among those that are looked at", async () => assert.deepEqual([...met].sort(), await allKinds()));
  t.diagnostic(`${jobs.length} pages, each in ${looks.length} looks`);

  const found = [];
  const work = async () => {
    const context = await browser.newContext({ reducedMotion: "reduce" });
    for (let job = jobs.shift(); job; job = jobs.shift()) await look(context, job, found);
    await context.close();
  };
  await t.test("has no violation, no complaint, and fits the window", async () => {
    await Promise.all([work(), work()]);
    assert.deepEqual(found, []);
  });
});

/** One page in all looks. Of the second scheme only what depends on colours is asked again. */
async function look(context, job, found) {
  const page = await watched(context, job.address, found);
  const url = urlOf(job.address, job.page);
  if (job.kind === "moved") {
    // It leads on at once: looked at before it does.
    const html = await readFile(path.join(job.folder, job.page), "utf8");
    const body = html.replace(/<meta http-equiv="refresh"[^>]*>/, "");
    assert.notEqual(body, html);
    await page.route(url, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
  }
  await page.goto(url, { waitUntil: "load" });
  await page.evaluate(axe);
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    const only = colorScheme === "dark" ? { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } } : {};
    const results = await page.evaluate((options) => window.axe.run(document, { resultTypes: ["violations"], ...options }), only);
    const at = `${job.site}: ${job.page}, ${width} px, ${colorScheme}`;
    for (const one of results.violations) {
      found.push(`${at}: ${one.id}: ${one.help}: ${one.nodes.map((node) => `${node.target.join(" ")} (${node.failureSummary})`).slice(0, 3).join("; ")}`);
    }
    const wider = await sideways(page);
    if (wider > 0) found.push(`${at}: ${wider} pixels too wide`);
  }
  for (const width of [768, 1024, 1440, 1920]) {
    await page.setViewportSize({ width, height: 844 });
    const wider = await sideways(page);
    if (wider > 0) found.push(`${job.site}: ${job.page}, ${width} px: ${wider} pixels too wide`);
  }
  await page.close();
}
