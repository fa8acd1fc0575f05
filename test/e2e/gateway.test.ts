import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { AgentArchetype } from "../../model/pool";
import { CleanUp } from "./support/clean-up";
import { annotatePods, createNamespace, get, removeNamespace, type LiveWorkload } from "./support/cluster";
import { eventually, throughout } from "./support/eventually";
import { leavesNothing } from "./support/leaves-nothing";
import { Stack } from "./support/stack";
import { changed } from "./support/update";

/** What every pod requests, what it may use of that, and what the busy ones use: the numbers of the HPA's formula. */
const REQUEST_MILLICORES = 500;
const TARGET_PERCENT = 70;
const BUSY_PODS = 2;
const BUSY_MILLICORES = 700;

describe("a gateway on the native autoscaler", () => {
    const cleanUp = new CleanUp();
    let namespace: string;
    let stack: Stack;
    const deployment = () => get<LiveWorkload>("deployment", "gateway", namespace);

    afterAll(() => cleanUp.run());

    beforeAll(async () => {
        namespace = await cleanUp.after(createNamespace("gateway"), removeNamespace);
        const resources = { cpu: `${REQUEST_MILLICORES}m`, memory: "64Mi" };
        const gateway = {
            archetype: AgentArchetype.Service,
            namespace,
            workload: {
                container: {
                    image: "registry.invalid/gateway:1",
                    ports: [{ containerPort: 8080 }],
                    resources: { requests: resources, limits: resources },
                },
            },
            scale: {
                minReplicas: BUSY_PODS,
                maxReplicas: 12,
                triggers: [{ cpu: { averageUtilization: TARGET_PERCENT } }],
            },
        };
        stack = await cleanUp.after(
            Stack.create({
                program: "test/e2e/programs/pools",
                config: { pools: { gateway } },
            }),
            (made) => made.remove(),
        );
    });

    it("starts with its floor", async () => {
        const up = await stack.up();
        expect(changed(up)).toContain("create HorizontalPodAutoscaler gateway-scaler");
        expect(up.diagnostics).toEqual([]);
        await eventually(
            "the floor is ready",
            deployment,
            (live) => live?.status.readyReplicas === BUSY_PODS,
        );
    });

    it("grows with its CPU to the number that the HPA's formula gives, and stays there", async () => {
        await annotatePods(namespace, "agent-autoscaling/pool=gateway", {
            "kwok.x-k8s.io/usage-cpu": `${BUSY_MILLICORES}m`,
        });
        const wanted = Math.ceil(
            (BUSY_PODS * BUSY_MILLICORES) / ((REQUEST_MILLICORES * TARGET_PERCENT) / 100),
        );
        expect(wanted).toBe(4);
        await eventually(
            `${wanted} replicas are ready`,
            deployment,
            (live) => live?.status.readyReplicas === wanted,
            { seconds: 120, everyMilliseconds: 1000 },
        );
        await throughout(`${wanted} replicas`, deployment, (live) => live?.spec.replicas === wanted, {
            seconds: 5,
        });
    });

    it("is left alone by pulumi up and pulumi refresh while scaled out", async () => {
        expect(changed(await stack.up())).toEqual([]);
        expect(changed(await stack.refresh())).toEqual([]);
        expect(changed(await stack.up())).toEqual([]);
        expect((await deployment())?.spec.replicas).toBe(4);
    });

    it("leaves nothing behind after pulumi destroy", async () => {
        await leavesNothing(stack, namespace);
    });
});
