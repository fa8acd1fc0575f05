// What Pulumi's launcher of policy packs loads. Plain JavaScript on the compiled package, so that nothing is compiled
// when a pack starts.
/* global __dirname, require */
const { existsSync } = require("node:fs");
const { join } = require("node:path");
const { PolicyPack } = require("@pulumi/policy");

const root = join(__dirname, "..", "..");
const compiled = join(root, "dist", "policy", "index.js");
if (!existsSync(compiled)) {
    throw new Error(
        `agent-autoscaling is not compiled: ${compiled} is missing. Run "node scripts/setup.mjs" in ${root}.`,
    );
}

const { guardrails, remediations } = require(compiled);
new PolicyPack("autoscaling-guardrails", { policies: [guardrails(), ...remediations] });
