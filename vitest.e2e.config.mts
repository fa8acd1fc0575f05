import { defineConfig } from "vitest/config";

export default defineConfig({
    test: {
        include: ["test/e2e/**/*.test.ts"],
        // The tests share one cluster and its nodes: side by side they would wait for each other's pods.
        fileParallelism: false,
        testTimeout: 180_000,
        hookTimeout: 180_000,
    },
});
