import { afterAll, beforeAll, describe, it } from "vitest";
import { writeFileSync } from "node:fs";
import { createNamespace, inventory, removeNamespace } from "./support/cluster";
import { runCommand } from "./support/command";
import { queueWorker } from "./support/pools";
import { Stack } from "./support/stack";
describe("try", () => {
    let namespace: string;
    let stack: Stack;
    beforeAll(async () => {
        namespace = await createNamespace("try");
        stack = await Stack.create({ program: "test/e2e/programs/pools" });
    });
    afterAll(async () => { await stack.remove(); });
    afterAll(async () => { await removeNamespace(namespace); });
    const base = (trigger: object) => { const q = queueWorker(namespace, {listName: "x", address: "x:1"}); return ({ ...q, waitSeconds: 5, scale: { ...q.scale, triggers: [trigger] } }); };
    it("x", async () => {
        const pools = {
            unreachable: base({ name: "queue", redis: { address: "127.0.0.1:1", listName: "x" } }),
            refused: base({ name: "sqs", awsSqsQueue: { queueUrl: "https://example.com/not-a-queue", awsRegion: "eu-west-1" }, authentication: { existing: { name: "missing" } } }),
            noquery: base({ name: "sqs", awsSqsQueue: { queueUrl: "nonsense", awsRegion: "eu-west-1" }, authentication: { awsPodIdentity: {} } }),
        };
        await stack.configure({ pools });
        const env = { PULUMI_BACKEND_URL: `file://${stack.folder}/.state`, PULUMI_CONFIG_PASSPHRASE: "e2e" };
        for (const json of [["--json"], []]) {
            const r = await runCommand("pulumi", ["up", "--stack", "e2e", ...json, "--non-interactive", "--yes", "--skip-preview", "--color=never"], { cwd: stack.folder, env });
            writeFileSync(`/tmp/e2e-try-${json.length}.out`, r.stdout + "\n--- " + r.stderr + `\nexit ${r.exitCode} ${r.seconds}`);
        }
        console.log(await inventory(namespace));
    });
});
