// `npm run e2e`: the tests that deploy to the cluster of $KUBECONFIG with the `pulumi` on the PATH, one file after the
// other. Each test keeps its Pulumi state in a folder of its own, so no login is needed and none is touched.
// Arguments go to vitest: `npm run e2e -- test/e2e/scaling.test.ts`.
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

import { runVitest } from "./vitest.mjs";

function isOnPath(command) {
    return (process.env["PATH"] ?? "").split(delimiter).some((folder) => {
        try {
            accessSync(join(folder, command), constants.X_OK);
            return true;
        } catch {
            return false;
        }
    });
}

const kubeconfig = process.env["KUBECONFIG"];
const missing = [
    ...(kubeconfig === undefined || kubeconfig === ""
        ? ["KUBECONFIG is not set: name the kubeconfig of a cluster with KEDA, made for tests"]
        : kubeconfig.split(delimiter).some((file) => existsSync(file))
          ? []
          : [`KUBECONFIG names ${kubeconfig}, which does not exist`]),
    ...["pulumi", "kubectl", "redis-server", "redis-cli"]
        .filter((command) => !isOnPath(command))
        .map((command) => `${command} is not on the PATH`),
];

if (missing.length > 0) {
    for (const line of missing) console.error(`e2e: ${line}`);
    console.error("e2e: not run");
    process.exitCode = 2;
} else {
    const { passed, failed } = runVitest(["--config", "vitest.e2e.config.mts", ...process.argv.slice(2)]);
    console.log(`${String(passed)} passed, ${String(failed)} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
}
