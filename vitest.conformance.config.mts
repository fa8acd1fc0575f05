import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";

/** What each comparison needs beside the repository, and whether it is at hand. */
const NEEDS = [
    {
        files: ["cron", "floors", "scalers"],
        what: "KEDA's own code (a lab beside the repository)",
        isThere: existsSync(new URL("../shared/lab/lab", import.meta.url)),
    },
    {
        files: ["admission"],
        what: "a cluster for tests with KEDA (KUBECONFIG)",
        isThere: (process.env["KUBECONFIG"] ?? "") !== "",
    },
    {
        files: ["peers"],
        what: "kube-linter, kube-score and polaris (their folder in PEERS), and published configurations",
        isThere:
            (process.env["PEERS"] ?? "") !== "" &&
            existsSync(new URL("../shared/data/real-manifests", import.meta.url)),
    },
];

const absent = NEEDS.filter(({ isThere }) => !isThere);
for (const { files, what } of absent) console.log(`not run: ${files.join(", ")}: needs ${what}`);

export default defineConfig({
    test: {
        include: ["test/conformance/**/*.test.ts"],
        exclude: absent.flatMap(({ files }) => files.map((file) => `test/conformance/${file}.test.ts`)),
        passWithNoTests: true,
        testTimeout: 1_200_000,
        hookTimeout: 600_000,
    },
});
