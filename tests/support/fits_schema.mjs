// fits_schema.mjs SCHEMA FILE…: whether JSON files fit a JSON schema (draft-07). Prints what doesn't, and ends with 1 then.
import { readFile } from "node:fs/promises";

import Ajv from "ajv";
import addFormats from "ajv-formats";

const [schemaFile, ...files] = process.argv.slice(2);
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const schema = JSON.parse(await readFile(schemaFile, "utf8"));
delete schema.$schema;
const fits = ajv.compile(schema);
for (const file of files) {
  if (fits(JSON.parse(await readFile(file, "utf8")))) continue;
  console.log(file, JSON.stringify(fits.errors.slice(0, 5), null, 2));
  process.exitCode = 1;
}
