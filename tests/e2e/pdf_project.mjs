// A small handbook in two editions, for tests that read its PDFs: tables over several pages, footnotes, links, an appendix, and
// between the editions what a reader must see: words, rows and items that changed, a section that moved, a footnote that is gone,
// a document that is new and one that is no longer in it.
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

const sentences = [
  "Virksomheden skal gennemgå adgange til fælles systemer hvert kvartal, og ejeren af systemet skal skrive under på resultatet.",
  "Afvigelser registreres samme dag med en ansvarlig og en frist, og de følges op på næste møde i udvalget.",
  "Leverandøren giver myndigheden besked om hændelser, der berører oplysninger om borgere, inden for 24 timer.",
  "Sikkerhedskopier opbevares adskilt fra driften, så et angreb på det ene ikke rammer det andet.",
  "Uddannelse i informationssikkerhed gives ved ansættelsen og derefter hvert år, og deltagelsen dokumenteres.",
];
const text = (from, count) => Array.from({ length: count }, (_, i) => sentences[(from + i) % sentences.length]).join(" ");

export const rowCount = 64;
const rowText = (row) => `Forhold a${row}a beskrives her. ${sentences[row % sentences.length]} Slut z${row}z.`;

function table(edition) {
  const rows = [];
  for (let row = 1; row <= rowCount; row += 1) {
    if (edition === 2 && row === 40) continue;
    const owner = edition === 2 && row === 9 ? "Direktionen" : "It-drift";
    rows.push(`| ${row} | ${rowText(row)} | ${owner} |`);
  }
  return ["| Nr. | Forhold | Ansvarlig |", "| ---: | --- | --- |", ...rows].join("\n");
}

const moved = `## Beredskab\n\n${text(3, 4)}\n\n${text(1, 3)}\n`;
const second = (edition) => edition === 2;

const policy = (edition) => `## Formål\n\n${text(0, 3)}\n\nFristen for at melde en hændelse er ${second(edition) ? "24" : "72"} timer.[^frist] Se [tabellen](#forhold).

${second(edition) ? "" : `${moved}\n`}## Ansvar\n\n${text(1, 4)}\n\n- Direktionen godkender politikken.\n- ${second(edition) ? "Udvalget følger op hvert kvartal." : "Udvalget følger op hvert år."}
- Ejere af systemer holder fortegnelsen ved lige.\n${second(edition) ? "- Leverandører får politikken udleveret.\n" : ""}
${second(edition) ? "" : "Dette afsnit udgår, når den nye fortegnelse er taget i brug.[^gammel]\n"}
## Forhold\n\n${table(edition)}\n
${second(edition) ? `${moved}\n` : ""}[^frist]: Regnet fra det tidspunkt, hvor hændelsen blev opdaget${second(edition) ? " af en medarbejder" : ""}.
${second(edition) ? "" : "[^gammel]: Se den tidligere fortegnelse.\n"}`;

const guide = (name) => `## Sådan gør du\n\n${text(2, 5)}\n\nPolitikken siger, [hvem der har ansvaret](politik.md#ansvar).\n\n### Første skridt\n\n${text(0, 6)}\n\n## Mere om ${name}\n\n${text(4, 6)}\n`;

function source(id, type, version, entries, body) {
  const history = entries.map(([number, date, change, kind]) => `  - {version: "${number}", date: ${date}, by: InfoSec, change: ${change}, kind: ${kind}}`).join("\n");
  const parent = type === "politik" ? "" : "parent: politik\n";
  return `---\nid: ${id}\ntype: ${type}\ntitle: ${id[0].toUpperCase()}${id.slice(1)} for informationssikkerhed\n${parent}owner: InfoSec\nclassification: offentlig\nversion: "${version}"\nhistory:\n${history}\n---\n${body}`;
}

const first = ["1.0", "2026-01-05", "Første udgave", "new"];

/** The sources of the first or the second edition, by path. */
export function sourcesOf(edition) {
  const later = (change, kind) => (second(edition) ? [["1.1", "2026-03-02", change, kind], first] : [first]);
  const version = second(edition) ? "1.1" : "1.0";
  const documents = second(edition) ? "politik, procedure, vejledning" : "politik, regler, vejledning";
  const files = {
    "kanon.yaml": `site: {title: Prøve, base_url: "https://proeve.example/", publisher: Prøvens sekretariat}
document_types:
  - {id: politik, label: Politik, parents: []}
  - {id: vejledning, label: Vejledning, parents: [politik]}
`,
    "content/documents/politik.md": source("politik", "politik", version, later("Kortere frist", "updated"), policy(edition)),
    "content/documents/vejledning.md": source("vejledning", "vejledning", version, later("Verificeret", "verified"), guide("vejledningen")),
    "content/documents/regler.md": source("regler", "vejledning", "1.0", [first], guide("reglerne")),
    "content/handbooks/haandbog.yaml": `id: haandbog
title: Håndbog om informationssikkerhed
subtitle: Politik og vejledninger
owner: InfoSec
classification: offentlig
version: "${version}"
history:
${later("Kortere frist og en ny procedure", "updated").map(([number, date, change, kind]) => `  - {version: "${number}", date: ${date}, by: InfoSec, change: ${change}, kind: ${kind}}`).join("\n")}
parts:
  - {title: Politik og vejledninger, documents: [${documents}]}
appendices: [{embed: history}, {embed: glossary}]
`,
    "content/glossary.yaml": `- {id: haendelse, term: Hændelse, definition: "Noget, der truer fortrolighed, integritet eller tilgængelighed"}
- {id: ejer, term: Ejer, definition: "Den, der har ansvaret for et system"}
`,
  };
  if (second(edition)) files["content/documents/procedure.md"] = source("procedure", "vejledning", "1.0", [["1.0", "2026-03-02", "Ny procedure", "new"]], guide("proceduren"));
  return files;
}

export async function writeEdition(folder, edition) {
  for (const [name, bytes] of Object.entries(sourcesOf(edition))) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
}
