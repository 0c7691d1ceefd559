// The preview in a browser: pages follow what is written without anybody asking, findings are told in a corner.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

import { openBrowser } from "../support/browser.mjs";
import { documentSource, project } from "../support/kanon.mjs";
import { serving } from "../support/serving.mjs";

test("the preview", async (t) => {
  const body = `## Formål\n\nTeksten.\n\n${Array.from({ length: 60 }, (_, n) => `## Afsnit ${n}\n\nTekst ${n}.\n`).join("\n")}`;
  const folder = await project(t, { "content/documents/politik.md": documentSource("politik", { body }) });
  const { address } = await serving(t, folder);
  const browser = await openBrowser(t);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const complaints = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  const at = path.join(folder, "content/documents/politik.md");
  const source = await readFile(at, "utf8");
  await page.goto(`${address}dokumenter/politik/`);

  await t.test("shows what is saved, at the same place of the page", async () => {
    await page.evaluate(() => scrollTo(0, 1500));
    await page.waitForFunction(() => scrollY > 1000);
    await writeFile(at, source.replace("Tekst 30.", "Skrevet i dette øjeblik."));
    await page.getByText("Skrevet i dette øjeblik.").waitFor();
    await page.waitForFunction(() => Math.abs(scrollY - 1500) < 50);
  });

  await t.test("tells what is wrong, where, and how to get there", async () => {
    await writeFile(at, source.replace("type: politik", "type: ukendt"));
    const notes = page.locator("#_kanon");
    await page.locator("#_kanon.has-errors").waitFor();
    const link = notes.getByRole("link").first();
    assert.match(await link.getAttribute("href"), /^vscode:\/\/file\/.*politik\.md:\d+:\d+$/);
    assert.ok(await notes.locator("details").evaluate((details) => details.open));
  });

  await t.test("goes away when all is well again", async () => {
    await writeFile(at, source);
    await page.locator("#_kanon.is-fine, #_kanon.has-warnings").waitFor();
  });

  await t.test("asks for nothing that is forbidden", () => assert.deepEqual(complaints, []));
});
