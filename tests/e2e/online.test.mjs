// `kanon check --online`: links to other websites, against a web server of this test's own.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import test from "node:test";

import { findings, shown } from "../support/findings.mjs";
import { kanon, project } from "../support/kanon.mjs";

/** A web server on this machine that knows the address /der; `requests` says what it was asked. */
async function webServer(t) {
  const requests = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.writeHead(request.url === "/der" ? 200 : 404).end();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { requests, address: `http://127.0.0.1:${server.address().port}` };
}

const page = (body) => `---\ntitle: Om\nclassification: offentlig\n---\n\n${body}`;

/** A project with two links to a page that is gone and one to a page that is there. */
const linking = (t, address, config = "") =>
  project(t, {
    "kanon.yaml": `site: {title: "Prøve"}\n${config}`,
    "content/pages/om.md": page(`Læs [æblets historie](${address}/der) og\n- [pærens](${address}/vaek#kerne)\n`),
    "content/pages/to.md": page(`Se også [pærens historie](${address}/vaek).\n`),
  });

test("each link to a page that is gone is a warning at its place, and each address is tried once", async (t) => {
  const { requests, address } = await webServer(t);
  const folder = await linking(t, address);
  const { diagnostics, status, summary } = await findings(folder, { args: ["--online"] });
  assert.deepEqual(diagnostics.map(shown), [
    "content/pages/om.md:7:3 [broken-external-link]",
    "content/pages/to.md:6:9 [broken-external-link]",
  ]);
  assert.equal(diagnostics[0].message, `Linket fører til «${address}/vaek», som ikke findes (svar 404)`);
  assert.equal(status, 0);
  assert.deepEqual(summary, { errors: 0, warnings: 2 });
  assert.deepEqual(requests.sort(), ["GET /vaek", "HEAD /der", "HEAD /vaek"]);
});

test("without --online nobody is asked and nothing is said", async (t) => {
  const { requests, address } = await webServer(t);
  const folder = await linking(t, address);
  assert.deepEqual((await findings(folder)).diagnostics, []);
  assert.equal((await kanon(["build", "--drafts", "--no-pdf", "--project", folder])).status, 0);
  assert.deepEqual(requests, []);
});

test("kanon.yaml can make it an error, or switch it off: then nobody is asked", async (t) => {
  const { requests, address } = await webServer(t);
  const off = await linking(t, address, 'rules: {broken-external-link: "off"}\n');
  assert.deepEqual((await findings(off, { args: ["--online"] })).diagnostics, []);
  assert.deepEqual(requests, []);
  const strict = await linking(t, address, "rules: {broken-external-link: error}\n");
  assert.equal((await findings(strict, { args: ["--online"] })).status, 1);
});

test("the text report reads well, also where no website answers", async (t) => {
  const folder = await project(t, { "content/pages/om.md": page("Se [andre](http://findes-ikke.invalid/).\n") });
  const { status, stdout, stderr } = await kanon(["check", "--online", "--project", folder]);
  assert.equal(status, 0);
  assert.equal(stderr, "");
  assert.match(stdout, /^content\/pages\/om\.md:6:4: advarsel: Linket fører til «http:\/\/findes-ikke\.invalid\/», men der blev ikke fundet noget websted med det navn \[broken-external-link\]$/m);
});
