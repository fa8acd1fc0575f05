// What Pulumi's plugin launcher loads. Plain JavaScript on the compiled package: the launcher would compile TypeScript
// with the settings of the folder that the user happens to stand in.
/* global __dirname, process, require */
const { existsSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const pulumi = require("@pulumi/pulumi");

const root = join(__dirname, "..");
const compiled = join(root, "dist", "plugin", "provider.js");
if (!existsSync(compiled)) {
    throw new pulumi.RunError(
        `agent-autoscaling is not compiled: ${compiled} is missing. Run "node scripts/setup.mjs" in ${root}.`,
    );
}

const { componentProvider } = require(compiled);
const schema = readFileSync(join(__dirname, "schema.json"), "utf8");
void pulumi.provider.main(componentProvider(schema), process.argv.slice(2));
