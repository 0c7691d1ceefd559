// Time and memory of a handbook of about 300 pages: Kanon with each engine, from nothing and again, beside plain wkhtmltopdf over
// the HTML that Kanon gave it. Prints a table; with --json the same as JSON. Usage: node tests/bench/pdf.mjs [--json]
import { execFileSync, spawn } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");
const program = process.env.KANON_PROGRAM ?? path.join(root, "build", "kanon");
const chapters = 50;

/** Numbers that are the same on every run. */
function dice(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

const words = ("leverandøren skal sikre at adgange gennemgås hvert kvartal og at afvigelser registreres med ansvarlig frist virksomheden myndigheden " +
  "behandler oplysninger om borgere informationssikkerhed risikovurdering beredskab kryptering opbevaring sletning hændelser uddannelse").split(" ");

function paragraph(roll, length) {
  const text = Array.from({ length }, () => words[roll(words.length)]).join(" ");
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

function chapter(number) {
  const roll = dice(number);
  const parts = [];
  for (let section = 1; section <= 6; section += 1) {
    parts.push(`## Afsnit ${section}`);
    for (let i = 0; i < 4; i += 1) parts.push(paragraph(roll, 45));
    if (section === 2) {
      const rows = Array.from({ length: 18 }, (_, row) => `| ${row + 1} | ${paragraph(roll, 12)} | ${paragraph(roll, 5)} |`);
      parts.push(["| Nr. | Krav | Ansvarlig |", "| --- | --- | --- |", ...rows].join("\n"));
    }
    if (section === 4) parts.push(`Se [et andet kapitel](kapitel-${roll(chapters) + 1}.md#afsnit-3).[^1]`);
  }
  return `${parts.join("\n\n")}\n\n[^1]: ${paragraph(roll, 10)}\n`;
}

async function writeProject(folder) {
  await mkdir(path.join(folder, "content", "documents"), { recursive: true });
  await mkdir(path.join(folder, "content", "handbooks"), { recursive: true });
  const history = 'version: "1.0"\nhistory:\n  - {version: "1.0", date: 2025-11-19, by: CAI, change: Ny, kind: new}\n';
  const ids = Array.from({ length: chapters }, (_, i) => `kapitel-${i + 1}`);
  for (const [index, id] of ids.entries()) {
    const front = `---\nid: ${id}\ntype: politik\ntitle: Politik nummer ${index + 1}\nowner: CAI\nclassification: offentlig\n${history}---\n`;
    await writeFile(path.join(folder, "content", "documents", `${id}.md`), front + chapter(index + 1));
  }
  const handbook = `id: bog\ntitle: Den store håndbog\nclassification: offentlig\n${history}parts:\n  - {title: Politikker, documents: [${ids.join(", ")}]}\nappendices: [{embed: history}]\n`;
  await writeFile(path.join(folder, "content", "handbooks", "bog.yaml"), handbook);
}

const configure = (folder, engine) => writeFile(path.join(folder, "kanon.yaml"), `site: {title: Måling}\npdf: {engine: ${engine}}\nlimits: {pdf_seconds: 600}\n`);

/** Resident memory of a process and all below it, in MB; what they share is counted for each. */
async function memoryOf(top) {
  const parents = new Map();
  const resident = new Map();
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const line = await readFile(`/proc/${name}/stat`, "utf8").catch(() => "");
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
    if (fields.length < 22) continue;
    parents.set(Number(name), Number(fields[1]));
    resident.set(Number(name), Number(fields[21]) * 4096);
  }
  let sum = 0;
  for (const [id, bytes] of resident) {
    let above = id;
    while (above && above !== top) above = parents.get(above);
    if (above === top) sum += bytes;
  }
  return sum / 2 ** 20;
}

async function measure(argv, environment) {
  const begin = performance.now();
  const child = spawn(argv[0], argv.slice(1), { stdio: "ignore", env: { ...process.env, ...environment } });
  let peak = 0;
  let running = true;
  const watch = (async () => {
    while (running) {
      peak = Math.max(peak, await memoryOf(child.pid));
      await new Promise((done) => setTimeout(done, 20));
    }
  })();
  const status = await new Promise((done) => child.on("exit", done));
  const seconds = (performance.now() - begin) / 1000;
  running = false;
  await watch;
  if (status !== 0) throw new Error(`${argv.join(" ")} ended with ${status}`);
  return { seconds, megabytes: peak };
}

/** The HTML of the last print before the sheets, as Kanon gives it to wkhtmltopdf. */
async function printedHtml(project, work) {
  const seen = path.join(work, "seen");
  await mkdir(path.join(work, "bin"), { recursive: true });
  await mkdir(seen);
  const wrapper = path.join(work, "bin", "wkhtmltopdf");
  await writeFile(wrapper, `#!/bin/sh\nfor last; do :; done\nfolder=\${last%/*}\n[ -f "$folder/page.html" ] && cp -r "$folder" "${seen}/$(ls ${seen} | wc -l)"\nexec /usr/bin/wkhtmltopdf "$@"\n`);
  await chmod(wrapper, 0o755);
  await rm(path.join(project, ".kanon"), { recursive: true, force: true });
  execFileSync(program, ["handbook", "bog", "--project", project, "--out", path.join(work, "x.pdf"), "--quiet"], { env: { PATH: path.join(work, "bin") } });
  const prints = (await readdir(seen)).map(Number).sort((a, b) => a - b);
  return path.join(seen, String(prints.at(-2)));
}

const work = await mkdtemp(path.join(os.tmpdir(), "kanon-bench-pdf-"));
try {
  const project = path.join(work, "project");
  await writeProject(project);
  const rows = [];
  const add = async (name, file, argv, environment) => {
    const figures = await measure(argv, environment);
    const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync("pdfinfo", [file], { encoding: "utf8" }))[1]);
    rows.push({ name, pages, ...figures, kilobytes: (await stat(file)).size / 1024 });
  };
  await configure(project, "wkhtmltopdf");
  const job = await printedHtml(project, work);
  const plain = path.join(work, "plain.pdf");
  await cp(job, path.join(work, "job"), { recursive: true });
  const environment = { QT_QPA_PLATFORM: "offscreen", XDG_RUNTIME_DIR: work };
  await add("plain wkhtmltopdf", plain, ["wkhtmltopdf", "-q", "-s", "A4", "--allow", job, path.join(job, "page.html"), plain], environment);
  for (const engine of ["wkhtmltopdf", "chromium"]) {
    await configure(project, engine);
    await rm(path.join(project, ".kanon"), { recursive: true, force: true });
    const file = path.join(work, `${engine}.pdf`);
    const argv = [program, "handbook", "bog", "--project", project, "--out", file, "--quiet"];
    await add(`Kanon, ${engine}`, file, argv);
    await add(`Kanon, ${engine}, unchanged`, file, argv);
  }
  if (process.argv.includes("--json")) {
    console.log(JSON.stringify({ pdf: rows }, null, 2));
  } else {
    console.log("| A handbook of 300 pages | Pages | Seconds | Peak MB | File KB |\n| --- | ---: | ---: | ---: | ---: |");
    for (const row of rows) {
      console.log(`| ${row.name} | ${row.pages} | ${row.seconds.toFixed(2)} | ${row.megabytes.toFixed(0)} | ${row.kilobytes.toFixed(0)} |`);
    }
  }
} finally {
  await rm(work, { recursive: true, force: true });
}
