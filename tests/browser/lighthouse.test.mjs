// Lighthouse, as its page in the browser's tools runs it for phones: at least 98 of 100 in every category, on three kinds of
// page. Times are simulated from what was loaded, so that a slow machine is no slow page; what still varies with the load of the
// machine is the performance, of which the median of three counts.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import path from "node:path";
import test from "node:test";

import lighthouse from "lighthouse";

import { chromiumProgram, serve } from "../support/browser.mjs";
import { kanon, killGroup, source, temporaryFolder } from "../support/kanon.mjs";

const least = 98;
const pages = { "front page": "", "document": "dokumenter/politik-for-adgangsstyring/", "catalog": "kravkataloger/leverandoerkrav-basis/" };

/** A browser of its own, which Lighthouse drives by its port; it goes away with the test. */
async function openPort(test) {
  const profile = await temporaryFolder(test);
  const flags = ["--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--disable-extensions", "--disable-component-update"];
  const browser = spawn(chromiumProgram, [...flags, "about:blank"], { stdio: ["ignore", "ignore", "pipe"], detached: true });
  test.after(() => killGroup(browser.pid));
  return new Promise((resolve, reject) => {
    let said = "";
    browser.stderr.on("data", (text) => {
      said += text;
      const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(said)?.[1];
      if (port) resolve(Number(port));
    });
    browser.on("exit", () => reject(new Error(`Chromium ended:\n${said}`)));
  });
}

/** The categories with their scores of 100, and what each weighed audit took away from them. */
async function measure(port, url, onlyCategories) {
  const { lhr } = await lighthouse(url, { port, output: "json", logLevel: "silent", onlyCategories, throttlingMethod: "simulate", formFactor: "mobile" });
  assert.equal(lhr.runtimeError, undefined, lhr.runtimeError?.message);
  const scores = new Map();
  for (const category of Object.values(lhr.categories)) {
    const lost = category.auditRefs
      .filter((ref) => ref.weight > 0 && lhr.audits[ref.id].score !== null && lhr.audits[ref.id].score < 1)
      .map((ref) => `${ref.id} ${lhr.audits[ref.id].displayValue ?? ""}`.trim());
    scores.set(category.id, { score: Math.round(category.score * 100), lost });
  }
  return scores;
}

test("Lighthouse", async (t) => {
  const site = path.join(await temporaryFolder(t), "site");
  const built = await kanon(["build", "--no-pdf", "--quiet", "--project", source, "--out", site, "--date", "2026-11-28"]);
  assert.equal(built.status, 0, built.stderr);
  const address = await serve(t, site);
  const port = await openPort(t);

  for (const [name, page] of Object.entries(pages)) {
    await t.test(`the ${name} has ${least} or more in every category`, async (t) => {
      const scores = await measure(port, address + page, ["performance", "accessibility", "best-practices", "seo"]);
      const runs = [scores.get("performance")];
      const enough = () => [true, false].some((good) => runs.filter((run) => run.score >= least === good).length === 2);
      while (!enough()) runs.push((await measure(port, address + page, ["performance"])).get("performance"));
      // Two on the same side of the bar decide where the median of three is; the third isn't needed.
      const passed = runs.filter((run) => run.score >= least);
      scores.set("performance", passed.length >= 2 ? passed[0] : runs.find((run) => run.score < least));
      for (const [id, { score, lost }] of scores) t.diagnostic(`${id} ${score}${lost.length ? `: ${lost.join(", ")}` : ""}`);
      t.diagnostic(`performance of each run: ${runs.map((run) => run.score).join(", ")}`);
      const low = [...scores].filter(([, { score }]) => score < least).map(([id, { score, lost }]) => `${id} ${score}: ${lost.join(", ")}`);
      assert.deepEqual(low, []);
    });
  }
});
