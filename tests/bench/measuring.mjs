// How long a program runs, how much of the processors it uses with all it starts, and how much memory they have together.
import { spawn } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";

import { environment, run } from "../support/kanon.mjs";

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** `{seconds, processor}` of one run: the clock's, and what the program and all it waited for worked. */
export async function timed(argv, { env = environment(), cwd, statuses = [0] } = {}) {
  // The shell's own `time` counts the children that a program waited for, which Node doesn't tell of.
  const result = await run("bash", ["-c", 'TIMEFORMAT="%R %U %S"; time "$0" "$@" >/dev/null 2>/dev/null', ...argv], { env, cwd, seconds: 3600 });
  if (!statuses.includes(result.status)) throw new Error(`${argv.join(" ")} ended with ${result.status}`);
  const [seconds, user, system] = result.stderr.trim().split("\n").at(-1).split(" ").map(Number);
  return { seconds, processor: user + system };
}

async function processesBelow(top) {
  const found = [top];
  for (const process of found) {
    const tasks = await readdir(`/proc/${process}/task`).catch(() => []);
    for (const task of tasks) {
      const children = await readFile(`/proc/${process}/task/${task}/children`, "utf8").catch(() => "");
      found.push(...children.split(" ").filter(Boolean).map(Number));
    }
  }
  return found;
}

/** What the processes have in memory, in MB; what several share is counted once. */
async function memoryBelow(top) {
  let kilobytes = 0;
  for (const process of await processesBelow(top)) {
    const rollup = await readFile(`/proc/${process}/smaps_rollup`, "utf8").catch(() => "");
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return kilobytes / 1024;
}

/** The most memory that a program and all it starts have together, in MB. A run of its own: looking takes time. */
export async function peakMemory(argv, { env = environment(), cwd } = {}) {
  const child = spawn(argv[0], argv.slice(1), { stdio: "ignore", env, cwd });
  let peak = 0;
  let runs = true;
  const ended = new Promise((done) => child.on("exit", done)).then(() => (runs = false));
  while (runs) {
    peak = Math.max(peak, await memoryBelow(child.pid));
    await Promise.race([ended, new Promise((done) => setTimeout(done, 15))]);
  }
  return peak;
}

/** How a cost grows with size: the exponent between two measured points. */
export const exponent = (before, after) => Math.log(after.cost / before.cost) / Math.log(after.size / before.size);
