import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { CleanUp } from "./support/clean-up";
import {
    apply,
    createNamespace,
    get,
    inventory,
    removeNamespace,
    type LiveAutoscaler,
    type LiveWorkload,
} from "./support/cluster";
import { eventually, throughout } from "./support/eventually";
import { startRedis, type Redis } from "./support/redis";
import { Stack } from "./support/stack";
import { changed } from "./support/update";

describe("what is there already", () => {
    const cleanUp = new CleanUp();
    let namespace: string;
    let redis: Redis;
    let stack: Stack;
    let adopted: Readonly<Record<string, unknown>>;
    let before: { worker: LiveWorkload | undefined; autoscaler: LiveAutoscaler | undefined };

    const deployment = (name: string) => get<LiveWorkload>("deployment", name, namespace);
    const autoscaler = (name: string) => get<LiveAutoscaler>("hpa", name, namespace);
    const settlesAt = (name: string, count: number) =>
        eventually(
            `${name} has ${count} ready replicas`,
            () => deployment(name),
            (live) => live?.spec.replicas === count && live.status.readyReplicas === count,
        );

    afterAll(() => cleanUp.run());

    beforeAll(async () => {
        namespace = await cleanUp.after(createNamespace("adoption"), removeNamespace);
        redis = await cleanUp.after(startRedis(), (server) => server.stop());
        await apply(
            handWrittenDeployment("scaled", namespace),
            handWrittenDeployment("unscaled", namespace),
            handWrittenAutoscaler("by-hand", "scaled", namespace),
        );
        const config = { namespace, redis: redis.address, stage: "by hand" };
        stack = await cleanUp.after(Stack.create({ program: "test/e2e/programs/adoption", config }), (made) =>
            made.remove(),
        );
        await stack.up();
        // Work for three replicas each, so that adopting and scaling cannot be taken for each other.
        for (const list of ["worker", "scaled"]) await redis.push(list, 15);
        await settlesAt("worker", 3);
        await settlesAt("scaled", 2);
        before = { worker: await deployment("worker"), autoscaler: await autoscaler("by-hand") };
        const [worker] = await stack.resources();
        adopted = { ...config, stage: "pools", urn: worker?.urn };
        await stack.configure(adopted);
    });

    it("is taken over by pulumi up: the stack's Deployment is updated, not replaced", async () => {
        const up = await stack.up();
        expect(up.diagnostics).toEqual([]);
        expect(changed(up).sort()).toEqual([
            "create AutoscaledAgentPool scaled",
            "create AutoscaledAgentPool unscaled",
            "create AutoscaledAgentPool worker",
            "create PodDisruptionBudget worker-disruption-budget",
            "create ScaledObject scaled-scaler",
            "create ScaledObject unscaled-scaler",
            "create ScaledObject worker-scaler",
            "update Deployment worker",
        ]);
        const worker = await deployment("worker");
        expect(worker?.metadata.uid).toBe(before.worker?.metadata.uid);
        expect(worker?.spec.replicas).toBe(3);
    });

    it("keeps an adopted Deployment's replicas until KEDA sees a reason to change them", async () => {
        await eventually(
            "KEDA scales it",
            () => autoscaler("keda-hpa-worker"),
            (live) => live !== undefined,
        );
        await throughout(
            "3 replicas",
            () => deployment("worker"),
            (live) => live?.spec.replicas === 3,
            {
                seconds: 5,
            },
        );
        await redis.push("worker", 10);
        await settlesAt("worker", 5);
    });

    it("keeps an adopted autoscaler, which KEDA owns from now on", async () => {
        const live = await eventually(
            "KEDA has taken the autoscaler over",
            () => autoscaler("by-hand"),
            (live) => live?.metadata.ownerReferences !== undefined,
        );
        expect(live?.metadata).toMatchObject({
            uid: before.autoscaler?.metadata.uid,
            ownerReferences: [{ kind: "ScaledObject", name: "scaled" }],
        });
        expect(live?.spec.metrics).toMatchObject([{ external: { target: { averageValue: "5" } } }]);
        expect(await autoscaler("keda-hpa-scaled")).toBeUndefined();
        await settlesAt("scaled", 3);
    });

    it("scales a Deployment that stays somebody else's", async () => {
        await redis.push("unscaled", 20);
        await settlesAt("unscaled", 4);
    });

    it("keeps its replicas when a later pulumi up changes the adopted Deployment", async () => {
        await stack.configure({ ...adopted, image: "registry.invalid/worker:2" });
        expect(changed(await stack.up())).toEqual([
            "update AutoscaledAgentPool worker",
            "update Deployment worker",
        ]);
        await throughout(
            "5 replicas",
            () => deployment("worker"),
            (live) => live?.spec.replicas === 5,
            {
                seconds: 3,
            },
        );
    });

    it("is left alone by pulumi up and pulumi refresh while scaled out", async () => {
        expect(changed(await stack.up())).toEqual([]);
        expect(changed(await stack.refresh())).toEqual([]);
        expect(changed(await stack.up())).toEqual([]);
        expect((await deployment("worker"))?.spec.replicas).toBe(5);
    });

    it("leaves somebody else's Deployments where they were after pulumi destroy, without an autoscaler", async () => {
        await stack.destroy();
        expect(await stack.resources()).toEqual([]);
        await eventually(
            "nothing of the pools is left",
            async () => (await inventory(namespace)).filter((each) => !/^(Pod|ReplicaSet) /.test(each)),
            (left) => left.join() === "Deployment scaled,Deployment unscaled",
        );
        expect((await deployment("unscaled"))?.spec.replicas).toBe(4);
    });
});

function handWrittenDeployment(name: string, namespace: string): object {
    const labels = { app: name };
    const containers = [
        { name: "agent", image: "registry.invalid/agent:1", resources: { requests: { cpu: "10m" } } },
    ];
    return {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: { name, namespace },
        spec: {
            replicas: 2,
            selector: { matchLabels: labels },
            template: { metadata: { labels }, spec: { containers } },
        },
    };
}

function handWrittenAutoscaler(name: string, target: string, namespace: string): object {
    return {
        apiVersion: "autoscaling/v2",
        kind: "HorizontalPodAutoscaler",
        metadata: { name, namespace },
        spec: {
            scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: target },
            minReplicas: 2,
            maxReplicas: 4,
            metrics: [
                {
                    type: "Resource",
                    resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 70 } },
                },
            ],
        },
    };
}
