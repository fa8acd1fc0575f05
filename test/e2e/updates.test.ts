import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { AgentArchetype, type AutoscaledAgentPoolArgs } from "../../model/pool";
import { createNamespace, get, inventory, kubectl, removeNamespace, type LiveObject } from "./support/cluster";
import { eventually } from "./support/eventually";
import { queueWorker, SMALL_CONTAINER } from "./support/pools";
import { startRedis, type Redis } from "./support/redis";
import { Stack } from "./support/stack";
import { changed } from "./support/update";

interface LiveHpa extends LiveObject {
    readonly spec: {
        readonly maxReplicas: number;
        readonly metrics: readonly { external?: { target: { averageValue: string } } }[];
    };
}

describe("a live pool that is changed", () => {
    let namespace: string;
    let other: string;
    let redis: Redis;
    let stack: Stack;
    const apply = async (pools: Record<string, AutoscaledAgentPoolArgs>) => {
        await stack.configure({ pools });
        const up = await stack.up({mayFail: true});
        console.log(up.seconds, up.steps.filter(s => s.op !== "same").map(s => `${s.op} ${s.name} ${s.diffs}`), up.diagnostics);
        return up;
    };
    const worker = (listLength: number, image = SMALL_CONTAINER.image, where = namespace) => ({
        ...queueWorker(where, { address: redis.address, listName: "tasks", listLength }),
        workload: { container: { ...SMALL_CONTAINER, image } },
    });
    const gateway = (averageUtilization: number, minReplicas = 2) => ({
        archetype: AgentArchetype.Service,
        namespace,
        workload: { container: SMALL_CONTAINER },
        scale: { minReplicas, maxReplicas: 4, triggers: [{ cpu: { averageUtilization } }] },
        waitSeconds: 20,
    });

    beforeAll(async () => {
        namespace = await createNamespace("updates");
        other = await createNamespace("updates");
        redis = await startRedis();
        stack = await Stack.create({ program: "test/e2e/programs/pools" });
        await apply({ alpha: worker(5), gateway: gateway(70) });
    });

    afterAll(async () => {
        await stack.remove();
    });

    afterAll(async () => {
        await redis.stop();
        await removeNamespace(namespace);
        await removeNamespace(other);
    });

    it("changes only the ScaledObject with a threshold, and KEDA's autoscaler follows", async () => {
        const up = await apply({ alpha: worker(10), gateway: gateway(70) });
        expect(changed(up)).toEqual(["update ScaledObject alpha-scaler"]);
        await eventually(
            "the autoscaler has the new threshold",
            () => get<LiveHpa>("hpa", "keda-hpa-alpha", namespace),
            (live) => live?.spec.metrics[0]?.external?.target.averageValue === "10",
        );
    });

    it("changes only the autoscaler with a CPU target", async () => {
        const up = await apply({ alpha: worker(10), gateway: gateway(60) });
        expect(changed(up)).toEqual(["update HorizontalPodAutoscaler gateway-scaler"]);
    });

    it("changes only the Deployment with an image", async () => {
        const up = await apply({ alpha: worker(10, "registry.invalid/agent:2"), gateway: gateway(60) });
        expect(changed(up)).toEqual(["update Deployment alpha"]);
    });

    it("drift", async () => {
        await kubectl(["patch", "scaledobject", "alpha", "-n", namespace, "--type=merge", "--patch", '{"spec":{"maxReplicaCount":80}}']);
        const preview = await stack.preview({ args: ["--refresh"] });
        console.log("preview --refresh", changed(preview), preview.diagnostics);
        const refresh = await stack.refresh();
        console.log("refresh", changed(refresh), refresh.steps.filter(s=>s.op!=="same"), refresh.diagnostics);
        const up = await stack.up({ mayFail: true });
        console.log("up", changed(up), up.diagnostics);
    });

    it("rename", async () => {
        const up = await apply({ beta: worker(10), gateway: gateway(60) });
        console.log(await inventory(namespace));
    });

    it("namespace", async () => {
        const up = await apply({ beta: worker(10, undefined, other), gateway: gateway(60) });
        console.log(await inventory(namespace), await inventory(other));
    });
    it("engine", async () => {
        const up = await apply({ beta: worker(10, undefined, other), gateway: { ...gateway(60), scale: { ...gateway(60).scale, engine: "Keda" } } });
        console.log(await inventory(namespace), await inventory(other));
    });
});
