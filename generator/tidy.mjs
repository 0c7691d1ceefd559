// `make lint`'s clang-tidy: node generator/tidy.mjs BUILD_FOLDER. Most of its time goes into headers, so files of a folder are
// gone over in groups, each included by one source. A group with a finding, or whose files don't go together (names in
// anonymous namespaces), is gone over file by file: what is reported is always said of a file on its own.
import { execFile } from "node:child_process";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const GROUP = 14;
const LINE = /^[A-Za-z].*?([A-Za-z_]\w*)(?:\(|\s*=|\s*\{|;|\[)/;

/** The names that a file keeps to itself: those of its anonymous namespaces. Too many only makes groups smaller. */
function ownNames(text) {
  const names = new Set();
  for (const [, block] of text.matchAll(/^namespace \{$([\s\S]*?)^\} {2}\/\/ namespace$/gm)) {
    for (const line of block.split("\n")) {
      const name = LINE.exec(line)?.[1];
      if (name) names.add(name);
    }
  }
  for (const [, name] of text.matchAll(/^#define (\w+)/gm)) names.add(name);
  return names;
}

/** The types that headers declare: a file with one of its own of that name goes with no other. */
async function typesOfHeaders(folder) {
  const headers = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".h"));
  const texts = await Promise.all(headers.map((name) => readFile(path.join(folder, name), "utf8")));
  return new Set(texts.flatMap((text) => [...text.matchAll(/^ *(?:struct|class|enum class) (\w+)/gm)].map(([, name]) => name)));
}

/** Files in groups of at most GROUP without a name in common, each into the first that takes it. */
function grouped(files, types) {
  const isAlone = (file) => [...file.names].some((name) => types.has(name));
  const groups = [];
  for (const file of files.filter((each) => !isAlone(each))) {
    let group = groups.find((each) => each.files.length < GROUP && ![...file.names].some((name) => each.names.has(name)));
    if (!group) groups.push((group = { files: [], names: new Set() }));
    group.files.push(file);
    for (const name of file.names) group.names.add(name);
  }
  return [...groups, ...files.filter(isAlone).map((file) => ({ files: [file] }))];
}

/** What clang-tidy says of a source; nothing where all is well. */
async function findings(folder, source) {
  try {
    await run("clang-tidy-19", ["-quiet", "-p", folder, source], { maxBuffer: 1 << 28 });
    return "";
  } catch (error) {
    return error.stdout || error.stderr || String(error);
  }
}

/** Calls `work` for each item, as many at a time as there are processors. */
async function inParallel(items, work) {
  const left = [...items];
  const one = async () => {
    for (let item = left.shift(); item; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, one));
}

/** Writes a source that includes each group's files, and compile_commands.json for them, into `folder`. */
async function writeGroups(groups, folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const commands = [];
  for (const [index, group] of groups.entries()) {
    group.source = path.join(folder, `group_${index}.cpp`);
    await writeFile(group.source, group.files.map((file) => `#include "${file.entry.file}"  // NOLINT(bugprone-suspicious-include)\n`).join(""));
    const { directory, command, file } = group.files[0].entry;
    commands.push({ directory, command: command.replaceAll(file, group.source), file: group.source });
  }
  await writeFile(path.join(folder, "compile_commands.json"), JSON.stringify(commands));
}

async function main(build) {
  const entries = JSON.parse(await readFile(path.join(build, "compile_commands.json"), "utf8"));
  const sources = path.resolve("generator") + path.sep;
  const byFolder = new Map();
  for (const entry of entries.filter((each) => each.file.startsWith(sources) && each.file.endsWith(".cpp"))) {
    const folder = path.relative(sources, entry.file).split(path.sep)[0];
    const file = { entry, names: ownNames(await readFile(entry.file, "utf8")) };
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), file]);
  }
  const types = await typesOfHeaders(sources);
  const groups = [...byFolder.values()].flatMap((files) => grouped(files, types));
  const folder = path.resolve(build, "groups");
  await writeGroups(groups, folder);
  const again = [];
  await inParallel(groups, async (group) => {
    if (await findings(folder, group.source)) again.push(...group.files);
  });
  const found = [];
  await inParallel(again, async (file) => {
    const said = await findings(build, file.entry.file);
    if (said) found.push(said);
  });
  console.log(`clang-tidy: ${entries.length} sources known, ${groups.length} groups, ${again.length} files gone over on their own, ${found.length} with findings`);
  if (found.length > 0) {
    console.log(found.sort().join("\n"));
    process.exitCode = 1;
  }
}

await main(process.argv[2]);
