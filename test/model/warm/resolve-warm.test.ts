import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { Unknown, formatPath } from "../../../model/declared";
import type { Finding } from "../../../model/findings";
import { readFleet } from "../../../model/fleet";
import type { NodePoolProfileArgs } from "../../../model/pool";
import { DEFAULT_GUARDRAILS, RULES, check } from "../../../model/rules";
import type { WarmCapacityArgs, WarmResolution } from "../../../model/warm";
import { WarmStrategy, resolveWarmCapacity } from "../../../model/warm";

const OF = { resources: { requests: { cpu: "2", memory: "8Gi" } } };
const NODE_POOL: NodePoolProfileArgs = {
    name: "agents-spot",
    capacity: "Spot",
    noticeSeconds: 120,
    labels: { pool: "spot" },
    taints: [{ key: "spot", value: "true" }],
};
const WORKDAY = {
    name: "workday",
    start: "0 8 * * 1-5",
    end: "0 19 * * 1-5",
    timeZone: "Europe/Berlin",
    minReplicas: 6,
};
const ARGS: WarmCapacityArgs = { namespace: "agents", of: OF, replicas: 3 };
const GKE = { provider: "gke", kubernetesVersion: "1.36", capacityBuffers: true } as const;
const STANDBY = { strategy: WarmStrategy.BufferStandby, platform: GKE };

const resolve = (args: Partial<WarmCapacityArgs> = {}, name = "headroom"): WarmResolution =>
    resolveWarmCapacity(name, { ...ARGS, ...args });
const kinds = ({ declared }: WarmResolution): string[] => declared.map(({ object }) => object.kind);
const paths = ({ findings }: WarmResolution): string[] => findings.map(({ path }) => path);

/** The object of a kind, as plain data. */
function object({ declared }: WarmResolution, kind: string): Record<string, unknown> {
    const found = declared.find((each) => each.object.kind === kind);
    if (found === undefined) throw new Error(`no ${kind}`);
    return found.object;
}

const strict = ({ declared }: WarmResolution, platform = {}): Finding[] =>
    check(readFleet(declared, platform), RULES, {
        today: "2026-11-24",
        guardrails: { ...DEFAULT_GUARDRAILS, profile: "strict", onUnknown: "mandatory" },
    });

describe("how room is kept", () => {
    it.each<[Partial<WarmCapacityArgs>, string]>([
        [{}, "Balloon"],
        [{ platform: { provider: "gke" } }, "Balloon"],
        [{ platform: { capacityBuffers: false } }, "Balloon"],
        [{ platform: { capacityBuffers: true } }, "BufferActive"],
        [{ platform: { capacityBuffers: true }, schedules: [WORKDAY] }, "Balloon"],
        [{ platform: { capacityBuffers: true }, strategy: "Balloon" }, "Balloon"],
        [{ strategy: "BufferActive" }, "BufferActive"],
    ])("with %j is %s", (args, strategy) => {
        expect(resolve(args).warm?.strategy).toBe(strategy);
    });
});

describe("placeholders", () => {
    it("are a Deployment of pods that request what the pool's do, after their priority", () => {
        const resolution = resolve();
        expect(kinds(resolution)).toEqual(["PriorityClass", "Deployment"]);
        expect(object(resolution, "PriorityClass")).toMatchObject({
            metadata: { name: "headroom-placeholder" },
            value: -10,
            preemptionPolicy: "Never",
            globalDefault: false,
        });
        expect(object(resolution, "Deployment")).toMatchObject({
            metadata: { name: "headroom", namespace: "agents" },
            spec: {
                replicas: 3,
                strategy: { type: "Recreate" },
                selector: { matchLabels: { "agent-autoscaling/warm-capacity": "headroom" } },
                template: {
                    metadata: { labels: { "agent-autoscaling/warm-capacity": "headroom" } },
                    spec: {
                        priorityClassName: "headroom-placeholder",
                        terminationGracePeriodSeconds: 0,
                        automountServiceAccountToken: false,
                        securityContext: { runAsNonRoot: true },
                        containers: [
                            {
                                image: "registry.k8s.io/pause:3.10.1",
                                resources: {
                                    requests: { cpu: "2", memory: "8Gi" },
                                    limits: { memory: "8Gi" },
                                },
                                securityContext: { readOnlyRootFilesystem: true },
                            },
                        ],
                    },
                },
            },
        });
    });

    it("are on the pool's nodes, spread as its pods are, with the devices that they ask for", () => {
        const requests = { cpu: "4", memory: "16Gi", "nvidia.com/gpu": "1" };
        const spec = (placement: WarmCapacityArgs["of"]["placement"]): unknown => {
            const made = object(
                resolve({ of: { resources: { requests }, ...(placement && { placement }) } }),
                "Deployment",
            );
            return (made["spec"] as { template: { spec: unknown } }).template.spec;
        };
        expect(spec({ nodePool: NODE_POOL, nodeSelector: { zone: "a" } })).toMatchObject({
            nodeSelector: { pool: "spot", zone: "a" },
            tolerations: [
                { key: "spot", operator: "Equal", value: "true", effect: "NoSchedule" },
                { key: "nvidia.com/gpu", operator: "Exists", effect: "NoSchedule" },
                { key: "node.kubernetes.io/not-ready", tolerationSeconds: 0 },
                { key: "node.kubernetes.io/unreachable", tolerationSeconds: 0 },
            ],
            topologySpreadConstraints: [
                { topologyKey: "topology.kubernetes.io/zone", whenUnsatisfiable: "ScheduleAnyway" },
                { topologyKey: "kubernetes.io/hostname", whenUnsatisfiable: "ScheduleAnyway" },
            ],
            containers: [{ resources: { limits: { memory: "16Gi", "nvidia.com/gpu": "1" } } }],
        });
        expect(spec({ strategy: "Pack" })).not.toHaveProperty("topologySpreadConstraints");
        const affinity = { nodeAffinity: {} };
        expect(spec({ affinity })).toMatchObject({ affinity });
        expect(spec({ priorityClassName: "pool" })).toMatchObject({
            priorityClassName: "headroom-placeholder",
        });
    });

    it("have one owner of their number: with windows KEDA, and no spec.replicas", () => {
        const resolution = resolve({ schedules: [WORKDAY] });
        expect(kinds(resolution)).toEqual(["PriorityClass", "Deployment", "ScaledObject"]);
        expect(object(resolution, "Deployment")["spec"]).not.toHaveProperty("replicas");
        expect(object(resolution, "ScaledObject")).toMatchObject({
            spec: {
                scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "headroom" },
                minReplicaCount: 3,
                maxReplicaCount: 6,
                triggers: [
                    {
                        type: "cron",
                        name: "workday",
                        metadata: {
                            timezone: "Europe/Berlin",
                            start: "0 8 * * 1-5",
                            end: "0 19 * * 1-5",
                            desiredReplicas: "6",
                        },
                    },
                ],
            },
        });
    });

    it("are fewest in the lowest window, and follow numbers above nine exactly where the cluster can", () => {
        const night = { ...WORKDAY, name: "night", start: "0 22 * * *", end: "0 6 * * *", minReplicas: 1 };
        expect(object(resolve({ schedules: [night] }), "ScaledObject")).toMatchObject({
            spec: { minReplicaCount: 1, maxReplicaCount: 3, triggers: [{ name: "outside-night" }] },
        });
        const many = { ...WORKDAY, minReplicas: 20 };
        const scaler = (platform: WarmCapacityArgs["platform"]): unknown =>
            object(resolve({ schedules: [many], ...(platform && { platform }) }), "ScaledObject");
        expect(scaler({ kubernetesVersion: "1.36" })).toMatchObject({
            spec: {
                advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleUp: { tolerance: "0" } } } },
            },
        });
        expect(JSON.stringify(scaler(undefined))).not.toContain("tolerance");
        expect(object(resolve({ replicas: 0, schedules: [WORKDAY] }), "ScaledObject")).toMatchObject({
            spec: { minReplicaCount: 0, cooldownPeriod: 0 },
        });
    });

    it("take a priority, an image and labels, and the namespace that an Output is", () => {
        const namespace = new Unknown("namespace", Symbol("output"));
        const resolution = resolve({
            priority: -1,
            image: "registry.example/pause:1",
            labels: { team: "research" },
            namespace: namespace as never,
        });
        expect(object(resolution, "PriorityClass")).toMatchObject({
            value: -1,
            metadata: { labels: { team: "research" } },
        });
        expect(object(resolution, "Deployment")).toMatchObject({
            metadata: { namespace, labels: { team: "research" } },
            spec: { template: { spec: { containers: [{ image: "registry.example/pause:1" }] } } },
        });
    });
});

describe("a buffer", () => {
    it("is a CapacityBuffer after the shape of its pods, which no class is for", () => {
        const resolution = resolve({ strategy: "BufferActive" });
        expect(kinds(resolution)).toEqual(["PodTemplate", "CapacityBuffer"]);
        expect(object(resolution, "CapacityBuffer")).toMatchObject({
            apiVersion: "autoscaling.x-k8s.io/v1beta1",
            metadata: { name: "headroom", namespace: "agents" },
            spec: {
                podTemplateRef: { name: "headroom" },
                replicas: 3,
                provisioningStrategy: "buffer.x-k8s.io/active-capacity",
            },
        });
        const template = object(resolution, "PodTemplate")["template"];
        expect(template).toMatchObject({ spec: { containers: [{ resources: { requests: { cpu: "2" } } }] } });
        expect(JSON.stringify(template)).not.toContain("priorityClassName");
    });

    it("of suspended nodes is GKE's own", () => {
        expect(object(resolve(STANDBY), "CapacityBuffer")).toMatchObject({
            spec: { provisioningStrategy: "buffer.gke.io/standby-capacity" },
        });
    });
});

describe("what is emitted", () => {
    it.each<[string, Partial<WarmCapacityArgs>]>([
        ["placeholders", {}],
        ["placeholders by the clock", { schedules: [WORKDAY] }],
        ["placeholders of windows alone", { replicas: 0, schedules: [WORKDAY] }],
        ["many placeholders", { schedules: [{ ...WORKDAY, minReplicas: 40 }] }],
        ["a buffer", { strategy: "BufferActive" }],
        ["a buffer of suspended nodes", { strategy: "BufferStandby" }],
    ])("breaks no rule, in the strictest profile: %s", (_, args) => {
        for (const capacity of ["OnDemand", "Spot"] as const) {
            const of = {
                ...OF,
                placement: { nodePool: { ...NODE_POOL, capacity } },
                task: { coldStartSeconds: 240, p99Seconds: 900 },
            };
            const resolution = resolve({ of, platform: GKE, ...args });
            expect(resolution.findings).toEqual([]);
            expect(strict(resolution, GKE)).toEqual([]);
        }
    });

    it("leads back to the arguments", () => {
        const origin = ({ declared }: WarmResolution, kind: string, ...path: (string | number)[]): unknown =>
            declared.find((each: Declared) => each.object.kind === kind)?.origin(path).argument;
        const balloons = resolve({ schedules: [WORKDAY] });
        const container = ["spec", "template", "spec", "containers", 0];
        expect(origin(balloons, "PriorityClass", "value")).toBe("priority");
        expect(origin(balloons, "Deployment", ...container, "resources", "requests", "cpu")).toBe(
            "of.resources.requests.cpu",
        );
        expect(origin(balloons, "Deployment", ...container, "resources", "limits", "memory")).toBe(
            "of.resources.requests.memory",
        );
        expect(origin(balloons, "Deployment", ...container, "image")).toBe("image");
        expect(origin(balloons, "ScaledObject", "spec", "triggers", 0, "metadata", "desiredReplicas")).toBe(
            "schedules[0].minReplicas",
        );
        expect(origin(resolve(STANDBY), "CapacityBuffer", "spec", "replicas")).toBe("replicas");
    });

    it("says a wrong amount at the argument", () => {
        const resolution = resolve({ of: { resources: { requests: { cpu: "two", memory: "8Gi" } } } });
        expect(strict(resolution).map(({ origin }) => origin.argument)).toContain(
            "of.resources.requests.cpu",
        );
    });
});

describe("arguments that keep no room, or that no cluster can follow", () => {
    it.each<[string, Partial<WarmCapacityArgs>, string[]]>([
        ["nothing", { replicas: 0 }, ["replicas"]],
        ["no requests", { of: { resources: { requests: {} } } }, ["of.resources.requests"]],
        ["a priority that nobody preempts", { priority: 0 }, ["priority"]],
        ["a priority that buys no node", { priority: -11 }, ["priority"]],
        [
            "a ceiling in a window",
            { schedules: [{ ...WORKDAY, maxReplicas: 8 }] },
            ["schedules[0].maxReplicas"],
        ],
        [
            "a window without effect",
            { schedules: [{ ...WORKDAY, minReplicas: 3 }] },
            ["schedules[0].minReplicas"],
        ],
        ["no cron", { schedules: [{ ...WORKDAY, start: "8 o'clock" }] }, ["schedules[0].start"]],
        ["no windows", { schedules: [] }, ["schedules"]],
        ["a buffer by the clock", { strategy: "BufferActive", schedules: [WORKDAY] }, ["schedules"]],
        ["a priority of a buffer", { strategy: "BufferActive", priority: -5 }, ["priority"]],
        ["an image of a buffer", { ...STANDBY, image: "pause:1" }, ["image"]],
        ["suspended nodes anywhere", { strategy: "BufferStandby" }, ["strategy"]],
        ["suspended nodes of EKS", { ...STANDBY, platform: { provider: "eks" } }, ["strategy"]],
        [
            "suspended nodes of Autopilot",
            { ...STANDBY, platform: { provider: "gke-autopilot" } },
            ["strategy"],
        ],
        [
            "suspended nodes of an old GKE",
            { ...STANDBY, platform: { ...GKE, kubernetesVersion: "1.35" } },
            ["strategy"],
        ],
        [
            "a suspended GPU",
            { ...STANDBY, of: { resources: { requests: { "nvidia.com/gpu": "1" } } } },
            ['of.resources.requests["nvidia.com/gpu"]'],
        ],
        [
            "a label of ours",
            { labels: { "agent-autoscaling/pool": "x" } },
            ['labels["agent-autoscaling/pool"]'],
        ],
        ["an unknown version", { platform: { kubernetesVersion: "1.2" } }, ["platform.kubernetesVersion"]],
        ["an Output of a number", { replicas: { __pulumiOutput: true } as never }, ["replicas"]],
        ["a word for a number", { replicas: "3" as never }, ["replicas"]],
        ["an unknown strategy", { strategy: "SpareReplicas" as never }, ["strategy"]],
    ])("are refused by their path: %s", (_, args, at) => {
        const resolution = resolve(args);
        expect(paths(resolution)).toEqual(at);
        expect(resolution.declared).toEqual([]);
        expect(resolution.warm).toBeUndefined();
    });

    it("are all said at once", () => {
        const resolution = resolve({ replicas: 0, labels: { "agent-autoscaling/x": "" } }, "Head Room");
        expect(paths(resolution)).toEqual([
            "name",
            "replicas",
            formatPath(["labels", "agent-autoscaling/x"]),
        ]);
        expect(paths(resolveWarmCapacity(7 as never, ARGS))).toEqual(["name"]);
    });

    it("say what to do instead of a buffer by the clock", () => {
        expect(resolve({ strategy: "BufferActive", schedules: [WORKDAY] }).findings).toMatchObject([
            {
                message: expect.stringContaining("has no /scale") as string,
                fix: "use Balloon, or a ScheduledScaler with a CronJob that patches spec.replicas of the buffer",
            },
        ]);
    });
});
