import * as pulumi from "@pulumi/pulumi";
import { afterEach, describe, expect, it } from "vitest";
import { refuseBy } from "../../components/refuse";
import { WarmCapacity, type WarmCapacityArgs } from "../../index";
import type { Finding } from "../../model";
import { record } from "./support/record";

const WARM = "agent-autoscaling:index:WarmCapacity";
const ARGS: WarmCapacityArgs = {
    namespace: "agents",
    of: { resources: { requests: { cpu: "2", memory: "8Gi" } } },
    replicas: 3,
};
const WORKDAY = {
    name: "workday",
    start: "0 8 * * 1-5",
    end: "0 19 * * 1-5",
    timeZone: "Europe/Berlin",
    minReplicas: 6,
};

/** What is registered, and what the component gives out. */
async function made(args: WarmCapacityArgs) {
    let component: WarmCapacity | undefined;
    const seen = await record((opts) => {
        component = new WarmCapacity("headroom", args, opts);
    });
    const { strategy, priorityClassName, bufferName, cost } = component ?? {};
    const outputs = await new Promise<unknown>((resolve) => {
        pulumi.output({ strategy, priorityClassName, bufferName, cost }).apply(resolve);
    });
    return { seen, outputs };
}

describe("WarmCapacity", () => {
    it("is a priority, placeholders after it, and what changes their number after them", async () => {
        const { seen, outputs } = await made({ ...ARGS, schedules: [WORKDAY] });
        expect(seen.map(({ type, name, parent, dependsOn }) => ({ type, name, parent, dependsOn }))).toEqual([
            { type: WARM, name: "headroom", parent: undefined, dependsOn: [] },
            {
                type: "kubernetes:scheduling.k8s.io/v1:PriorityClass",
                name: "headroom-priority-class",
                parent: "headroom",
                dependsOn: [],
            },
            {
                type: "kubernetes:apps/v1:Deployment",
                name: "headroom",
                parent: "headroom",
                dependsOn: ["headroom-priority-class"],
            },
            {
                type: "kubernetes:keda.sh/v1alpha1:ScaledObject",
                name: "headroom-scaler",
                parent: "headroom",
                dependsOn: ["headroom"],
            },
        ]);
        expect(outputs).toMatchObject({
            strategy: "Balloon",
            priorityClassName: "headroom-placeholder",
            bufferName: "",
        });
    });

    it("replaces a priority that changes, whose name is fixed", async () => {
        const { seen } = await made(ARGS);
        expect(seen[1]).toMatchObject({
            deleteBeforeReplace: true,
            replaceOnChanges: ["value", "preemptionPolicy"],
            inputs: { kind: "PriorityClass", value: -10, preemptionPolicy: "Never", globalDefault: false },
        });
    });

    it("is a buffer after the shape of its pods where the platform says that buffers are acted on", async () => {
        const { seen, outputs } = await made({ ...ARGS, platform: { capacityBuffers: true } });
        expect(seen.slice(1).map(({ type, name, dependsOn }) => [type, name, dependsOn])).toEqual([
            ["kubernetes:core/v1:PodTemplate", "headroom-pod-template", []],
            [
                "kubernetes:autoscaling.x-k8s.io/v1beta1:CapacityBuffer",
                "headroom-buffer",
                ["headroom-pod-template"],
            ],
        ]);
        expect(seen[2]?.inputs).toMatchObject({
            apiVersion: "autoscaling.x-k8s.io/v1beta1",
            kind: "CapacityBuffer",
            spec: { podTemplateRef: { name: "headroom" }, replicas: 3 },
        });
        expect(outputs).toMatchObject({
            strategy: "BufferActive",
            priorityClassName: "",
            bufferName: "headroom",
        });
    });

    it("gives out what the room costs", async () => {
        const platform = {
            prices: { asOf: "2026-11-01", usdPerVcpuHour: 0.1, usdPerGibHour: 0.01 },
        };
        const { outputs } = await made({ ...ARGS, platform });
        // 3 x (2 x 0.1 + 8 x 0.01) x 730 hours
        expect(outputs).toMatchObject({
            cost: { floorUsdPerMonth: 613.2, ceilingUsdPerMonth: 613.2, pricesAsOf: "2026-11-01" },
        });
    });

    it("puts an Output of a namespace's name into each object that has one", async () => {
        const { seen } = await made({
            ...ARGS,
            namespace: pulumi.output("agents-4f2a"),
            schedules: [WORKDAY],
        });
        const namespaces = seen.slice(1).map(({ inputs }) => {
            const { namespace } = inputs["metadata"] as { namespace?: string };
            return namespace;
        });
        expect(namespaces).toEqual([undefined, "agents-4f2a", "agents-4f2a"]);
    });
});

describe("warm capacity that cannot work", () => {
    const refused: { name: string; what: string; findings: readonly Finding[] }[] = [];
    afterEach(() => {
        refused.length = 0;
    });

    it.each<[string, Partial<WarmCapacityArgs>, string[]]>([
        ["by its arguments", { replicas: 0, priority: 4 }, ["priority"]],
        ["by a rule", { strategy: "BufferActive", platform: { capacityBuffers: false } }, ["spec"]],
    ])("registers no child, and is refused under its own name: %s", async (_, args, paths) => {
        refuseBy((_resource, name, findings, what) => {
            refused.push({ name, what, findings });
        });
        const { seen } = await made({ ...ARGS, ...args });
        expect(seen.map(({ type, name }) => `${type} ${name}`)).toEqual([`${WARM} headroom`]);
        expect(
            refused.map(({ name, what, findings }) => ({
                name,
                what,
                paths: findings.map(({ path }) => path),
            })),
        ).toEqual([{ name: "headroom", what: "WarmCapacity", paths }]);
    });
});
