import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { get, uniqueName, type LiveWorkload } from "./support/cluster";
import { eventually } from "./support/eventually";
import { startRedis, type Redis } from "./support/redis";
import { Stack } from "./support/stack";

describe("a hand-written Deployment and ScaledObject", () => {
    const namespace = uniqueName("harness");
    const worker = () => get<LiveWorkload>("deployment", "worker", namespace);
    let redis: Redis;
    let stack: Stack;

    beforeAll(async () => {
        redis = await startRedis();
        stack = await Stack.create({
            program: "test/e2e/programs/raw-scaled-object",
            config: { namespace, redis: redis.address },
        });
    });

    afterAll(async () => {
        await stack.remove();
    });

    afterAll(async () => {
        await redis.stop();
    });

    it("is created by pulumi up", async () => {
        const up = await stack.up();
        expect(up.changes).toEqual({ create: 4 });
        expect(up.diagnostics).toEqual([]);
    });

    it("follows the queue up", async () => {
        await redis.push("tasks", 23);
        await eventually("5 of 5 replicas are ready", worker, (live) => live?.status.readyReplicas === 5);
    });

    it("is left alone by a second pulumi up while scaled out", async () => {
        const up = await stack.up();
        expect(up.changes).toEqual({ same: 4 });
        expect((await worker())?.spec.replicas).toBe(5);
    });

    it("follows the queue to zero", async () => {
        await redis.drain("tasks");
        await eventually("no replicas are left", worker, (live) => live?.spec.replicas === 0);
    });

    it("is gone after pulumi destroy", async () => {
        const destroy = await stack.destroy();
        expect(destroy.changes).toEqual({ delete: 4 });
        expect(await stack.resources()).toEqual([]);
        expect(await get("namespace", namespace)).toBeUndefined();
    });
});
