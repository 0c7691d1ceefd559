// LibreOffice without a window, as other people's program for what Kanon writes.
import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import path from "node:path";

import { environment, run, temporaryFolder } from "./kanon.mjs";

/** Converts a file and gives the paths of what came out; `filter` is what stands after --convert-to. */
export async function convert(t, file, filter, { reading } = {}) {
  const folder = await temporaryFolder(t);
  const profile = `-env:UserInstallation=file://${await temporaryFolder(t)}`;
  const args = [profile, "--headless", ...(reading ? [`--infilter=${reading}`] : []), "--convert-to", filter, "--outdir", folder, file];
  const result = await run("libreoffice", args, { env: environment(), seconds: 120 });
  const names = (await readdir(folder)).sort();
  assert.ok(result.status === 0 && names.length > 0, `LibreOffice did not convert ${path.basename(file)}: ${result.stdout}${result.stderr}`);
  return names.map((name) => path.join(folder, name));
}
