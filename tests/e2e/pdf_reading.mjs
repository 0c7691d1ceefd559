// What tests read of a PDF, by poppler and qpdf.
import { existsSync } from "node:fs";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { deflateSync, inflateSync } from "node:zlib";

import { run } from "../support/kanon.mjs";

export const madeFolder = () => mkdtemp(path.join(os.tmpdir(), "kanon-pdf-e2e-"));

async function read(program, args, options) {
  const result = await run(program, args, { seconds: 120, ...options });
  if (result.status !== 0) throw new Error(`${program} ${args.join(" ")}: ${result.stderr}`);
  return result.stdout;
}

/** The text of each page, laid out. */
export const pagesOf = async (file) => (await read("pdftotext", ["-layout", file, "-"])).split("\f").slice(0, -1);

/** The words of pages with their boxes, in points from the top left corner. */
export async function wordsOf(file, first, last = first) {
  const xml = await read("pdftotext", ["-bbox", "-f", String(first), "-l", String(last), file, "-"]);
  const words = [];
  let page = first - 1;
  for (const [, begins, left, top, right, bottom, text] of xml.matchAll(/(<page )|<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g)) {
    if (begins) page += 1;
    else words.push({ page, left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom), text: text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&") });
  }
  return words;
}

export async function objectsOf(file) {
  const json = JSON.parse(await read("qpdf", ["--json=1", "--json-key=pages", "--json-key=outlines", "--json-key=objects", file]));
  const value = (reference) => (typeof reference === "string" && /^\d+ \d+ R$/.test(reference) ? json.objects[reference] : reference);
  return { json, value };
}

export const heightOfA4 = 841.89;
const nameOf = (text) => text.replace(/^u:/, "");

/** Named destinations: page (from 1) and distance from the top edge in points. */
export async function placesOf(file) {
  const { json, value } = await objectsOf(file);
  const pages = new Map(json.pages.map((page, index) => [page.object, index + 1]));
  const root = Object.values(json.objects).find((object) => object?.["/Type"] === "/Catalog");
  const names = value(value(value(root["/Names"])["/Dests"]))["/Names"];
  const places = new Map();
  for (let i = 0; i < names.length; i += 2) {
    const [page, , , top] = value(names[i + 1]);
    places.set(nameOf(names[i]), { page: pages.get(page), top: heightOfA4 - top });
  }
  return places;
}

/** The links of all pages: where they stand, and the place or address they lead to. */
export async function annotationsOf(file) {
  const { json, value } = await objectsOf(file);
  return json.pages.flatMap((page, index) => {
    const annotations = value(value(page.object)["/Annots"]) ?? [];
    return annotations.map(value).filter((one) => one["/Subtype"] === "/Link").map((one) => {
      const action = value(one["/A"]);
      return { page: index + 1, to: action["/D"] && nameOf(action["/D"]), address: action["/URI"] };
    });
  });
}

/** A page in grey at so many dots an inch: {width, height, at(x, y)}. */
async function drawn(file, page, dots) {
  const bytes = await read("pdftoppm", ["-r", String(dots), "-gray", "-f", String(page), "-l", String(page), file], { bytes: true });
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 30).toString("latin1"));
  const pixels = bytes.subarray(head.length);
  return { width: Number(width), height: Number(height), at: (x, y) => pixels[y * Number(width) + x] };
}

/** Upright lines left of the text: their boxes in points from the top left corner. */
export async function linesOf(file, page) {
  const picture = await drawn(file, page, 72);
  const lines = [];
  for (let x = 40; x < 80; x += 1) {
    let from = -1;
    for (let y = 0; y <= picture.height; y += 1) {
      const dark = y < picture.height && picture.at(x, y) < 160;
      if (dark && from < 0) from = y;
      if (!dark && from >= 0) {
        if (y - from >= 9) lines.push({ left: x, top: from, bottom: y });
        from = -1;
      }
    }
  }
  return lines;
}

const fixture = path.join(path.dirname(fileURLToPath(import.meta.url)), "fixtures", "pdf-pages.json");
const side = 10; // pixels at 100 dpi that make one of the kept ones

async function thumbnail(file, page) {
  const picture = await drawn(file, page, 100);
  const width = Math.floor(picture.width / side);
  const height = Math.floor(picture.height / side);
  const small = Buffer.alloc(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let dy = 0; dy < side; dy += 1) for (let dx = 0; dx < side; dx += 1) sum += picture.at(x * side + dx, y * side + dy);
      small[y * width + x] = sum / (side * side);
    }
  }
  return { width, height, small };
}

/**
 * The named pages that don't look as they did: kept are small grey pictures of pages drawn at 100 dpi. Letters may be drawn a
 * little differently; a block or line that is elsewhere may not. KANON_REWRITE=1 keeps the pages as they are now.
 */
export async function picturesDiffer(name, file, pages) {
  const kept = existsSync(fixture) ? JSON.parse(await readFile(fixture, "utf8")) : {};
  const differ = [];
  for (const [title, page] of Object.entries(pages)) {
    const { width, height, small } = await thumbnail(file, page);
    const key = `${name}-${title}`;
    if (process.env.KANON_REWRITE) {
      kept[key] = `${width}x${height} ${deflateSync(small, { level: 9 }).toString("base64")}`;
      continue;
    }
    const [size, bytes] = (kept[key] ?? "none ").split(" ");
    if (size !== `${width}x${height}`) {
      differ.push(`${key}: ${size} became ${width}x${height}`);
      continue;
    }
    const before = inflateSync(Buffer.from(bytes, "base64"));
    let sum = 0;
    let far = 0;
    for (let i = 0; i < small.length; i += 1) {
      const difference = Math.abs(small[i] - before[i]);
      sum += difference;
      if (difference > 60) far += 1;
    }
    if (sum / small.length > 3 || far > small.length * 0.01) differ.push(`${key}: ${(sum / small.length).toFixed(2)} on average, ${far} far off`);
  }
  if (process.env.KANON_REWRITE) await writeFile(fixture, `${JSON.stringify(kept, null, 1)}\n`);
  return differ;
}
