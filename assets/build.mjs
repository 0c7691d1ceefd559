// Builds the default theme into build/theme/: kanon.css, kanon.js, fonts, pictures and licences.
// The same sources give the same bytes; a file that did not change is not written again.
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { build as bundle, transform } from "esbuild";
import { PurgeCSS } from "purgecss";
import { compile } from "sass";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const assets = path.join(root, "assets");
const layouts = path.join(root, "layouts");
const output = path.join(root, "build", "theme");
const dkfds = path.join(root, "node_modules", "dkfds");
const plex = path.join(dkfds, "src", "fonts", "IBMPlexSans", "split", "woff2");

const browsers = ["chrome111", "firefox113", "safari16.4"];
const faces = ["Regular", "Italic", "SemiBold"];
const subsets = ["Latin1", "Latin2"];
/** Whole fonts for PDFs: wkhtmltopdf takes installed ones only, and none as WOFF2. */
const printFaces = ["Regular", "Italic", "SemiBold", "SemiBoldItalic"];
const plexTrueType = path.join(dkfds, "src", "fonts", "IBMPlexSans", "complete", "ttf");

/** Of what search.js is made with. */
const searchLicences = ["minisearch/LICENSE.txt", "@orama/stemmers/LICENSE.md"];

/** What no tool works on: pictures, and the print styles of the PDFs. */
const asTheyAre = ["img", "handbook.css"];

/** Elements that bodies hold and layouts may not: the program writes them from Markdown. */
const bodyElements = [
  ..."a abbr b blockquote br code dd del details dfn dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img input kbd li".split(" "),
  ..."ol p pre q s section small strong sub summary sup table tbody td th thead tr ul".split(" "),
];

const sheet = (name) =>
  compile(path.join(assets, "styles", `${name}.scss`), { loadPaths: [path.join(root, "node_modules")], charset: false }).css;

/** The rules of dkfds whose elements and classes some layout or body has. */
async function usedOf(css) {
  const names = (await filesOf(layouts)).filter((name) => name.endsWith(".mustache"));
  const content = await Promise.all(
    names.map(async (name) => ({ raw: await readFile(path.join(layouts, name), "utf8"), extension: "html" })),
  );
  const [purged] = await new PurgeCSS().purge({ content, css: [{ raw: css }], safelist: bodyElements });
  return purged.css;
}

async function filesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
  return names.map((name) => path.relative(folder, name).split(path.sep).join("/")).sort();
}

async function minified(css) {
  const { code } = await transform(css, { loader: "css", minify: true, target: browsers });
  return code;
}

async function script(name) {
  const { outputFiles } = await bundle({
    entryPoints: [path.join(assets, "script", name)],
    bundle: true,
    format: "iife",
    minify: true,
    target: browsers,
    charset: "utf8",
    write: false,
  });
  return outputFiles[0].contents;
}

async function theme() {
  const banner =
    "/*! With parts of Det Fælles Designsystem (MIT licence: LICENSE-dkfds.txt) and IBM Plex Sans (SIL OFL: fonts/LICENSE.txt). */\n";
  const searchBanner = "/*! With MiniSearch (MIT licence) and @orama/stemmers (Apache License 2.0): LICENSE-search.txt. */\n";
  const files = new Map();
  files.set("kanon.css", banner + (await minified("@layer dkfds, kanon;\n" + (await usedOf(sheet("dkfds"))) + sheet("kanon"))));
  files.set("kanon.js", await script("kanon.js"));
  files.set("search.js", Buffer.concat([Buffer.from(searchBanner), await script("search.js")]));
  for (const face of faces) {
    for (const subset of subsets) {
      const name = `IBMPlexSans-${face}-${subset}.woff2`;
      files.set(`fonts/${name}`, await readFile(path.join(plex, name)));
    }
  }
  for (const face of printFaces) {
    files.set(`print/IBMPlexSans-${face}.ttf`, await readFile(path.join(plexTrueType, `IBMPlexSans-${face}.ttf`)));
  }
  files.set("fonts/LICENSE.txt", await readFile(path.join(plex, "license.txt")));
  files.set("LICENSE-dkfds.txt", await readFile(path.join(dkfds, "LICENSE.md")));
  const licences = await Promise.all(searchLicences.map((name) => readFile(path.join(root, "node_modules", name), "utf8")));
  files.set("LICENSE-search.txt", licences.join("\n----------------------------------------\n\n"));
  for (const name of await filesOf(assets)) {
    if (asTheyAre.some((part) => name === part || name.startsWith(`${part}/`))) files.set(name, await readFile(path.join(assets, name)));
  }
  return files;
}

async function writeWhereChanged(files) {
  await mkdir(output, { recursive: true });
  for (const name of await filesOf(output)) {
    if (!files.has(name)) await rm(path.join(output, name));
  }
  for (const [name, content] of files) {
    const file = path.join(output, name);
    const bytes = Buffer.from(content);
    const old = await readFile(file).catch(() => null);
    if (old?.equals(bytes)) continue;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
}

await writeWhereChanged(await theme());
