// `kanon serve` as editors and strangers meet it: it follows what is written, survives what is broken, and answers to nobody else.
import assert from "node:assert/strict";
import { mkdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";

import { documentSource, kanon, project, run, program, environment } from "../support/kanon.mjs";
import { ask, serving, until } from "../support/serving.mjs";

const politik = "content/documents/politik.md";
const start = {
  "kanon.yaml": 'site: {title: "Prøve"}\nclassifications: [offentlig, intern]\naudiences: {public: {up_to: offentlig}, internal: {up_to: intern}}\n',
  [politik]: documentSource("politik", { body: "## Formål\n\nTeksten.\n" }),
  "content/documents/intern.md": documentSource("intern", { front: { classification: "intern" } }),
};
const page = (address, id = "politik") => ask(address, { path: `/dokumenter/${id}/` });
const shows = (address, text, id) => until(async () => (await page(address, id)).text.includes(text));

async function written(t, ...flags) {
  const folder = await project(t, start);
  const at = path.join(folder, politik);
  const source = await readFile(at, "utf8");
  return { folder, at, source, ...(await serving(t, folder, ...flags)) };
}

test("follows what is written, as editors write it", async (t) => {
  const { folder, at, source, address } = await written(t);
  assert.match((await page(address)).text, /Teksten\./);

  await writeFile(at, source.replace("Teksten.", "Skrevet over."));
  await shows(address, "Skrevet over.");

  await writeFile(path.join(folder, "content/documents/.politik.md.swp"), source.replace("Teksten.", "Omdøbt."));
  await rename(path.join(folder, "content/documents/.politik.md.swp"), at);
  await shows(address, "Omdøbt.");

  await writeFile(path.join(folder, "content/documents/ny.md"), documentSource("ny", { body: "Et nyt dokument.\n" }));
  await shows(address, "Et nyt dokument.", "ny");

  await mkdir(path.join(folder, "content/documents/mappe"));
  await rename(at, path.join(folder, "content/documents/mappe/politik.md"));
  await writeFile(path.join(folder, "content/documents/mappe/politik.md"), source.replace("Teksten.", "Flyttet med mappen."));
  await shows(address, "Flyttet med mappen.");
  await rename(path.join(folder, "content/documents/mappe"), path.join(folder, "content/documents/andet"));
  await writeFile(path.join(folder, "content/documents/andet/politik.md"), source.replace("Teksten.", "Mappen hedder andet."));
  await shows(address, "Mappen hedder andet.");

  await rm(path.join(folder, "content/documents/ny.md"));
  await until(async () => (await page(address, "ny")).status === 404);
});

test("what is broken is told on the page it belongs to, and nothing stops", async (t) => {
  const { folder, at, source, address } = await written(t);
  await writeFile(at, source.replace("type: politik", "type: <findes ikke>"));
  const broken = await until(async () => {
    const answer = await page(address);
    return answer.text.includes("findes ikke") && answer;
  });
  assert.equal(broken.status, 200);
  assert.match(broken.text, /class="has-errors"/);
  assert.match(broken.text, /href="vscode:\/\/file[^"]*\/content\/documents\/politik\.md:\d+:\d+"/);
  assert.doesNotMatch(broken.text, /<findes ikke>/);
  assert.match((await page(address, "intern")).text, /<h2>I andre filer<\/h2>[^]*&lt;findes ikke&gt;/);

  await writeFile(at, "---\nid: [\n");
  await until(async () => (await page(address, "intern")).text.includes("politik.md"));

  await writeFile(path.join(folder, "kanon.yaml"), "site: [");
  const kept = await until(async () => {
    const answer = await page(address, "intern");
    return answer.text.includes("kanon.yaml er forkert") && answer;
  });
  assert.match(kept.text, /<h1>/);

  await writeFile(path.join(folder, "kanon.yaml"), start["kanon.yaml"]);
  await writeFile(at, source.replace("Teksten.", "Rettet igen."));
  await shows(address, "Rettet igen.");
});

test("a project that is wrong from the start is shown once it is right", async (t) => {
  const folder = await project(t, { ...start, "kanon.yaml": "site: [\n" });
  const { address } = await serving(t, folder);
  const wrong = await ask(address);
  assert.equal(wrong.status, 503);
  assert.match(wrong.text, /kanon\.yaml/);
  await writeFile(path.join(folder, "kanon.yaml"), start["kanon.yaml"]);
  await until(async () => (await ask(address)).status === 200);
});

test("layouts and assets of the project are followed, a wrong layout is told by line", async (t) => {
  const { folder, address } = await written(t);
  await mkdir(path.join(folder, "layouts"));
  await writeFile(path.join(folder, "layouts/footer.mustache"), "<footer>Egen sidefod</footer>\n</body>\n</html>\n");
  await shows(address, "Egen sidefod");
  await writeFile(path.join(folder, "layouts/footer.mustache"), "<footer>{{ukendt_navn}}</footer>\n</body>\n</html>\n");
  await until(async () => /footer\.mustache:1:\d+/.test((await page(address)).text));
});

test("what was released and is written on is shown as it is written", async (t) => {
  const folder = await project(t, { ...start, "kanon.yaml": `${start["kanon.yaml"]}document_types: [{id: politik, label: Politik, parents: []}]\n` });
  const released = await kanon(["release", "--all", "--project", folder]);
  assert.equal(released.status, 0, released.stderr);
  const { address } = await serving(t, folder);
  assert.match((await page(address)).text, /Teksten\./);
  const at = path.join(folder, politik);
  await writeFile(at, (await readFile(at, "utf8")).replace("Teksten.", "Ændret efter udgivelsen."));
  const changed = await until(async () => {
    const answer = await page(address);
    return answer.text.includes("Ændret efter udgivelsen.") && answer;
  });
  assert.match(changed.text, /unrecorded-change|teksten er ændret siden/);
});

test("listeners are told of a change", async (t) => {
  const { at, source, address } = await written(t);
  const response = await fetch(`${address}_kanon/events`);
  assert.equal(response.headers.get("content-type"), "text/event-stream");
  const reader = response.body.getReader();
  const first = new TextDecoder().decode((await reader.read()).value);
  await writeFile(at, source.replace("Teksten.", "Ny tekst."));
  let next = "";
  while (!/data: /.test(next)) next = new TextDecoder().decode((await reader.read()).value);
  assert.notEqual(next, first);
  await reader.cancel();
});

test("strangers get nothing: other hosts, other methods, other files", async (t) => {
  const { folder, address } = await written(t);
  await writeFile(path.join(folder, "content/hemmelig.txt"), "HEMMELIG");
  await symlink("/etc/passwd", path.join(folder, "content/documents/link.txt"));
  for (const host of ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1.evil.example:80", "localhost:1"]) {
    assert.equal((await ask(address, { headers: { host } })).status, 403, host);
  }
  const { host } = new URL(address);
  assert.equal((await ask(address, { headers: { host } })).status, 200);
  assert.equal((await ask(address, { headers: { host: host.replace("127.0.0.1", "localhost") } })).status, 200);
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) assert.notEqual((await ask(address, { method })).status, 200, method);
  assert.equal((await ask(address, { method: "HEAD" })).text, "");
  for (const name of ["/../kanon.yaml", "/..%2fkanon.yaml", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/content/documents/politik.md", "/kanon.yaml",
    "/filer/hemmelig.txt", "/_kanon/../kanon.yaml", "/_kanon/", "/assets/../kanon.yaml", "/%00", "/dokumenter/politik/%0d%0aX-Evil:1"]) {
    const answer = await ask(address, { path: name });
    assert.equal(answer.status, 404, `${name}: ${answer.text.slice(0, 200)}`);
    assert.doesNotMatch(answer.text, /HEMMELIG|root:|site: \{/);
    assert.equal(answer.headers["x-evil"], undefined);
  }
  assert.equal((await ask(address, { path: "/dokumenter/politik" })).headers.location, "/dokumenter/politik/");
});

test("an audience sees what it may see", async (t) => {
  const { address } = await written(t, "--audience", "public");
  assert.equal((await page(address, "intern")).status, 404);
  assert.equal((await page(address)).status, 200);
});

test("a port that is taken, an audience that there isn't", async (t) => {
  const { folder, address } = await written(t);
  const taken = await run(program, ["serve", "--port", new URL(address).port, "--project", folder], { env: environment() });
  assert.equal(taken.status, 2);
  assert.match(taken.stderr, /--port 0/);
  const { address: other } = await serving(t, folder, "--audience", "ukendt");
  assert.match((await ask(other)).text, /ukendt/);
});
