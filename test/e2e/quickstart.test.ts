import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { CleanUp } from "./support/clean-up";
import { get, inventory, uniqueName, type LiveWorkload } from "./support/cluster";
import { eventually } from "./support/eventually";
import { startRedis, type Redis } from "./support/redis";
import { Stack } from "./support/stack";
import { changed } from "./support/update";

describe("the quickstart", () => {
    const cleanUp = new CleanUp();
    const namespace = uniqueName("quickstart");
    let redis: Redis;
    let stack: Stack;
    const ready = async (name: string) =>
        (await get<LiveWorkload>("deployment", name, namespace))?.status.readyReplicas ?? 0;

    afterAll(() => cleanUp.run());

    beforeAll(async () => {
        redis = await cleanUp.after(startRedis(), (server) => server.stop());
        stack = await cleanUp.after(
            Stack.create({
                program: "examples/quickstart",
                config: { redis: redis.address },
            }),
            (made) => made.remove(),
        );
        await renameNamespace(join(stack.folder, "index.ts"), namespace);
    });

    it("is created by pulumi up without a warning", async () => {
        const up = await stack.up();
        expect(changed(up).sort()).toEqual([
            "create AutoscaledAgentPool gateway",
            "create AutoscaledAgentPool research",
            "create Deployment gateway",
            "create Deployment research",
            "create HorizontalPodAutoscaler gateway-scaler",
            "create Namespace agents",
            "create PodDisruptionBudget gateway-disruption-budget",
            "create PodDisruptionBudget research-disruption-budget",
            "create ScaledObject research-scaler",
        ]);
        expect(up.diagnostics).toEqual([]);
        expect(up.outputs).toMatchObject({ research: "research", gateway: "gateway" });
    });

    it("runs the gateway's floor, and one worker for each five tasks", async () => {
        await redis.push("research:tasks", 23);
        await eventually(
            "2 gateways are ready",
            () => ready("gateway"),
            (count) => count === 2,
        );
        await eventually(
            "5 workers are ready",
            () => ready("research"),
            (count) => count === 5,
        );
    });

    it("is left alone by pulumi up and pulumi refresh while scaled out", async () => {
        expect(changed(await stack.up())).toEqual([]);
        expect(changed(await stack.refresh())).toEqual([]);
        expect(changed(await stack.up())).toEqual([]);
        expect(await ready("research")).toBe(5);
    });

    it("is gone after pulumi destroy", async () => {
        await stack.destroy();
        expect(await stack.resources()).toEqual([]);
        expect(await inventory(namespace)).toEqual([]);
        expect(await get("namespace", namespace)).toBeUndefined();
    });
});

/** The quickstart's namespace is `agents`, which the cluster may have already; nothing else of it is changed. */
async function renameNamespace(program: string, namespace: string): Promise<void> {
    const text = await readFile(program, "utf8");
    const renamed = text.replace(`{ name: "agents" }`, `{ name: "${namespace}" }`);
    if (renamed === text) throw new Error(`${program} makes no namespace "agents" any more`);
    await writeFile(program, renamed);
}
