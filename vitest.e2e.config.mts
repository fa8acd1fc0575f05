import { defineConfig } from "vitest/config";

export default defineConfig({
    test: {
        include: ["test/e2e/**/*.test.ts"],
        // Each file has namespaces of its own, and most of its time is waiting for controllers; more at once would
        // only wait for the processors.
        maxWorkers: 2,
        testTimeout: 180_000,
        hookTimeout: 300_000,
    },
});
