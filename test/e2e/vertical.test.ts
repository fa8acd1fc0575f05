import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
    AgentArchetype,
    VerticalMode,
    type AutoscaledAgentPoolArgs,
    type VerticalArgs,
} from "../../model/pool";
import { CleanUp } from "./support/clean-up";
import {
    createNamespace,
    get,
    inventory,
    list,
    removeNamespace,
    type LiveAutoscaler,
    type LiveObject,
    type LiveWorkload,
} from "./support/cluster";
import { eventually } from "./support/eventually";
import { Stack } from "./support/stack";
import { changed } from "./support/update";

/** What every pod requests and uses: 80 % of its CPU, and far more memory than it asked for. */
const REQUESTS = { cpu: "500m", memory: "16Mi" };
const USAGE = { "kwok.x-k8s.io/usage-cpu": "400m", "kwok.x-k8s.io/usage-memory": "400Mi" };
const CEILING = 4;
const MOST_MEMORY = "200Mi";

interface LiveVertical extends LiveObject {
    readonly status?: {
        readonly recommendation?: {
            readonly containerRecommendations?: readonly {
                readonly containerName: string;
                readonly target: Readonly<Record<string, string>>;
            }[];
        };
    };
}

interface LivePod extends LiveObject {
    readonly spec: {
        readonly containers: readonly {
            readonly resources: { readonly requests: Readonly<Record<string, string>> };
        }[];
    };
}

describe("a pool with a VerticalPodAutoscaler beside its CPU autoscaler", () => {
    const cleanUp = new CleanUp();
    let namespace: string;
    let stack: Stack;

    const pool = (vertical: VerticalArgs): { pools: Record<string, AutoscaledAgentPoolArgs> } => ({
        pools: {
            sizer: {
                archetype: AgentArchetype.Service,
                namespace,
                // The usage stands in the template, so that pods that are made anew have it too.
                workload: {
                    podTemplate: {
                        metadata: { annotations: USAGE },
                        spec: {
                            containers: [
                                {
                                    name: "agent",
                                    image: "registry.invalid/agent:1",
                                    resources: { requests: REQUESTS },
                                },
                            ],
                        },
                    },
                },
                scale: {
                    minReplicas: 2,
                    maxReplicas: CEILING,
                    triggers: [{ cpu: { averageUtilization: 50 } }],
                },
                vertical,
            },
        },
    });
    const deployment = () => get<LiveWorkload>("deployment", "sizer", namespace);
    const vertical = () => get<LiveVertical>("verticalpodautoscalers.autoscaling.k8s.io", "sizer", namespace);
    const requests = async (): Promise<(Readonly<Record<string, string>> | undefined)[]> =>
        (await list<LivePod>("pods", namespace)).map(({ spec }) => spec.containers[0]?.resources.requests);

    afterAll(() => cleanUp.run());

    beforeAll(async () => {
        namespace = await cleanUp.after(createNamespace("vertical"), removeNamespace);
        stack = await cleanUp.after(
            Stack.create({ program: "test/e2e/programs/pools", config: pool({}) }),
            (made) => made.remove(),
        );
    });

    it("recommends memory alone, since CPU decides the number of pods", async () => {
        const up = await stack.up();
        expect(changed(up)).toContain("create VerticalPodAutoscaler sizer-vertical");
        expect(up.diagnostics).toEqual([]);
        const live = await eventually(
            "there is a recommendation",
            vertical,
            (found) => (found?.status?.recommendation?.containerRecommendations?.length ?? 0) > 0,
            { seconds: 120, everyMilliseconds: 1000 },
        );
        const [recommendation, ...others] = live?.status?.recommendation?.containerRecommendations ?? [];
        expect(others).toEqual([]);
        expect(recommendation?.containerName).toBe("agent");
        expect(Object.keys(recommendation?.target ?? {})).toEqual(["memory"]);
    });

    it("changes no pod, and a second pulumi up changes nothing", async () => {
        await eventually(
            `the autoscaler has gone to ${CEILING}`,
            deployment,
            (live) => live?.status.readyReplicas === CEILING,
            { seconds: 120, everyMilliseconds: 1000 },
        );
        expect(await requests()).toEqual(Array.from({ length: CEILING }, () => REQUESTS));
        expect(changed(await stack.up())).toEqual([]);
    });

    it("resizes pods up to their bound once it may, and leaves their number to the autoscaler", async () => {
        await stack.configure(pool({ mode: VerticalMode.Recreate, maxAllowed: { memory: MOST_MEMORY } }));
        expect(changed(await stack.up())).toEqual([
            "update AutoscaledAgentPool sizer",
            "update VerticalPodAutoscaler sizer-vertical",
        ]);
        await eventually(
            `every pod requests ${MOST_MEMORY}`,
            requests,
            (found) => found.length === CEILING && found.every((each) => each?.["memory"] === MOST_MEMORY),
            { seconds: 170, everyMilliseconds: 1000 },
        );
        expect((await requests()).map((each) => each?.["cpu"])).toEqual(
            Array.from({ length: CEILING }, () => REQUESTS.cpu),
        );
        // A larger memory request moves nothing that the autoscaler divides by.
        await eventually(
            "the autoscaler reads 80 % of the CPU request again",
            () => get<LiveAutoscaler>("horizontalpodautoscaler", "sizer", namespace),
            (live) => live?.status.currentMetrics?.[0]?.resource?.current.averageUtilization === 80,
            { seconds: 90, everyMilliseconds: 1000 },
        );
        expect((await deployment())?.spec.replicas).toBe(CEILING);
    }, 300_000);

    it("is left alone by pulumi up and pulumi refresh while its pods are resized", async () => {
        expect(changed(await stack.up())).toEqual([]);
        expect(changed(await stack.refresh())).toEqual([]);
        expect(changed(await stack.up())).toEqual([]);
    });

    it("leaves nothing behind after pulumi destroy", async () => {
        await stack.destroy();
        expect(await stack.resources()).toEqual([]);
        expect(await vertical()).toBeUndefined();
        await eventually(
            "nothing is left",
            () => inventory(namespace),
            (left) => left.length === 0,
        );
    });
});
