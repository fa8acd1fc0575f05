import { output } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { Unknown } from "../../../model/declared";
import type { AutoscaledAgentPoolArgs } from "../../../model/pool";
import { GATEWAY, WORKER, changed, refusals, resolved } from "./support/pools";

const PODS = { podsMetric: { metricName: "waiting", averageValue: "10" } };
const OBJECT = {
    objectMetric: {
        metricName: "requests",
        describedObject: { apiVersion: "v1", kind: "Service", name: "gateway" },
        target: "500m",
        signal: "Total",
    },
};
const EXTERNAL = { externalMetric: { metricName: "backlog", target: "30", signal: "Total" } };
const CPU = { cpu: { averageUtilization: 70 } };
const REDIS = { redis: { address: "redis:6379", listName: "tasks" } };

const scaledOn = (...triggers: readonly object[]): AutoscaledAgentPoolArgs =>
    changed(GATEWAY, ["scale", "triggers"], triggers);
const messages = (args: AutoscaledAgentPoolArgs): string[] =>
    refusals(args).map(({ message, fix }) => `${message}; ${fix}`);
const metricsOf = (args: AutoscaledAgentPoolArgs) =>
    resolved(args).scale.triggers.map(({ metric, metricType }) => ({ ...metric, metricType }));

describe("a metric of the native autoscaler", () => {
    it("makes the engine native, and says why", () => {
        for (const [trigger, member] of [
            [PODS, "podsMetric"],
            [OBJECT, "objectMetric"],
            [EXTERNAL, "externalMetric"],
        ] as const) {
            const { values } = resolved(scaledOn(CPU, trigger));
            expect(values.find(({ path }) => path === "scale.engine")).toEqual({
                path: "scale.engine",
                value: "HorizontalPodAutoscaler",
                source: "derived",
                reason: `KEDA cannot read ${member}: only the native autoscaler does`,
            });
        }
    });

    it.each([
        ["Total", "AverageValue"],
        ["PerReplica", "Value"],
        ["Ratio", "Value"],
        ["Percentile", "Value"],
    ])("whose signal is %s is compared as %s", (signal, metricType) => {
        const object = { objectMetric: { ...OBJECT.objectMetric, signal } };
        const external = { externalMetric: { ...EXTERNAL.externalMetric, signal } };
        expect(metricsOf(scaledOn(object, external)).map((metric) => metric.metricType)).toEqual([
            metricType,
            metricType,
        ]);
    });

    it("is averaged over the pods where it is theirs", () => {
        expect(metricsOf(scaledOn(PODS))).toEqual([
            { type: "Pods", metricName: "waiting", target: "10", metricType: "AverageValue" },
        ]);
    });

    it("keeps Outputs as leaves: the name of the object, and the values of labels", () => {
        const [name, queue] = [output("gateway"), output("tasks")];
        const described = { ...OBJECT.objectMetric.describedObject, name };
        const [object, external] = metricsOf(
            scaledOn(
                { objectMetric: { ...OBJECT.objectMetric, describedObject: described } },
                { externalMetric: { ...EXTERNAL.externalMetric, matchLabels: { queue, team: "a" } } },
            ),
        );
        expect(object?.describedObject?.name).toEqual(
            new Unknown("scale.triggers[0].objectMetric.describedObject.name", name),
        );
        expect(external?.matchLabels).toEqual({
            queue: new Unknown("scale.triggers[1].externalMetric.matchLabels.queue", queue),
            team: "a",
        });
    });

    it("asks for what it needs, in its form", () => {
        expect(messages(scaledOn({ podsMetric: { metricName: "a/b", averageValue: "0" } }))).toEqual([
            'scale.triggers[0].podsMetric.metricName is "a/b", which is not the name of a metric; write it without "/" and "%", as the adapter has it',
            'scale.triggers[0].podsMetric.averageValue is "0", which is not a quantity above 0; write an amount above 0 such as "500m" or "6Gi"',
        ]);
        for (const metricName of [".", "..", "50%"]) {
            expect(refusals(scaledOn({ podsMetric: { metricName, averageValue: "1" } }))).toHaveLength(1);
        }
        expect(
            refusals(scaledOn({ podsMetric: { metricName: "http requests.rate", averageValue: "1" } })),
        ).toEqual([]);
        expect(refusals(scaledOn({ externalMetric: {} })).map(({ path }) => path)).toEqual([
            "scale.triggers[0].externalMetric.metricName",
            "scale.triggers[0].externalMetric.target",
            "scale.triggers[0].externalMetric.signal",
        ]);
        const labels = { ...EXTERNAL.externalMetric, matchLabels: { "a b": "x", queue: "two words" } };
        expect(refusals(scaledOn({ externalMetric: labels })).map(({ path }) => path)).toEqual([
            'scale.triggers[0].externalMetric.matchLabels["a b"]',
            "scale.triggers[0].externalMetric.matchLabels.queue",
        ]);
        expect(messages(scaledOn({ ...PODS, ...CPU }))).toEqual([
            "scale.triggers[0] has cpu and podsMetric; keep exactly one of them",
        ]);
    });

    it("has no name and no login, which would have no effect", () => {
        const login = { existing: { name: "login" } };
        expect(messages(scaledOn({ ...EXTERNAL, name: "The Queue", authentication: login }))).toEqual([
            "scale.triggers[0].name has no effect on externalMetric: a metric of the native autoscaler is known by its metricName alone; remove it",
            "scale.triggers[0].authentication has no effect on externalMetric: the cluster's own adapter reads the metric, and has its own login; remove it",
        ]);
    });
});

describe("what needs KEDA beside a metric that KEDA cannot read", () => {
    const OTHERWISE = "read the same number by a trigger of KEDA such as prometheus";

    it("is refused with both places: another trigger", () => {
        expect(messages(scaledOn(CPU, REDIS, PODS))).toEqual([
            `scale.triggers[1].redis is read by KEDA alone, and scale.triggers[2].podsMetric by the native autoscaler alone; keep one of the two, or ${OTHERWISE}`,
        ]);
        const raw = { raw: { type: "cpu", metadata: { value: "70" }, metricType: "Utilization" } };
        expect(refusals(scaledOn(PODS, raw)).map(({ path }) => path)).toEqual(["scale.triggers[1].raw"]);
    });

    it("is refused with both places: the engine", () => {
        expect(messages(changed(scaledOn(CPU, PODS), ["scale", "engine"], "Keda"))).toEqual([
            `scale.engine is Keda, which cannot read scale.triggers[1].podsMetric; leave it out, or ${OTHERWISE}`,
        ]);
        const native = changed(scaledOn(CPU, PODS), ["scale", "engine"], "HorizontalPodAutoscaler");
        expect(refusals(native)).toEqual([]);
        const both = changed(native, ["scale", "triggers"], [PODS, REDIS]);
        expect(refusals(both).map(({ path }) => path)).toEqual(["scale.triggers[1].redis"]);
    });

    it("is a floor by the clock, and not a ceiling, which a CronJob sets", () => {
        const day = { name: "day", start: "0 8 * * *", end: "0 19 * * *", timeZone: "UTC" };
        const scheduled = (bounds: object) =>
            messages(changed(scaledOn(OBJECT), ["scale", "schedules"], [{ ...day, ...bounds }]));
        expect(scheduled({ minReplicas: 5 })).toEqual([
            `scale.schedules[0].minReplicas needs KEDA, which cannot read scale.triggers[0].objectMetric; remove it, or ${OTHERWISE}`,
        ]);
        expect(scheduled({ maxReplicas: 5 })).toEqual([]);
    });

    it.each([
        ["scale.scaleToZeroWhenIdle", true],
        ["scale.pause", "Everything"],
        ["scale.pausedReplicas", 2],
        ["scale.onMetricLoss", { replicas: 3 }],
        ["adopt.horizontalPodAutoscaler", "old"],
    ])("is refused with both places: %s", (path, value) => {
        expect(messages(changed(scaledOn(OBJECT), path.split("."), value))).toEqual([
            `${path} needs KEDA, which cannot read scale.triggers[0].objectMetric; remove it, or ${OTHERWISE}`,
        ]);
    });

    it("is a job, each of whose metrics starts none", () => {
        const job = changed(
            changed(WORKER, ["workload", "kind"], "Job"),
            ["scale", "triggers"],
            [EXTERNAL, PODS],
        );
        expect(messages(job).filter((message) => message.includes("starts no jobs"))).toEqual([
            "scale.triggers[0].externalMetric starts no jobs: KEDA does that, and cannot read it; scale on the tasks that wait, by a trigger of KEDA",
            "scale.triggers[1].podsMetric starts no jobs: KEDA does that, and cannot read it; scale on the tasks that wait, by a trigger of KEDA",
        ]);
    });
});

describe("a floor of 0 of the native autoscaler", () => {
    const atZero = (kubernetesVersion: string | undefined, ...triggers: readonly object[]) => ({
        ...changed(scaledOn(...triggers), ["scale", "minReplicas"], 0),
        ...(kubernetesVersion === undefined ? {} : { platform: { kubernetesVersion } }),
    });

    it("is taken from Kubernetes 1.37 on, with an object or external metric", () => {
        for (const version of ["1.37", "v1.38.1"]) {
            expect(messages(atZero(version, OBJECT))).toEqual([]);
            expect(messages(atZero(version, CPU, EXTERNAL))).toEqual([]);
        }
        expect(messages(atZero("1.36", EXTERNAL))).toEqual([
            "scale.minReplicas is 0, which the native autoscaler takes from Kubernetes 1.37 on, and the cluster has 1.36; use 1 or more, or scale by a trigger of KEDA, which goes to zero by itself",
        ]);
        expect(messages(atZero(undefined, EXTERNAL))).toEqual([
            "scale.minReplicas is 0, which the native autoscaler takes from Kubernetes 1.37 on, and platform.kubernetesVersion does not say which the cluster has; state platform.kubernetesVersion, or use 1 or more",
        ]);
    });

    it("is refused where only the pods are measured, whatever the version", () => {
        const refusal =
            "scale.minReplicas is 0, and the native autoscaler goes there on an objectMetric or externalMetric only; use 1 or more, or scale on one of those too";
        expect(messages(atZero("1.37", PODS, CPU))).toEqual([refusal]);
        const native = changed(atZero("1.37", CPU), ["scale", "engine"], "HorizontalPodAutoscaler");
        expect(messages(native)).toEqual([refusal]);
        // Of CPU alone KEDA is derived, and the rules say that nothing wakes the pool.
        expect(messages(atZero("1.37", CPU))).toEqual([]);
    });

    it("has no sleep of KEDA's, whose arguments are shown as without effect", () => {
        const args = changed(atZero("1.37", EXTERNAL), ["scale", "pollingIntervalSeconds"], 5);
        const { scale, values } = resolved(args);
        expect(scale.sleep).toBeUndefined();
        expect(values.find(({ path }) => path === "scale.pollingIntervalSeconds")).toMatchObject({
            source: "unused",
            reason: "no effect: the native autoscaler looks as often as its cluster does",
        });
        const behavior = { scaleDown: { stabilizationWindowSeconds: 7 } };
        const own = resolved({ ...args, scale: { ...args.scale, behavior, cooldownSeconds: 60 } }).values;
        expect(own.find(({ path }) => path === "scale.cooldownSeconds")).toMatchObject({
            source: "unused",
            reason: "no effect: KEDA does not scale the pool, and behavior.scaleDown has a window of its own, 7 s",
        });
    });
});
