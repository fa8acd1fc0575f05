import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { CleanUp } from "./support/clean-up";
import { get, inventory, uniqueName, type LiveWorkload } from "./support/cluster";
import { eventually } from "./support/eventually";
import { ROOT } from "./support/project";
import { startRedis, type Redis } from "./support/redis";
import { Stack } from "./support/stack";
import { changed } from "./support/update";

describe("the YAML example", () => {
    const cleanUp = new CleanUp();
    const namespace = uniqueName("yaml");
    let redis: Redis;
    let stack: Stack;

    afterAll(() => cleanUp.run());

    beforeAll(async () => {
        redis = await cleanUp.after(startRedis(), (server) => server.stop());
        stack = await cleanUp.after(
            Stack.create({
                program: "examples/yaml",
                // The copy stands elsewhere, so the example's relative path would lead nowhere.
                project: { packages: { "agent-autoscaling": join(ROOT, "plugin") } },
                config: { namespace, redis: redis.address },
            }),
            (made) => made.remove(),
        );
    });

    it("is created by pulumi up through the plugin", async () => {
        const up = await stack.up();
        expect(changed(up).sort()).toEqual([
            "create AutoscaledAgentPool research",
            "create Deployment research",
            "create Namespace agents",
            "create PodDisruptionBudget research-disruption-budget",
            "create ScaledObject research-scaler",
        ]);
        expect(up.diagnostics).toEqual([]);
        expect(up.outputs).toEqual({
            scaler: "research",
            podLabels: { "agent-autoscaling/pool": "research" },
        });
    });

    it("shows no changes in a second preview", async () => {
        expect(changed(await stack.preview())).toEqual([]);
    });

    it("is scaled to one worker for each five tasks", async () => {
        await redis.push("research:tasks", 23);
        await eventually(
            "5 workers are ready",
            () => get<LiveWorkload>("deployment", "research", namespace),
            (live) => live?.status.readyReplicas === 5,
        );
    });

    it("is refused through the plugin where it cannot work", async () => {
        const file = join(stack.folder, "Pulumi.yaml");
        const text = await readFile(file, "utf8");
        await writeFile(file, text.replace(`"minReplicas": 0`, `"minReplicas": 50`));
        const preview = await stack.preview({ mayFail: true });
        await writeFile(file, text);
        expect(preview.exitCode).toBe(1);
        const said = preview.diagnostics.map(({ message }) => message).join("\n");
        expect(said).toContain(`the pool "research" cannot work (1 error)`);
        expect(said).toContain("property scale.minReplicas");
        expect(said).toContain("the floor 50 is above the ceiling 40");
        expect(said).not.toMatch(/node_modules|^\s+at /m);
    });

    it("is gone after pulumi destroy", async () => {
        await stack.destroy();
        expect(await stack.resources()).toEqual([]);
        expect(await inventory(namespace)).toEqual([]);
        expect(await get("namespace", namespace)).toBeUndefined();
    });
});
