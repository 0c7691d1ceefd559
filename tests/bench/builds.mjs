// Whole builds of made-up corpora: Kanon beside Hugo and beside the floor, in turn, so that a busy machine is busy for all; and how
// time and memory grow with the number of documents.
import { existsSync } from "node:fs";
import { cp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import { committed, git } from "../support/git.mjs";
import { environment, program, run, source } from "../support/kanon.mjs";
import { changed, released, sizes, writeHugoSite, writeProject } from "./corpus.mjs";
import { exponent, median, peakMemory, timed } from "./measuring.mjs";
import { table } from "./table.mjs";

const floor = path.join(source, "build", "tests", "bench_floor");
const env = environment({ SOURCE_DATE_EPOCH: String(Date.parse("2026-01-01T00:00:00Z") / 1000) });

const hugoVersion = async () => {
  const result = await run("hugo", ["version"]).catch(() => undefined);
  return result && /v([\d.]+)/.exec(result.stdout)?.[1];
};

/** Kanon's project with its releases, committed to git; the Hugo site; and how each program is started on them. */
async function prepare(folder, documents, { hugo }) {
  const project = path.join(folder, `kanon-${documents}`);
  const bytes = await writeProject(project, documents);
  const done = await run(program, ["release", ...released(documents), "--project", project, "--quiet"], { env, seconds: 600 });
  if (done.status !== 0) throw new Error(`kanon release: ${done.stderr.slice(0, 2000)}`);
  const out = path.join(folder, "out", `kanon-${documents}`);
  const corpus = { documents, bytes, project, out };
  corpus.build = [program, "build", "--no-pdf", "--drafts", "--quiet", "--project", project, "--out", out];
  corpus.check = [program, "check", "--quiet", "--project", project];
  corpus.floorOut = path.join(folder, "out", `floor-${documents}`);
  corpus.floor = [floor, path.join(project, "content"), corpus.floorOut, String(os.cpus().length)];
  if (hugo) {
    corpus.site = path.join(folder, `hugo-${documents}`);
    await writeHugoSite(corpus.site, documents);
    corpus.hugoOut = path.join(folder, "out", `hugo-${documents}`);
    corpus.hugo = ["hugo", "--quiet", "--source", corpus.site, "--destination", corpus.hugoOut];
  }
  return corpus;
}

const empty = (folder) => rm(folder, { recursive: true, force: true });

/** Runs each of the programs in turn, so many times; the median of each: `{name: {seconds, processor}}`. */
async function alternating(runs, programs) {
  const figures = {};
  for (let i = 0; i < runs; ++i) {
    for (const [name, once] of Object.entries(programs)) (figures[name] ??= []).push(await once());
  }
  const medians = {};
  for (const [name, all] of Object.entries(figures)) {
    medians[name] = { seconds: median(all.map((one) => one.seconds)), processor: median(all.map((one) => one.processor)) };
  }
  return medians;
}

/** A run of `argv` after `before`. */
const after = (before, argv, options = {}) => async () => {
  await before();
  return timed(argv, { env, ...options });
};

async function fullBuild(corpus, runs) {
  const programs = { kanon: after(() => empty(corpus.out), corpus.build), floor: after(() => empty(corpus.floorOut), corpus.floor) };
  if (corpus.hugo) programs.hugo = after(() => empty(corpus.hugoOut), corpus.hugo);
  return alternating(runs, programs);
}

async function sameAgain(corpus, runs) {
  const programs = { kanon: after(async () => {}, corpus.build) };
  if (corpus.hugo) programs.hugo = after(async () => {}, corpus.hugo);
  return alternating(runs, programs);
}

/** One document gets another sentence each time. */
async function oneChanged(corpus, runs) {
  let change = 0;
  const edit = async (hugo) => {
    const text = changed(corpus.documents - 1, corpus.documents, `Endnu en sætning, nummer ${++change}.`);
    if (hugo) await writeFile(path.join(corpus.site, text.hugo), text.hugoSource);
    else await writeFile(path.join(corpus.project, text.path), text.kanonSource);
  };
  const programs = { kanon: after(() => edit(false), corpus.build) };
  if (corpus.hugo) programs.hugo = after(() => edit(true), corpus.hugo);
  return alternating(runs, programs);
}

const check = (corpus, runs) =>
  alternating(runs, { kanon: after(async () => {}, corpus.check), floor: after(async () => {}, [...corpus.floor, "--parse-only"]) });

/** 20 documents changed on a branch, compared with the branch it came from. */
async function review(corpus, folder, runs) {
  const repository = path.join(folder, `git-${corpus.documents}`);
  await cp(corpus.project, repository, { recursive: true });
  await git(repository, "init", "-q", "-b", "main");
  await committed(repository, "The texts");
  await git(repository, "switch", "-q", "-c", "change");
  for (let i = 0; i < 20; ++i) {
    const n = corpus.documents - 1 - i * Math.floor(corpus.documents / 25);
    const text = changed(n, corpus.documents, "En sætning mere.");
    await writeFile(path.join(repository, text.path), text.kanonSource);
  }
  await committed(repository, "A change");
  const argv = [program, "review", "main", "change", "--format", "json", "--project", repository];
  const figures = await alternating(runs, { kanon: after(async () => {}, argv, { statuses: [0, 1] }) });
  await empty(repository);
  return figures;
}

async function memory(corpus) {
  await empty(corpus.out);
  const figures = { kanon: await peakMemory(corpus.build, { env }), floor: await peakMemory(corpus.floor, { env }) };
  if (!corpus.hugo) return figures;
  await empty(corpus.hugoOut);
  return { ...figures, hugo: await peakMemory(corpus.hugo, { env }) };
}

const seconds = (figure) => (figure ? `${figure.seconds.toFixed(2)} s (${figure.processor.toFixed(2)})` : "–");
const ratio = (figure, of) => (figure && of ? `${(figure.seconds / of.seconds).toFixed(2)} ×` : "–");
const megabytes = (figure) => (figure ? `${figure.toFixed(0)} MB` : "–");

function print(corpus, figures, hugo) {
  const names = { full: "full build from nothing", same: "build, nothing changed", one: "build, one document changed", check: "check", review: "review, 20 documents changed" };
  const rows = Object.entries(names).map(([key, name]) => {
    const { kanon, hugo: other, floor: least } = figures[key];
    return [name, seconds(kanon), seconds(other), seconds(least), ratio(kanon, other), ratio(kanon, least)];
  });
  rows.push(["peak memory, full build", ...["kanon", "hugo", "floor"].map((name) => megabytes(figures.memory[name])), "", ""]);
  const { members, catalogs } = sizes(corpus.documents);
  table(`${corpus.documents} documents, ${members} members, ${catalogs} catalogs: ${(corpus.bytes / 1e6).toFixed(1)} MB; without PDFs; seconds (of processors)`, [
    ["", "Kanon", `Hugo ${hugo ?? "(not installed)"}`, "the floor", "Kanon / Hugo", "Kanon / floor"],
    ...rows,
  ]);
}

function needFloor() {
  if (!existsSync(floor)) throw new Error(`${floor} is not there: run “make bench”, or “cmake --build build --target bench_floor”`);
}

/** The table of one size. */
export async function builds(folder, { documents, runs }) {
  needFloor();
  const hugo = await hugoVersion();
  const corpus = await prepare(folder, documents, { hugo });
  const figures = { full: await fullBuild(corpus, runs), same: await sameAgain(corpus, runs), one: await oneChanged(corpus, runs) };
  figures.check = await check(corpus, runs);
  figures.review = await review(corpus, folder, runs);
  figures.memory = await memory(corpus);
  print(corpus, figures, hugo);
  return { documents, bytes: corpus.bytes, hugo, runs, ...figures };
}

/** Full builds of growing corpora, and the exponents from each size to the next. */
export async function scaling(folder, { sizes: counts, runs }) {
  const points = [];
  for (const documents of counts) {
    const corpus = await prepare(folder, documents, { hugo: false });
    const { kanon } = await alternating(runs, { kanon: after(() => empty(corpus.out), corpus.build) });
    await empty(corpus.out);
    points.push({ documents, ...kanon, megabytes: await peakMemory(corpus.build, { env }) });
    await empty(corpus.out);
    await empty(corpus.project);
  }
  const grown = (key, i) => (i === 0 ? undefined : exponent({ size: points[i - 1].documents, cost: points[i - 1][key] }, { size: points[i].documents, cost: points[i][key] }));
  for (const [i, point] of points.entries()) {
    point.exponents = { seconds: grown("seconds", i), processor: grown("processor", i), megabytes: grown("megabytes", i) };
  }
  const power = (value) => (value === undefined ? "" : value.toFixed(2));
  table("How a full build grows", [
    ["documents", "time", "exponent", "processors", "exponent", "memory", "exponent"],
    ...points.map((point) => [String(point.documents), `${point.seconds.toFixed(2)} s`, power(point.exponents.seconds), `${point.processor.toFixed(2)} s`, power(point.exponents.processor), megabytes(point.megabytes), power(point.exponents.megabytes)]),
  ]);
  return points;
}
