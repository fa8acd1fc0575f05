import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { readFleet } from "../../model/fleet";
import { manifests } from "../../model/manifests";
import { ScalingPolicyType, resolve, type AutoscaledAgentPoolArgs } from "../../model/pool";
import { explain, replicasFor } from "../../model/explain";
import { CleanUp } from "./support/clean-up";
import { createNamespace, get, removeNamespace, type LiveWorkload } from "./support/cluster";
import { eventually, throughout } from "./support/eventually";
import { leavesNothing } from "./support/leaves-nothing";
import { queueWorker } from "./support/pools";
import { startRedis, type Redis } from "./support/redis";
import { Stack } from "./support/stack";
import { changed } from "./support/update";

const HOUR = 3600_000;

/** A daily window in UTC that opens and closes so many hours from now. */
function window(opens: number, closes: number, desiredReplicas: number) {
    const [start, end] = [opens, closes].map((hours) => {
        const time = new Date(Date.now() + hours * HOUR);
        return `${time.getUTCMinutes()} ${time.getUTCHours()} * * *`;
    }) as [string, string];
    return { name: "window", cron: { timezone: "Etc/UTC", start, end, desiredReplicas } };
}

/** What the model says about a pool, from the same objects that are applied. */
function predict(name: string, args: AutoscaledAgentPoolArgs) {
    const { pool } = resolve(name, args);
    if (pool === undefined) throw new Error(`${name} is not a pool`);
    const fleet = readFleet(manifests(pool), pool.platform);
    const queue = fleet.scalers[0]?.triggers[0];
    if (queue === undefined) throw new Error(`${name} has no trigger`);
    return {
        replicas: (items: number) => Math.min(replicasFor(queue, items) ?? NaN, args.scale.maxReplicas),
        sentences: explain(fleet).flatMap(({ sentences }) => sentences.map(({ text }) => text)),
    };
}

describe("pools that work through queues", () => {
    const cleanUp = new CleanUp();
    let namespace: string;
    let redis: Redis;
    let stack: Stack;
    let pools: { night: AutoscaledAgentPoolArgs; office: AutoscaledAgentPoolArgs };

    const replicas = async (name: string) => {
        const live = await get<LiveWorkload>("deployment", name, namespace);
        return { wanted: live?.spec.replicas, ready: live?.status.readyReplicas ?? 0 };
    };
    const settlesAt = (name: string, count: number) =>
        eventually(
            `${name} has ${count} ready replicas`,
            () => replicas(name),
            ({ wanted, ready }) => wanted === count && ready === count,
        );

    afterAll(() => cleanUp.run());

    beforeAll(async () => {
        namespace = await cleanUp.after(createNamespace("queues"), removeNamespace);
        redis = await cleanUp.after(startRedis(), (server) => server.stop());
        const { Pods } = ScalingPolicyType;
        const behavior = {
            scaleUp: { policies: [{ type: Pods, value: 100, periodSeconds: 15 }] },
            scaleDown: {
                stabilizationWindowSeconds: 0,
                policies: [{ type: Pods, value: 100, periodSeconds: 15 }],
            },
        };
        const list = (listName: string) => ({ address: redis.address, listName, listLength: 5 });
        pools = {
            night: queueWorker(namespace, list("night"), { behavior, triggers: [window(2, 3, 4)] }),
            office: queueWorker(namespace, list("office"), { behavior, triggers: [window(-1, 1, 3)] }),
        };
        stack = await cleanUp.after(
            Stack.create({ program: "test/e2e/programs/pools", config: { pools } }),
            (made) => made.remove(),
        );
    });

    it("are created, each with a Deployment, a disruption budget and a ScaledObject", async () => {
        const up = await stack.up();
        expect(changed(up).sort()).toEqual(
            ["night", "office"]
                .flatMap((name) => [
                    `create AutoscaledAgentPool ${name}`,
                    `create Deployment ${name}`,
                    `create PodDisruptionBudget ${name}-disruption-budget`,
                    `create ScaledObject ${name}-scaler`,
                ])
                .sort(),
        );
        expect(up.diagnostics).toEqual([]);
    });

    it("sleep outside of a window, and keep the floor of one that is open", async () => {
        await settlesAt("office", 3);
        await settlesAt("night", 0);
    });

    it("wake, and grow to the number that the explanation states", async () => {
        const night = predict("night", pools.night);
        const office = predict("office", pools.office);
        expect(night.sentences.join("\n")).toMatch(/one replica .* 5 items.* 40 items .* ceiling of 8/);
        expect([night.replicas(23), office.replicas(32)]).toEqual([5, 7]);
        await redis.push("night", 23);
        await redis.push("office", 32);
        await settlesAt("night", 5);
        await settlesAt("office", 7);
    });

    it("grow to the ceiling and not beyond it", async () => {
        await redis.push("night", 200);
        await settlesAt("night", predict("night", pools.night).replicas(223));
        await throughout(
            "night has at most 8 replicas",
            () => replicas("night"),
            ({ wanted }) => wanted === 8,
            { seconds: 5 },
        );
    });

    it("are left alone by a second pulumi up while scaled out", async () => {
        const up = await stack.up();
        expect(changed(up)).toEqual([]);
        expect((await replicas("night")).wanted).toBe(8);
        expect((await replicas("office")).wanted).toBe(7);
    });

    it("show no drift in pulumi refresh, after which pulumi up still changes nothing", async () => {
        const refresh = await stack.refresh();
        expect(changed(refresh)).toEqual([]);
        const up = await stack.up();
        expect(changed(up)).toEqual([]);
        expect((await replicas("night")).wanted).toBe(8);
        expect((await replicas("office")).wanted).toBe(7);
    });

    it("sleep again when the queues are empty, but not while a window is open", async () => {
        await redis.drain("night");
        await redis.drain("office");
        await settlesAt("night", 0);
        await settlesAt("office", 3);
    });

    it("leave nothing behind after pulumi destroy", async () => {
        await leavesNothing(stack, namespace);
    });
});
