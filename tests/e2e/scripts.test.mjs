// No script of the content's survives in the site: every vector in every place where a text can stand, with all rules
// that would stop it switched off. Judged by a browser.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

import { openBrowser, serve } from "../support/browser.mjs";
import { assertEnded } from "../support/findings.mjs";
import { documentSource, filesBelow, kanon, project, run, yamlText } from "../support/kanon.mjs";
import { inField, onOneLine, templates, vectors } from "./hostile/scripts.mjs";

const rules = ["unsafe-html", "unsafe-link", "undefined-footnote", "broken-link", "broken-anchor", "broken-image", "skipped-heading", "missing-alt", "missing-table-header", "vague-link-text", "orphan-document", "invalid-value", "unknown-reference"];
const off = rules.map((rule) => `  ${rule}: "off"\n`).join("");

const history = (text) => `[{version: "1.0", date: 2025-01-02, by: ${text}, change: ${text}, kind: new}]`;

/** One vector in every place of a body. */
function places(vector) {
  const line = onOneLine(vector);
  return [
    vector,
    `## ${line}`,
    `### ${line} {#x}`,
    `- ${line}\n  - ${line}`,
    `1. ${line}`,
    `> ${line}`,
    `> [!WARNING] ${line}\n> ${line}`,
    `> [!DEFINITION] ${line}\n> ${line}`,
    `| a | b |\n| --- | --- |\n| ${line} | ${line.replaceAll("|", "\\|")} |`,
    `*${line}* **${line}** ~~${line}~~`,
    `[${line}](#x "${line.replaceAll('"', '\\"')}")`,
    `[x](<${line}>)`,
    `![${line}](x.png)`,
    `![x](<${line}>)`,
    `x[^a]\n\n[^a]: ${line}`,
    `\`${line}\``,
    `\`\`\`${line.replaceAll("`", "")}\n${line}\n\`\`\``,
    `    ${line}`,
    `<div title="${line}">\n\n${line}\n\n</div>`,
    `<details><summary>${line}</summary>${line}</details>`,
    `<sub class='${line}'>${line}</sub>`,
    `<!-- ${line} -->`,
  ];
}

/** A kanon.yaml that says all of the texts wherever it can say something. */
function hostileSettings(texts) {
  const all = yamlText(texts.map(inField).join(" "));
  return `site: {title: ${all}, description: ${all}, publisher: ${all}, contact: ${all}, base_url: "https://styrelsen.example/"}
bodies: {direktion: ${all}, udvalg: ${all}}
document_types:
  - {id: politik, label: ${all}, parents: [], approvals: [udvalg]}
rules:
${off}`;
}

/** A project with a document for each text, and with handbooks, members, pages and terms that hold several each. */
function hostileProject(texts, bodyOf) {
  const files = {
    "kanon.yaml": `site: {title: A, base_url: "https://styrelsen.example/"}\nrules:\n${off}`,
    "content/pages/index.md": `---\ntitle: ${yamlText(texts.map(inField).join(" "))}\nclassification: offentlig\n---\n${texts.join("\n\n")}\n`,
  };
  texts.forEach((text, index) => {
    const said = yamlText(inField(text));
    files[`content/documents/d${index}.md`] = documentSource(`d${index}`, {
      front: { title: said, owner: said, history: history(said), approvals: '[{body: udvalg, date: 2025-01-03, version: "1.0"}]', aliases: `["gammel/d${index}"]` },
      body: bodyOf(text),
    });
  });
  return { ...files, ...otherItems(texts) };
}

function otherItems(texts) {
  const files = {};
  const terms = [];
  const objectives = [];
  const dispensations = [];
  for (let index = 0; index < texts.length; index += 8) {
    const said = yamlText(texts.slice(index, index + 8).map(inField).join(" "));
    const governed = `title: ${said}\nowner: ${said}\nclassification: offentlig\nversion: "1.0"\nhistory: ${history(said)}\n`;
    files[`content/handbooks/h${index}.yaml`] = `id: h${index}\n${governed}subtitle: ${said}\nparts: [{title: ${said}, documents: [d${index}]}]\nappendices: [{embed: glossary}]\n`;
    files[`content/catalogs/k${index}.yaml`] = `id: k${index}\n${governed}phases: [{id: "1", title: ${said}}]\nrequirements: [{id: K-${index}, phase: "1", theme: ${said}, text: ${said}, kind: minimum, verification: ${said}, note: ${said}}]\n`;
    files[`content/members/m${index}.md`] = `---\nid: m${index}\nname: ${said}\nkind: founding\nstatus: admitted\nestablished_in: ${said}\ndeclaration: {date: 2025-01-02, criteria: [{criterion: c-${index}, statement: ${said}}]}\n---\n${texts[index]}\n`;
    files[`content/pages/p${index}.md`] = `---\ntitle: ${said}\nclassification: offentlig\n---\n${texts[index]}\n\n\`\`\`kanon requirements catalog=k${index}\n\`\`\`\n`;
    terms.push(`- {id: t${index}, term: ${said}, definition: ${said}}\n`);
    objectives.push(`  - {id: o-${index}, title: ${said}, criteria: [{id: c-${index}, text: ${said}}]}\n`);
    dispensations.push(`- {id: dis-${index}, document: d${index}, reason: ${said}, measures: [${said}], decided_by: ${said}, decided: 2025-01-02, expires: 2027-01-02}\n`);
  }
  files["content/glossary.yaml"] = terms.join("");
  files["content/criteria.yaml"] = `objectives:\n${objectives.join("")}`;
  files["content/registers/dispensations.yaml"] = dispensations.join("");
  files["content/pages/indsat.md"] = `---\ntitle: Indsat\nclassification: offentlig\n---\n${["glossary", "criteria", "members", "hierarchy", "dispensations", "applicability", "coverage"].map((name) => `\`\`\`kanon ${name}\n\`\`\`\n\n`).join("")}`;
  return files;
}

async function built(t, files) {
  const folder = await project(t, files);
  const result = await kanon(["build", "--drafts", "--no-pdf", "--quiet", "--project", folder], { seconds: 90 });
  assertEnded(result, "build");
  assert.equal(result.status, 0, result.stderr.slice(0, 4000));
  return path.join(folder, "site");
}

/** What in a page could run, as the browser's own parser sees it. Runs in the browser. */
function dangers(html) {
  const found = [];
  const page = new DOMParser().parseFromString(html, "text/html");
  const allowed = new Set("html head title meta link script body header footer main nav article aside section div span p a ul ol li dl dt dd dfn h1 h2 h3 h4 h5 h6 table caption colgroup col thead tbody tr th td blockquote pre code kbd samp em strong b i s del sub sup abbr br hr img figure figcaption details summary input label time small svg desc g circle path polygon ellipse text rect tspan q mark wbr picture button search form".split(" "));
  const urls = new Set(["href", "src", "action", "formaction", "data", "poster", "background", "srcset", "cite", "xlink:href", "manifest", "ping"]);
  for (const element of page.querySelectorAll("*")) {
    const name = element.localName;
    if (!allowed.has(name)) found.push(`<${name}>`);
    const isData = name === "script" && element.type === "application/ld+json" && !element.textContent.includes("<");
    if (name === "script" && !isData && (!/(^|\/)(?:kanon|search)\.js(\?[\w=.-]*)?$/.test(element.getAttribute("src") ?? "") || element.textContent !== "")) found.push(`<script>${element.textContent}`);
    if (name === "meta" && /refresh|set-cookie/i.test(element.httpEquiv) && !/^0; ?url=(?!\s*(javascript|data):)/i.test(element.content)) found.push(element.outerHTML);
    // The theme's own: content can't make an element with these classes that is a form.
    if (element.closest("header > form.site-search, header > form.front-search, .search > form.search-form, main form.filter, .search > button.search-more")) continue;
    if (name === "form" || name === "button") found.push(`<${name}>`);
    if (name === "input" && !(element.type === "checkbox" && element.disabled)) found.push(element.outerHTML);
    if (element.closest("main, body") && element.closest("body") && (name === "link" || name === "meta")) found.push(`<${name}> in the body`);
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute) || /^(srcdoc|style|contenteditable|autofocus|nonce)$/i.test(attribute)) found.push(`<${name} ${attribute}="${value}">`);
      // eslint-disable-next-line no-control-regex
      const address = value.replace(/[\u0000-\u0020\u007f-\u009f]/g, "");
      if (urls.has(attribute) && /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^(https?|mailto|tel):/i.test(address)) found.push(`<${name} ${attribute}="${value}">`);
    }
  }
  return found;
}

/** Every page of a site: parsed and judged, then opened and handled as a reader might. */
async function assertHarmless(t, site) {
  const names = (await filesBelow(site)).filter((name) => name.endsWith(".html"));
  const browser = await openBrowser(t);
  const judge = await browser.newPage();
  for (const name of names) {
    const found = await judge.evaluate(dangers, await readFile(path.join(site, name), "utf8"));
    assert.deepEqual(found, [], name);
  }
  // Pages that lead on at once are judged above; opening them says nothing of themselves.
  const staying = [];
  for (const name of names) {
    if (!(await readFile(path.join(site, name), "utf8")).includes('http-equiv="refresh"')) staying.push(name);
  }
  const address = await serve(t, site);
  const halves = [staying.filter((_, index) => index % 2 === 0), staying.filter((_, index) => index % 2 === 1)];
  await Promise.all(halves.map((half) => openAll(browser, address, half)));
  return names.length;
}

async function openAll(browser, address, names) {
  const page = await browser.newPage();
  const dialogs = [];
  const strangers = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    dialog.dismiss();
  });
  // A picture may stand on another host; nothing else may.
  await page.route((url) => url.host !== new URL(address).host, (route) => {
    if (route.request().resourceType() !== "image") strangers.push(route.request().url());
    return route.abort();
  });
  for (const name of names) {
    await page.goto(address + name.split("/").map(encodeURIComponent).join("/"), { waitUntil: "load" });
    const executed = await page.evaluate(() => {
      for (const element of document.querySelectorAll("main *")) {
        for (const kind of ["mouseover", "pointerenter", "focus", "blur", "toggle", "animationstart", "animationend", "error", "load"]) {
          element.dispatchEvent(new Event(kind));
        }
      }
      return window.__xss;
    });
    assert.equal(executed, undefined, name);
  }
  assert.deepEqual(dialogs, []);
  assert.deepEqual(strangers, []);
  await page.close();
}

test(`${vectors.length} ways to become a script, each alone in every kind of item`, async (t) => {
  assert.ok(vectors.length >= 100);
  const site = await built(t, hostileProject(vectors, (vector) => vector));
  t.diagnostic(`${await assertHarmless(t, site)} pages`);
  for (const name of (await filesBelow(site)).filter((one) => /\.(xml|json|txt|svg)$/.test(one))) {
    const { status, stderr } = name.endsWith(".xml") ? await run("xmllint", ["--noout", "--nonet", path.join(site, name)]) : { status: 0 };
    assert.equal(status, 0, `${name}: ${stderr}`);
    // In data a text that looks like an address is a text; but nothing may pass for HTML.
    const runs = name.startsWith("data/") ? /</ : /<script|javascript:/i;
    assert.doesNotMatch(await readFile(path.join(site, name), "utf8"), runs, name);
  }
});

test("the same in every setting of kanon.yaml", async (t) => {
  const some = vectors.slice(0, 8);
  const site = await built(t, { ...hostileProject(some, (vector) => vector), "kanon.yaml": hostileSettings(vectors) });
  t.diagnostic(`${await assertHarmless(t, site)} pages`);
});

test("the same in every place of a body", async (t) => {
  const all = Object.fromEntries(
    vectors.map((vector, index) => [`content/pages/v${index}.md`, `---\ntitle: V\nclassification: offentlig\n---\n${places(vector).join("\n\n")}\n`]),
  );
  const site = await built(t, { ...all, "kanon.yaml": `site: {title: A}\nrules:\n${off}` });
  t.diagnostic(`${await assertHarmless(t, site)} pages`);
});

test("what looks like a part of a layout stays the text that it is", async (t) => {
  const site = await built(t, {
    ...hostileProject(templates, (text) => `## ${text}\n\n${text}\n\n\`${text}\`\n\n[${text}](#x)\n`),
    "kanon.yaml": hostileSettings(templates),
  });
  await assertHarmless(t, site);
  const browser = await openBrowser(t);
  const page = await browser.newPage();
  const names = (await filesBelow(site)).filter((name) => name.endsWith(".html"));
  for (const [index, text] of templates.entries()) {
    const file = names.find((name) => new RegExp(`/d${index}/index\\.html$`).test(name) && !name.startsWith("gammel"));
    await page.setContent(await readFile(path.join(site, file), "utf8"));
    assert.ok((await page.textContent("h1")).includes(text), `${text} is the heading of ${file}`);
    assert.ok((await page.textContent("title")).includes(text), `${text} is the title of ${file}`);
    assert.ok((await page.textContent(".body code")).includes(text), `${text} stands in the text of ${file}`);
  }
});

test("PDFs: nothing that runs, no path of this machine, no request to anyone", async (t) => {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.end();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  const host = `http://127.0.0.1:${server.address().port}`;
  const texts = [
    ...vectors,
    `<img src="${host}/1.png">`,
    `![x](${host}/2.png)`,
    `<iframe src="${host}/3"></iframe>`,
    `<link rel=stylesheet href="${host}/4.css">`,
    `<meta http-equiv=refresh content="0;url=${host}/5">`,
    `<object data="file:///etc/passwd"></object>`,
    `<iframe src="file:///etc/passwd"></iframe>`,
    `![x](file:///etc/passwd)`,
    `[x](file:///etc/passwd)`,
    `<style>@import url(${host}/6.css);</style>`,
  ];
  const files = hostileProject(texts, (text) => text);
  const documents = texts.map((_, index) => `d${index}`).join(", ");
  files["content/handbooks/samlet.yaml"] = `id: samlet\ntitle: ${yamlText(texts.map(inField).join(" ").slice(0, 300))}\nclassification: offentlig\nversion: "1.0"\nhistory: ${history("x")}\nparts: [{title: A, documents: [${documents}]}]\n`;
  const folder = await project(t, files);
  const result = await kanon(["handbook", "--drafts", "samlet", "--project", folder, "--out", path.join(folder, "ud.pdf")], { seconds: 120 });
  assertEnded(result, "handbook");
  assert.equal(result.status, 0, result.stderr.slice(0, 2000));
  const plain = await run("qpdf", ["--qdf", "--object-streams=disable", path.join(folder, "ud.pdf"), "-"], { bytes: true });
  const text = plain.stdout.toString("latin1");
  assert.doesNotMatch(text, /\/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|SubmitForm|OpenAction \/)\b/);
  for (const [, address] of text.matchAll(/\/URI \(((?:[^()\\]|\\.)*)\)/g)) assert.match(address, /^(https?|mailto|tel):/);
  assert.doesNotMatch(text, /\/(URI|F|UF) ?\((file|data|javascript):/i);
  assert.doesNotMatch((await run("pdftotext", [path.join(folder, "ud.pdf"), "-"])).stdout, /root:x:0/);
  assert.deepEqual(asked, []);
});
