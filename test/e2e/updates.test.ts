import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { AgentArchetype, ScalingEngine, type AutoscaledAgentPoolArgs } from "../../model/pool";
import { CleanUp } from "./support/clean-up";
import {
    createNamespace,
    get,
    inventory,
    kubectl,
    removeNamespace,
    type LiveAutoscaler,
    type LiveWorkload,
} from "./support/cluster";
import { eventually } from "./support/eventually";
import { queueWorker, SMALL_CONTAINER } from "./support/pools";
import { startRedis, type Redis } from "./support/redis";
import { Stack } from "./support/stack";
import { changed } from "./support/update";

describe("a live pool that is changed", () => {
    const cleanUp = new CleanUp();
    let namespace: string;
    let other: string;
    let redis: Redis;
    let stack: Stack;

    afterAll(() => cleanUp.run());

    beforeAll(async () => {
        namespace = await cleanUp.after(createNamespace("updates"), removeNamespace);
        other = await cleanUp.after(createNamespace("updates"), removeNamespace);
        redis = await cleanUp.after(startRedis(), (server) => server.stop());
        stack = await cleanUp.after(Stack.create({ program: "test/e2e/programs/pools" }), (made) =>
            made.remove(),
        );
        await update({ alpha: worker({}), gateway: gateway({}) });
    });

    const update = async (pools: Record<string, AutoscaledAgentPoolArgs>) => {
        await stack.configure({ pools });
        return changed(await stack.up());
    };
    const worker = ({ listLength = 5, image = SMALL_CONTAINER.image, where = namespace }) => ({
        ...queueWorker(where, { address: redis.address, listName: "tasks", listLength }),
        workload: { container: { ...SMALL_CONTAINER, image } },
    });
    const gateway = ({ averageUtilization = 70, engine = ScalingEngine.Auto as ScalingEngine }) => ({
        archetype: AgentArchetype.Service,
        namespace,
        workload: { container: SMALL_CONTAINER },
        scale: { minReplicas: 2, maxReplicas: 4, engine, triggers: [{ cpu: { averageUtilization } }] },
        waitSeconds: 20,
    });
    const objectsOf = async (name: string, where = namespace) =>
        (await inventory(where)).filter((object) => new RegExp(`[ -]${name}\\b`).test(object));

    it("changes only the ScaledObject with a threshold, and KEDA's autoscaler follows", async () => {
        expect(await update({ alpha: worker({ listLength: 10 }), gateway: gateway({}) })).toEqual([
            "update AutoscaledAgentPool alpha",
            "update ScaledObject alpha-scaler",
        ]);
        await eventually(
            "KEDA's autoscaler has the new threshold",
            () => get<LiveAutoscaler>("hpa", "keda-hpa-alpha", namespace),
            (live) => live?.spec.metrics[0]?.external?.target.averageValue === "10",
        );
    });

    it("changes only the autoscaler with a CPU target", async () => {
        expect(
            await update({
                alpha: worker({ listLength: 10 }),
                gateway: gateway({ averageUtilization: 60 }),
            }),
        ).toEqual(["update AutoscaledAgentPool gateway", "update HorizontalPodAutoscaler gateway-scaler"]);
    });

    it("changes only the Deployment with an image", async () => {
        const alpha = worker({ image: "registry.invalid/agent:2", listLength: 10 });
        expect(await update({ alpha, gateway: gateway({ averageUtilization: 60 }) })).toEqual([
            "update AutoscaledAgentPool alpha",
            "update Deployment alpha",
        ]);
    });

    it("finds in pulumi refresh what somebody deleted, and makes it again", async () => {
        await kubectl(["delete", "scaledobject", "alpha", "--namespace", namespace]);
        expect(changed(await stack.refresh())).toEqual(["delete ScaledObject alpha-scaler"]);
        expect(changed(await stack.up())).toEqual(["create ScaledObject alpha-scaler"]);
    });

    it("goes from the native autoscaler to KEDA and back, and keeps its replicas", async () => {
        const before = await get<LiveWorkload>("deployment", "gateway", namespace);
        const alpha = worker({ image: "registry.invalid/agent:2", listLength: 10 });
        expect(await update({ alpha, gateway: gateway({ engine: ScalingEngine.Keda }) })).toEqual([
            "update AutoscaledAgentPool gateway",
            "delete-replaced HorizontalPodAutoscaler gateway-scaler",
            "replace ScaledObject gateway-scaler",
            "create-replacement ScaledObject gateway-scaler",
        ]);
        await eventually(
            "KEDA's autoscaler is the only one",
            () => objectsOf("gateway"),
            (objects) => objects.includes("HorizontalPodAutoscaler keda-hpa-gateway"),
        );
        expect(await objectsOf("gateway")).not.toContain("HorizontalPodAutoscaler gateway");

        expect(await update({ alpha, gateway: gateway({}) })).toEqual([
            "update AutoscaledAgentPool gateway",
            "delete-replaced ScaledObject gateway-scaler",
            "replace HorizontalPodAutoscaler gateway-scaler",
            "create-replacement HorizontalPodAutoscaler gateway-scaler",
        ]);
        await eventually(
            "the native autoscaler is the only one",
            () => objectsOf("gateway"),
            (objects) => !objects.includes("HorizontalPodAutoscaler keda-hpa-gateway"),
        );
        const after = await get<LiveWorkload>("deployment", "gateway", namespace);
        expect(after).toMatchObject({ metadata: { uid: before?.metadata.uid }, spec: { replicas: 2 } });
    });

    it("moves to a new name: the new pool is there before the old one goes, and nothing of that is left", async () => {
        const steps = await update({ beta: worker({}), gateway: gateway({}) });
        // Objects that do not need each other are worked on at the same time, in any order.
        expect(steps.slice(0, 4).sort()).toEqual([
            "create AutoscaledAgentPool beta",
            "create Deployment beta",
            "create PodDisruptionBudget beta-disruption-budget",
            "create ScaledObject beta-scaler",
        ]);
        expect(steps.slice(4).sort()).toEqual([
            "delete AutoscaledAgentPool alpha",
            "delete Deployment alpha",
            "delete PodDisruptionBudget alpha-disruption-budget",
            "delete ScaledObject alpha-scaler",
        ]);
        await eventually(
            "nothing of alpha is left",
            () => objectsOf("alpha"),
            (objects) => objects.length === 0,
        );
        expect(await objectsOf("beta")).toContain("ScaledObject beta");
    });

    it("moves to another namespace: each object is deleted there and made here", async () => {
        const [component, ...steps] = await update({ beta: worker({ where: other }), gateway: gateway({}) });
        expect(component).toBe("update AutoscaledAgentPool beta");
        expect(steps).toHaveLength(9);
        for (const object of [
            "Deployment beta",
            "PodDisruptionBudget beta-disruption-budget",
            "ScaledObject beta-scaler",
        ]) {
            expect(steps.filter((step) => step.endsWith(object))).toEqual([
                `delete-replaced ${object}`,
                `replace ${object}`,
                `create-replacement ${object}`,
            ]);
        }
        await eventually(
            "nothing of beta is left",
            () => objectsOf("beta"),
            (objects) => objects.length === 0,
        );
        await eventually(
            "beta is whole where it is now",
            () => inventory(other),
            (objects) =>
                ["Deployment beta", "PodDisruptionBudget beta", "ScaledObject beta"].every((each) =>
                    objects.includes(each),
                ) && objects.includes("HorizontalPodAutoscaler keda-hpa-beta"),
        );
    });

    it("changes nothing when nothing is changed", async () => {
        expect(changed(await stack.up())).toEqual([]);
    });
});
