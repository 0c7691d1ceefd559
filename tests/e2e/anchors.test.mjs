// A changed heading anchor makes check name every link that broke, over this repository's own content.
import assert from "node:assert/strict";
import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

import { findings } from "../support/findings.mjs";
import { ownProject } from "../support/kanon.mjs";

/** Every link of the content to an anchor of another file: `{file, line, column, target, anchor}`. */
async function linksToAnchors(folder) {
  const content = path.join(folder, "content");
  const names = (await readdir(content, { recursive: true })).filter((name) => name.endsWith(".md")).sort();
  const links = [];
  for (const name of names) {
    const lines = (await readFile(path.join(content, name), "utf8")).split("\n");
    lines.forEach((text, index) => {
      for (const match of text.matchAll(/\[[^[\]]*\]\((ref:)?([^()\s#]+)#([^()\s]+)\)/g)) {
        const [, byId, target, anchor] = match;
        const file = byId ? names.find((one) => path.basename(one, ".md") === target) : path.join(path.dirname(name), target);
        const column = [...text.slice(0, match.index)].length + 1;
        links.push({ file: name, line: index + 1, column, target: file, anchor });
      }
    });
  }
  return links;
}

/** The heading that most links of other files lead to. */
function mostWanted(links) {
  const groups = new Map();
  for (const link of links) {
    if (link.file === link.target) continue;
    const key = `${link.target}#${link.anchor}`;
    groups.set(key, [...(groups.get(key) ?? []), link]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length)[0];
}

test("every link to a heading that got another anchor is named with its place", async (t) => {
  const folder = await ownProject(t);
  const day = { args: ["--date", "2026-11-28"] };
  assert.equal((await findings(folder, day)).summary.errors, 0);

  const broken = mostWanted(await linksToAnchors(folder));
  assert.ok(broken.length >= 3, "some heading is linked to from several places");
  const { target, anchor } = broken[0];
  const file = path.join(folder, "content", target);
  const text = await readFile(file, "utf8");
  const renamed = text.replace(new RegExp(`^(##+ .*)\\{#${anchor}\\}$`, "m"), "$1{#et-nyt-navn}");
  assert.notEqual(renamed, text, `${target} has the heading {#${anchor}}`);
  await writeFile(file, renamed);

  const expected = (await linksToAnchors(folder)).filter((link) => link.target === target && link.anchor === anchor);
  const { diagnostics } = await findings(folder, day);
  // That the text was changed without a new version is another matter.
  const errors = diagnostics.filter((one) => one.severity === "error" && one.rule !== "unrecorded-change");
  assert.deepEqual([...new Set(errors.map((one) => one.rule))], ["broken-anchor"]);
  const place = ({ path, line }) => `${path}:${line}`;
  assert.deepEqual(
    errors.map(place).sort(),
    expected.map(({ file: name, line }) => place({ path: `content/${name}`, line })).sort(),
  );
  for (const { file: name, line, column } of expected) {
    const found = errors.filter((one) => one.path === `content/${name}` && one.line === line);
    assert.ok(found.some((one) => one.column >= column), `content/${name}:${line}:${column}`);
    for (const one of found) {
      assert.match(one.message, new RegExp(anchor));
      assert.equal(one.related.length > 0 || one.help.length > 0, true);
    }
  }
});
