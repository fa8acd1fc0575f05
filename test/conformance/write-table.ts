import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";

const FOLDER = path.join(__dirname, "../../docs/conformance");

/** Whether the tables are to be renewed: only on demand, since a table has its date and its machine. */
export const RENEWS_TABLES = process.env["CONFORMANCE_WRITE"] === "1";

/** Writes a table of `docs/conformance`, laid out as the checks of the repository want it. */
export async function writeTable(name: string, text: string): Promise<void> {
    const file = path.join(FOLDER, name);
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: "markdown" }));
}
