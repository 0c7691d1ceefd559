// A transcript: Markdown whose ```console blocks are commands and what they print.
//
//   ```console project=small          a block with project= begins in a fresh copy of fixtures/small (none: an empty folder)
//   $ kanon check                     any shell command; kanon is the program under test
//   ? 1                               its exit status, where it isn't 0
//   content/a.md:1:1: error: …        what it prints on standard output and standard error, as they come
//   ```
//
// A block that prints fences of its own stands between longer ones. In an expected line `[..]` stands for anything. The folder of the copy is printed as /project, its parent as
// /folder. $BARE is a PATH with kanon and nothing else.

/** The parts of a transcript: texts, and blocks of commands. */
export function parse(text) {
  const parts = [];
  let block;
  let prose = [];
  for (const line of text.split("\n")) {
    const opening = /^(```+)console(?: project=(\S+))?$/.exec(line);
    if (opening && !block) {
      parts.push({ prose: [...prose, line] });
      prose = [];
      block = { fence: opening[1], project: opening[2], commands: [] };
    } else if (block && line === block.fence) {
      parts.push(block);
      block = undefined;
      prose = [line];
    } else if (block) {
      addLine(block, line);
    } else {
      prose.push(line);
    }
  }
  if (block) throw new Error("a ```console block has no end");
  parts.push({ prose });
  return parts;
}

function addLine(block, line) {
  const command = block.commands.at(-1);
  if (line.startsWith("$ ")) block.commands.push({ command: line.slice(2), status: 0, output: [] });
  else if (!command) throw new Error(`before the first command stands “${line}”`);
  else if (/^\? \d+$/.test(line) && !command.output.length) command.status = Number(line.slice(2));
  else command.output.push(line);
}

/** The transcript's text with each block's commands as they are now. */
export function write(parts) {
  return parts
    .map((part) => (part.prose ?? linesOfBlock(part)).join("\n"))
    .filter((text, index) => parts[index].prose || text)
    .join("\n");
}

function linesOfBlock({ fence, commands }) {
  const lines = commands.flatMap(linesOf);
  if (lines.includes(fence)) throw new Error(`a block that prints ${fence} needs a longer fence`);
  return lines;
}

function linesOf({ command, status, output }) {
  return [`$ ${command}`, ...(status ? [`? ${status}`] : []), ...output];
}

/** A command as a person would compare it: the command, its exit status and its output. */
export const show = (command) => linesOf(command).join("\n");

export function matches(expected, actual) {
  return (
    expected.status === actual.status &&
    expected.output.length === actual.output.length &&
    expected.output.every((line, index) => lineMatches(line, actual.output[index]))
  );
}

function lineMatches(pattern, line) {
  const escaped = pattern.split("[..]").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join(".*")}$`, "s").test(line);
}
