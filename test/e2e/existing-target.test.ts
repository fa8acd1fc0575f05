import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { AutoscaledAgentPoolArgs } from "../../model/pool";
import { CleanUp } from "./support/clean-up";
import {
    apply,
    createNamespace,
    get,
    kubectl,
    removeNamespace,
    uniqueName,
    type LiveObject,
} from "./support/cluster";
import { eventually } from "./support/eventually";
import { queueWorker } from "./support/pools";
import { startRedis, type Redis } from "./support/redis";
import { Stack } from "./support/stack";
import { changed } from "./support/update";

interface LiveTarget extends LiveObject {
    readonly spec: { readonly replicas?: number };
}

/** A kind of its own with a scale subresource, as agent runtimes bring them. */
async function createKind(group: string): Promise<string> {
    const name = `workerpools.${group}`;
    await apply({
        apiVersion: "apiextensions.k8s.io/v1",
        kind: "CustomResourceDefinition",
        metadata: { name },
        spec: {
            group,
            scope: "Namespaced",
            names: { plural: "workerpools", singular: "workerpool", kind: "WorkerPool" },
            versions: [
                {
                    name: "v1",
                    served: true,
                    storage: true,
                    schema: {
                        openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
                    },
                    subresources: {
                        status: {},
                        scale: {
                            specReplicasPath: ".spec.replicas",
                            statusReplicasPath: ".status.replicas",
                            labelSelectorPath: ".status.selector",
                        },
                    },
                },
            ],
        },
    });
    await kubectl(["wait", "--for=condition=Established", `crd/${name}`, "--timeout=30s"]);
    return name;
}

async function removeKind(name: string): Promise<void> {
    await kubectl(["delete", "crd", name, "--ignore-not-found", "--wait=false"]);
}

describe("a pool that scales a target of somebody else", () => {
    const cleanUp = new CleanUp();
    const group = `${uniqueName("runtime")}.example.com`;
    const target = `workerpools.${group}`;
    let namespace: string;
    let redis: Redis;
    let stack: Stack;

    const replicas = async (): Promise<number | undefined> =>
        (await get<LiveTarget>(target, "runtime", namespace))?.spec.replicas;
    const settlesAt = (count: number) =>
        eventually(`the target has ${count} replicas`, replicas, (found) => found === count);
    /** What the runtime's own controller would report. */
    const report = (count: number) =>
        kubectl([
            ...["patch", target, "runtime", "--namespace", namespace, "--subresource=status", "--type=merge"],
            `--patch=${JSON.stringify({ status: { replicas: count, selector: "app=runtime" } })}`,
        ]);

    afterAll(() => cleanUp.run());

    beforeAll(async () => {
        namespace = await cleanUp.after(createNamespace("target"), removeNamespace);
        redis = await cleanUp.after(startRedis(), (server) => server.stop());
        await cleanUp.after(createKind(group), removeKind);
        await apply({
            apiVersion: `${group}/v1`,
            kind: "WorkerPool",
            metadata: { name: "runtime", namespace },
            spec: { replicas: 0, image: "registry.invalid/runtime:1" },
        });
        await report(0);
        const list = { address: redis.address, listName: "runtime", listLength: 5 };
        const scaled: AutoscaledAgentPoolArgs = {
            ...queueWorker(namespace, list),
            workload: { existing: { apiVersion: `${group}/v1`, kind: "WorkerPool", name: "runtime" } },
        };
        stack = await cleanUp.after(
            Stack.create({ program: "test/e2e/programs/pools", config: { pools: { scaled } } }),
            (made) => made.remove(),
        );
    });

    it("creates a ScaledObject and nothing else, and KEDA finds the target", async () => {
        const up = await stack.up();
        expect(changed(up).sort()).toEqual([
            "create AutoscaledAgentPool scaled",
            "create ScaledObject scaled-scaler",
        ]);
        expect(up.diagnostics).toEqual([]);
    });

    it("wakes it, grows it to the number that the queue asks for, and lets it sleep", async () => {
        await redis.push("runtime", 23);
        await settlesAt(1);
        await report(1);
        await settlesAt(5);
        await report(5);
        await redis.drain("runtime");
        await settlesAt(0);
    });

    it("never touches what else the target says, and leaves it in place when it goes", async () => {
        await stack.destroy();
        const live = await get<LiveTarget>(target, "runtime", namespace);
        expect(live?.spec).toEqual({ replicas: 0, image: "registry.invalid/runtime:1" });
    });
});
