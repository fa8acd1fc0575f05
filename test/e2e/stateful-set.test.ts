import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { WorkloadKind, type AutoscaledAgentPoolArgs } from "../../model/pool";
import { CleanUp } from "./support/clean-up";
import {
    apply,
    createNamespace,
    get,
    kubectl,
    list,
    removeNamespace,
    type LiveWorkload,
} from "./support/cluster";
import { eventually } from "./support/eventually";
import { leavesNothing } from "./support/leaves-nothing";
import { SMALL_CONTAINER, queueWorker } from "./support/pools";
import { startRedis, type Redis } from "./support/redis";
import { Stack } from "./support/stack";
import { changed } from "./support/update";

/** Makes volumes of a storage class that nothing else has. */
async function createVolumes(storageClassName: string, count: number): Promise<string[]> {
    const names = Array.from({ length: count }, (_, index) => `${storageClassName}-${index}`);
    await apply(
        ...names.map((name) => ({
            apiVersion: "v1",
            kind: "PersistentVolume",
            metadata: { name },
            spec: {
                storageClassName,
                capacity: { storage: "1Gi" },
                accessModes: ["ReadWriteOnce"],
                persistentVolumeReclaimPolicy: "Retain",
                hostPath: { path: `/tmp/${name}` },
            },
        })),
    );
    return names;
}

async function removeVolumes(names: readonly string[]): Promise<void> {
    await kubectl(["delete", "persistentvolume", ...names, "--ignore-not-found", "--wait=false"]);
}

describe("a pool that is a StatefulSet", () => {
    const cleanUp = new CleanUp();
    let namespace: string;
    let redis: Redis;
    let stack: Stack;

    const claims = async () =>
        (await list("persistentvolumeclaims", namespace)).map(({ metadata }) => metadata.name).sort();
    const settlesAt = (count: number) =>
        eventually(
            `${count} ready replicas`,
            () => get<LiveWorkload>("statefulset", "keeper", namespace),
            (live) => live?.spec.replicas === count && (live.status.readyReplicas ?? 0) === count,
        );

    afterAll(() => cleanUp.run());

    beforeAll(async () => {
        namespace = await cleanUp.after(createNamespace("stateful"), removeNamespace);
        redis = await cleanUp.after(startRedis(), (server) => server.stop());
        // The lab provisions no volumes, so there are some to be bound, of a class of the test's own.
        await cleanUp.after(createVolumes(namespace, 3), removeVolumes);
        const list = { address: redis.address, listName: "keeper", listLength: 5 };
        const keeper: AutoscaledAgentPoolArgs = {
            ...queueWorker(namespace, list),
            workload: {
                container: SMALL_CONTAINER,
                kind: WorkloadKind.StatefulSet,
                statefulSet: {
                    claimTemplates: [
                        { name: "data", storage: "1Gi", storageClassName: namespace, mountPath: "/data" },
                    ],
                },
            },
        };
        stack = await cleanUp.after(
            Stack.create({ program: "test/e2e/programs/pools", config: { pools: { keeper } } }),
            (made) => made.remove(),
        );
    });

    it("is created with its Service, and sleeps", async () => {
        expect(changed(await stack.up()).sort()).toEqual([
            "create AutoscaledAgentPool keeper",
            "create PodDisruptionBudget keeper-disruption-budget",
            "create ScaledObject keeper-scaler",
            "create Service keeper-service",
            "create StatefulSet keeper",
        ]);
        await settlesAt(0);
    });

    it("wakes with a claim for each pod, and a second pulumi up changes nothing", async () => {
        await redis.push("keeper", 12);
        await settlesAt(3);
        expect(await claims()).toEqual(["data-keeper-0", "data-keeper-1", "data-keeper-2"]);
        expect(changed(await stack.up())).toEqual([]);
        await settlesAt(3);
    });

    it("sleeps again and keeps its claims", async () => {
        await redis.drain("keeper");
        await settlesAt(0);
        expect(await claims()).toHaveLength(3);
    });

    it("leaves only the claims behind after pulumi destroy", async () => {
        await leavesNothing(stack, namespace);
        expect(await get("statefulset", "keeper", namespace)).toBeUndefined();
        expect(await get("service", "keeper", namespace)).toBeUndefined();
        expect(await claims()).toHaveLength(3);
    });
});
