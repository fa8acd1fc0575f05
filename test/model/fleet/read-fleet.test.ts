import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { Unknown } from "../../../model/declared";
import { readFleet } from "../../../model/fleet";
import {
    authentication,
    container,
    cpu,
    cron,
    declared,
    deployment,
    disruptionBudget,
    horizontalPodAutoscaler,
    intent,
    redis,
    resourceMetric,
    scaledObject,
    secret,
    unknown,
} from "../rules/support/objects";

const scalerOf = (...objects: readonly Declared[]) => {
    const [scaler] = readFleet(objects).scalers;
    if (scaler === undefined) throw new Error("there is no scaler");
    return scaler;
};

const workload = (kind: string, apiVersion: string, metadata: object = {}): Declared =>
    declared({
        apiVersion,
        kind,
        metadata: { name: "worker", namespace: "agents", ...metadata },
        spec: { template: { metadata: { labels: { app: "worker" } }, spec: { containers: [container()] } } },
    });

describe("readFleet", () => {
    it("keeps every object, and reads those that play a part", () => {
        const service = declared({ apiVersion: "v1", kind: "Service", metadata: { name: "s" } });
        const objects = [
            service,
            scaledObject(),
            horizontalPodAutoscaler(),
            deployment(),
            disruptionBudget(),
            authentication("a"),
        ];
        const fleet = readFleet(objects, { kedaVersion: "2.20" });
        expect(fleet.declared).toEqual(objects);
        expect(fleet.platform.kedaVersion).toBe("2.20");
        expect(fleet.scalers.map(({ engine }) => engine)).toEqual(["keda", "hpa"]);
        expect(
            [fleet.workloads, fleet.disruptionBudgets, fleet.authentications].map(({ length }) => length),
        ).toEqual([1, 1, 1]);
        expect(fleet.problems).toEqual([]);
        expect(readFleet([])).toMatchObject({ platform: {}, scalers: [], workloads: [] });
    });

    it.each([
        ["Deployment", "apps/v1"],
        ["StatefulSet", "apps/v1"],
        ["ReplicaSet", "apps/v1"],
        ["Rollout", "argoproj.io/v1alpha1"],
    ])("joins a scaler with its %s", (kind, apiVersion) => {
        const scaler = scaledObject({ scaleTargetRef: { name: "worker", kind, apiVersion } });
        expect(scalerOf(scaler, workload(kind, apiVersion)).workload?.kind).toBe(kind);
    });

    it("joins by kind, name and namespace, all three", () => {
        const others = [
            workload("StatefulSet", "apps/v1"),
            workload("Deployment", "apps/v1", { name: "other" }),
            workload("Deployment", "apps/v1", { namespace: "other" }),
            workload("Deployment", "apps/v1", { namespace: undefined }),
        ];
        expect(scalerOf(scaledObject(), ...others).workload).toBeUndefined();
        expect(scalerOf(scaledObject(), ...others, deployment()).workload?.kind).toBe("Deployment");
    });

    it("joins objects that name no namespace with each other", () => {
        const nowhere = { namespace: undefined };
        const objects = [deployment({}, { metadata: nowhere }), disruptionBudget({}, nowhere)];
        const { workload: found } = scalerOf(scaledObject({}, nowhere), ...objects);
        expect(found?.disruptionBudgets).toHaveLength(1);
        expect(scalerOf(scaledObject(), ...objects).workload).toBeUndefined();
    });

    it("joins names and namespaces that are not known by identity, and never by looks", () => {
        const namespace = unknown("namespace", "one.place");
        const same = unknown("namespace", "another.place");
        const objects = [
            deployment({}, { metadata: { namespace: same } }),
            disruptionBudget({}, { namespace: same }),
        ];
        expect(
            scalerOf(scaledObject({}, { namespace }), ...objects).workload?.disruptionBudgets,
        ).toHaveLength(1);
        expect(
            scalerOf(scaledObject({}, { namespace: unknown("other") }), ...objects).workload,
        ).toBeUndefined();
        expect(scalerOf(scaledObject({}, { namespace: "namespace" }), ...objects).workload).toBeUndefined();
        expect(
            scalerOf(scaledObject({}, { namespace: secret("namespace") }), ...objects).workload,
        ).toBeDefined();
        const lookalike = scaledObject({ scaleTargetRef: { name: unknown("worker") } });
        expect(scalerOf(lookalike, deployment()).workload).toBeUndefined();
        const name = unknown("name");
        const target = scaledObject({ scaleTargetRef: { name } });
        expect(
            scalerOf(target, deployment({}, { metadata: { name: unknown("name") } })).workload,
        ).toBeDefined();
    });

    it("does not join what has no name", () => {
        const nameless = deployment({}, { metadata: { name: undefined } });
        expect(scalerOf(scaledObject({ scaleTargetRef: {} }), nameless).workload).toBeUndefined();
    });

    it("takes the intent of the workload before that of the scaler", () => {
        const mine = intent({ task: { p99Seconds: 10 } });
        const theirs = intent({ task: { p99Seconds: 20 } });
        expect(
            scalerOf(scaledObject({}, mine), deployment({}, { metadata: theirs })).intent?.task?.p99Seconds,
        ).toBe(20);
        expect(scalerOf(scaledObject({}, mine), deployment()).intent?.task?.p99Seconds).toBe(10);
        expect(scalerOf(scaledObject(), deployment()).intent).toBeUndefined();
    });

    it("reports an intent that cannot be read, and notes one that is not known", () => {
        const annotated = (text: unknown) =>
            readFleet([deployment({}, { metadata: { annotations: { "agent-autoscaling/intent": text } } })])
                .problems;
        expect(annotated("{")).toMatchObject([
            {
                id: "intent-annotation",
                severity: "error",
                message: "the annotation agent-autoscaling/intent is not valid JSON",
                path: 'metadata.annotations["agent-autoscaling/intent"]',
            },
        ]);
        expect(annotated(unknown())).toMatchObject([{ id: "intent-annotation", severity: "note" }]);
        expect(annotated(undefined)).toEqual([]);
        expect(annotated(null)).toEqual([]);
    });
});

describe("a ScaledObject", () => {
    it("has KEDA's defaults where a field is absent, null or empty", () => {
        for (const nothing of [undefined, null]) {
            const spec = {
                minReplicaCount: nothing,
                maxReplicaCount: nothing,
                pollingInterval: nothing,
                cooldownPeriod: nothing,
                fallback: nothing,
            };
            expect(scalerOf(scaledObject(spec))).toMatchObject({
                min: { value: 0 },
                max: { value: 100 },
                maxStated: false,
                pollingInterval: { value: 30 },
                cooldown: { value: 300 },
                idle: { value: undefined },
                target: { apiVersion: "apps/v1", kind: "Deployment", name: "worker" },
                fallback: undefined,
                modifiers: undefined,
            });
        }
        const emptyNames = { scaleTargetRef: { name: "worker", kind: "", apiVersion: "" } };
        expect(scalerOf(scaledObject(emptyNames)).target).toMatchObject({
            apiVersion: "apps/v1",
            kind: "Deployment",
        });
    });

    it("has its fallback and its formula, with KEDA's behavior where none is given", () => {
        const spec = {
            fallback: { failureThreshold: 3, replicas: 4 },
            advanced: { scalingModifiers: { formula: "a + b", target: "2.5" } },
        };
        expect(scalerOf(scaledObject(spec))).toMatchObject({
            fallback: {
                path: ["spec", "fallback"],
                failureThreshold: { value: 3 },
                replicas: { value: 4 },
                behavior: { value: "static" },
            },
            modifiers: { formula: { value: "a + b" }, target: { value: "2.5" } },
        });
        expect(scalerOf(scaledObject({ advanced: { scalingModifiers: {} } })).modifiers).toBeUndefined();
    });

    it("reads a trigger's target as KEDA does: trimmed, its default where it is empty", () => {
        const targets = scalerOf(
            scaledObject({
                triggers: [
                    redis({ listLength: " 7 " }),
                    redis({ listLength: "" }),
                    redis({ listLength: 9 }),
                    cron(),
                    cpu({ value: "+070" }),
                    cpu({ value: "500m" }, { metricType: "AverageValue" }),
                    cpu({ value: "2" }, { metricType: "AverageValue" }),
                    { type: "clickhouse", metadata: { targetQueryValue: "5" } },
                    { type: "kafka", metadata: { lagThreshold: "7" } },
                ],
            }),
        ).triggers.map(({ target }) => target.value);
        expect(targets).toEqual([7, 5, undefined, 3, 70, undefined, undefined, undefined, 7]);
    });

    it("knows which metric type applies, and when it does not", () => {
        const types = scalerOf(
            scaledObject({
                triggers: [
                    redis(),
                    redis({}, { metricType: "" }),
                    redis({}, { metricType: "Value" }),
                    redis({}, { metricType: unknown() }),
                    cpu({}, { metricType: undefined }),
                ],
            }),
        ).triggers.map(({ effectiveMetricType }) => effectiveMetricType);
        expect(types).toEqual(["AverageValue", "AverageValue", "Value", undefined, undefined]);
    });

    it("tells unknown triggers and metadata from none", () => {
        expect(scalerOf(scaledObject({ triggers: unknown() }))).toMatchObject({
            triggers: [],
            areTriggersUnknown: true,
        });
        expect(scalerOf(scaledObject({ triggers: [] })).areTriggersUnknown).toBe(false);
        const [trigger] = scalerOf(
            scaledObject({ triggers: [{ type: "redis", metadata: unknown() }] }),
        ).triggers;
        expect(trigger).toMatchObject({ metadata: {}, isMetadataUnknown: true });
        // Not the defaults that hold where nothing is written.
        expect(trigger?.target.value).toBeInstanceOf(Unknown);
        expect(trigger?.activation.value).toBeInstanceOf(Unknown);
    });

    it("reads the number above which a trigger is active, 0 where none is written", () => {
        const activation = (trigger: object) =>
            scalerOf(scaledObject({ triggers: [trigger] })).triggers[0]?.activation.value;
        expect(
            [undefined, "", "7", " 7 ", "many", 7].map((n) => activation(redis({ activationListLength: n }))),
        ).toEqual([0, 0, 7, 7, undefined, undefined]);
        for (const hidden of [unknown(), secret()]) {
            expect(activation(redis({ activationListLength: hidden }))).toBeInstanceOf(Unknown);
        }
        expect(activation(cron())).toBe(0);
        expect(activation({ type: "no-such", metadata: {} })).toBeUndefined();
    });
});

describe("an HPA", () => {
    it("has Kubernetes' floor of 1, and its resource metrics as triggers", () => {
        const metrics = [
            resourceMetric("cpu", { type: "Utilization", averageUtilization: 70 }),
            resourceMetric("memory", { type: "AverageValue", averageValue: "6Gi" }),
            {
                type: "ContainerResource",
                containerResource: {
                    name: "cpu",
                    container: "agent",
                    target: { type: "Utilization", averageUtilization: 50 },
                },
            },
            { type: "External", external: { metric: { name: "queue" } } },
            resourceMetric("redis", { type: "AverageValue", averageValue: 1 }),
            { type: "constructor" },
        ];
        const scaler = scalerOf(horizontalPodAutoscaler({ minReplicas: undefined, metrics }));
        expect(scaler.min.value).toBe(1);
        expect(
            scaler.triggers.map(
                ({ scaler: type, target, effectiveMetricType, metadata, container: only }) => [
                    type?.type,
                    target.value,
                    effectiveMetricType,
                    metadata["value"],
                    only.value,
                ],
            ),
        ).toEqual([
            ["cpu", 70, "Utilization", undefined, undefined],
            ["memory", undefined, "AverageValue", "6Gi", undefined],
            ["cpu", 50, "Utilization", undefined, "agent"],
            [undefined, undefined, undefined, undefined, undefined],
            [undefined, undefined, "AverageValue", 1, undefined],
            [undefined, undefined, undefined, undefined, undefined],
        ]);
        expect(
            readFleet([horizontalPodAutoscaler({ metrics: [resourceMetric("cpu", { averageValue: 2 })] })])
                .problems,
        ).toEqual([]);
    });
});

describe("an HPA of autoscaling/v1", () => {
    const v1 = (spec: object) =>
        declared({
            apiVersion: "autoscaling/v1",
            kind: "HorizontalPodAutoscaler",
            metadata: { name: "worker", namespace: "agents" },
            spec: { scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "worker" }, ...spec },
        });

    it("has its percentage of CPU as its trigger, and its workload", () => {
        const scaler = scalerOf(v1({ maxReplicas: 3, targetCPUUtilizationPercentage: 60 }), deployment());
        expect(scaler).toMatchObject({ engine: "hpa", min: { value: 1 }, max: { value: 3 } });
        expect(scaler.workload?.kind).toBe("Deployment");
        expect(
            scaler.triggers.map(({ scaler: type, target, effectiveMetricType }) => [
                type?.type,
                target,
                effectiveMetricType,
            ]),
        ).toEqual([["cpu", { path: ["spec", "targetCPUUtilizationPercentage"], value: 60 }, "Utilization"]]);
        expect(scalerOf(v1({ maxReplicas: 3 })).triggers).toEqual([]);
    });
});

describe("disruption budgets of a workload", () => {
    const labels = { app: "worker", tier: "batch" };
    const pods = (podLabels: unknown): Declared =>
        deployment({}, { spec: { template: { metadata: { labels: podLabels }, spec: {} } } });
    const isHeld = (selector: unknown, podLabels: unknown = labels): boolean => {
        const [found] = readFleet([pods(podLabels), disruptionBudget({ selector })]).workloads;
        return (found?.disruptionBudgets.length ?? 0) > 0;
    };

    it("are those whose selector holds for the pods, all of it", () => {
        expect(isHeld({ matchLabels: { app: "worker" } })).toBe(true);
        expect(isHeld({ matchLabels: { app: "worker", tier: "web" } })).toBe(false);
        expect(isHeld({ matchLabels: { app: "worker", zone: "a" } })).toBe(false);
    });

    it("are all with an empty selector, and none without one", () => {
        expect(isHeld({})).toBe(true);
        expect(isHeld({ matchLabels: {} })).toBe(true);
        for (const selector of [undefined, null, unknown()]) expect(isHeld(selector)).toBe(false);
    });

    it("are none whose selector has a part that is not known or has the wrong type: they would select more", () => {
        for (const part of [unknown(), "app"]) {
            expect(isHeld(part)).toBe(false);
            expect(isHeld({ matchLabels: part })).toBe(false);
            expect(isHeld({ matchExpressions: part })).toBe(false);
        }
        const notIn = (values: unknown) =>
            isHeld({ matchExpressions: [{ key: "app", operator: "NotIn", values }] });
        expect(notIn(["web"])).toBe(true);
        for (const values of [unknown(), ["web", unknown()]]) expect(notIn(values)).toBe(false);
    });

    it("heed expressions as Kubernetes does", () => {
        const by = (operator: string, key: string, ...values: unknown[]) =>
            isHeld({ matchLabels: { app: "worker" }, matchExpressions: [{ key, operator, values }] });
        expect([by("In", "tier", "web", "batch"), by("In", "tier", "web"), by("In", "zone", "a")]).toEqual([
            true,
            false,
            false,
        ]);
        expect([by("NotIn", "tier", "web"), by("NotIn", "tier", "batch"), by("NotIn", "zone", "a")]).toEqual([
            true,
            false,
            true,
        ]);
        expect([
            by("Exists", "tier"),
            by("Exists", "zone"),
            by("DoesNotExist", "zone"),
            by("DoesNotExist", "tier"),
        ]).toEqual([true, false, true, false]);
        expect(by("Near", "tier", "batch")).toBe(false);
    });

    it("join label values that are not known by identity only", () => {
        const selector = { matchLabels: { app: unknown("app") } };
        expect(isHeld(selector, { app: unknown("app") })).toBe(true);
        expect(isHeld(selector, { app: unknown("other") })).toBe(false);
        expect(isHeld(selector, { app: "worker" })).toBe(false);
        const notIn = { matchExpressions: [{ key: "app", operator: "NotIn", values: ["web"] }] };
        expect(isHeld(notIn, { app: unknown("app") })).toBe(false);
    });

    it("are found whatever labels they share with others", () => {
        const label = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.constantFrom("x", "y"));
        fc.assert(
            fc.property(fc.array(label, { maxLength: 6 }), label, (selectors, podLabels) => {
                const budgets = selectors.map((matchLabels, index) =>
                    disruptionBudget({ selector: { matchLabels } }, { name: `budget-${index}` }),
                );
                const [found] = readFleet([...budgets, pods(podLabels)]).workloads;
                const wanted = selectors.flatMap((matchLabels, index) =>
                    Object.entries(matchLabels).every(([key, value]) => podLabels[key] === value)
                        ? [`budget-${index}`]
                        : [],
                );
                expect(found?.disruptionBudgets.map(({ name }) => name).sort()).toEqual(wanted.sort());
            }),
        );
    });
});
