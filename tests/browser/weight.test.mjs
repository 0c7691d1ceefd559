// What a page weighs when it is first seen: its HTML, styles, scripts and fonts as a host sends them, gzipped (fonts are WOFF2,
// which is compressed already). Pictures aside. Counted from the files, so that every page is weighed.
import assert from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { gzipSync } from "node:zlib";

import { fileAt } from "../support/browser.mjs";
import { attributes } from "../support/links.mjs";
import { kanon, source, temporaryFolder } from "../support/kanon.mjs";
import { kindOf, pagesOf } from "../support/pages.mjs";

const most = 100_000;

/** Of a style sheet's font faces: the file, and the code points that it is fetched for. */
function facesOf(css) {
  return [...css.matchAll(/@font-face\{[^}]*url\(([^)]*)\)[^}]*unicode-range:([^;}]*)/g)].map(([, url, ranges]) => ({
    file: url.replaceAll('"', ""),
    ranges: ranges.split(",").map((range) => range.trim().slice(2).split("-").map((point) => Number.parseInt(point, 16))),
  }));
}

const needs = (face, points) => face.ranges.some(([first, last]) => points.some((point) => point >= first && point <= (last ?? first)));

/** What a page's links lead to of styles and scripts, as files of the site; those of another host are a failure. */
async function partsOf(site, name, html) {
  const parts = [];
  const tags = [...html.matchAll(/<(?:link\b[^>]*\brel="stylesheet"|script\b(?=[^>]*\bsrc=))[^>]*>/g)].map((match) => match[0]);
  for (const { name: attribute, value } of attributes(tags.join(""))) {
    if (attribute !== "href" && attribute !== "src") continue;
    const url = new URL(value, new URL(name, "https://site.example/"));
    assert.equal(url.host, "site.example", `${name} loads ${value}`);
    parts.push(await fileAt(site, url.pathname.slice(1)));
  }
  return parts;
}

async function weigh(site) {
  const sizes = new Map();
  const sizeOf = async (file) => {
    if (!sizes.has(file)) sizes.set(file, file.endsWith(".woff2") ? (await stat(file)).size : gzipSync(await readFile(file)).length);
    return sizes.get(file);
  };
  const pages = [];
  for (const name of await pagesOf(site)) {
    const html = await readFile(path.join(site, name), "utf8");
    const parts = await partsOf(site, name, html);
    const points = [...new Set(html)].map((letter) => letter.codePointAt(0));
    let total = gzipSync(html).length;
    const fonts = [];
    for (const part of parts) {
      total += await sizeOf(part);
      if (!part.endsWith(".css")) continue;
      const faces = facesOf(await readFile(part, "utf8")).filter((face) => needs(face, points));
      fonts.push(...faces.map((face) => path.resolve(path.dirname(part), face.file)));
    }
    // More than a browser fetches: a page without italics needs no italic face.
    for (const font of fonts) total += await sizeOf(font);
    pages.push({ name, kind: kindOf(html), total, html: gzipSync(html).length, parts: parts.length, fonts: fonts.length });
  }
  return pages.sort((a, b) => b.total - a.total);
}

for (const [who, project, flags] of [
  ["our own site", source, []],
  ["our own site for staff", source, ["--audience", "internal", "--drafts"]],
  ["the golden catalogs", path.join(source, "tests", "golden", "requirements", "project"), ["--audience", "internal", "--drafts"]],
]) {
  test(`no page of ${who} is above ${most / 1000} KB when it is first seen`, async (t) => {
    const site = path.join(await temporaryFolder(t), "site");
    const built = await kanon(["build", "--no-pdf", "--quiet", "--project", project, "--out", site, "--date", "2026-11-28", ...flags]);
    assert.equal(built.status, 0, built.stderr);
    const pages = await weigh(site);
    for (const page of pages.slice(0, 3)) t.diagnostic(`${(page.total / 1000).toFixed(1)} KB, HTML ${(page.html / 1000).toFixed(1)}: ${page.name}`);
    assert.ok(pages.every((page) => page.parts >= 2 && page.fonts >= 3), "styles, script and fonts are counted");
    assert.deepEqual(pages.filter((page) => page.total > most).map((page) => `${page.name}: ${page.total}`), []);
  });
}
