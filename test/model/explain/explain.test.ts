import { describe, expect, it } from "vitest";
import type { Declared, KubernetesObject } from "../../../model/declared";
import { Unknown, kubernetesType } from "../../../model/declared";
import type { Topic } from "../../../model/explain";
import { manifests } from "../../../model/manifests";
import type { AutoscaledAgentPoolArgs } from "../../../model/pool";
import { GATEWAY, TAKEN_OVER, WORKER, changed, resolved } from "../pool/support/pools";
import { sentences } from "./support/sentences";

const ofPool = (args: AutoscaledAgentPoolArgs, topic?: Topic): string[] =>
    sentences(manifests(resolved(args)), topic);

function handWritten(apiVersion: string, kind: string, spec: unknown, annotations = {}): Declared[] {
    const metadata = { name: "worker", namespace: "agents", annotations };
    const object: KubernetesObject = { apiVersion, kind, metadata, spec };
    return [{ type: kubernetesType(apiVersion, kind), object, options: {}, origin: () => ({}) }];
}

const scaledObject = (spec: object, annotations = {}): Declared[] =>
    handWritten(
        "keda.sh/v1alpha1",
        "ScaledObject",
        {
            scaleTargetRef: { name: "worker" },
            minReplicaCount: 1,
            maxReplicaCount: 10,
            triggers: [],
            ...spec,
        },
        annotations,
    );

const autoscaler = (metric: object): Declared[] =>
    handWritten("autoscaling/v2", "HorizontalPodAutoscaler", {
        scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "worker" },
        minReplicas: 1,
        maxReplicas: 4,
        metrics: [metric],
    });

const redis = (metadata: object): object => ({
    type: "redis",
    metadata: { address: "redis:6379", listName: "tasks", ...metadata },
});

describe("the explanation of a pool", () => {
    it("says of a queue worker what it does, what wakes it and how fast it goes", () => {
        expect(ofPool(WORKER)).toEqual([
            "Deployment research runs between 0 and 40 replicas, by KEDA.",
            'redis "queue": one replica for every 5 items; 200 items ask for the ceiling of 40.',
            'cron "office-hours": at least 3 replicas from "0 8 * * 1-5" to "0 19 * * 1-5" in Europe/Berlin, about 55 hours a week; it only raises the floor.',
            "Where they disagree, the one that asks for most replicas wins.",
            'Wakes when redis "queue" has more than 0 items, or when the window of cron "office-hours" opens. The first replica works up to 60 s later: KEDA looks every 15 s, and a cold start takes 45 s.',
            "Goes to zero 300 to 315 s after KEDA last saw work, from any number of replicas in one step, whatever the rules for scaling down say.",
            "Up: at most 100 % or 4 pods in 60 s, whichever is more, without waiting.",
            "Down: at most 10 % or 1 pod in 60 s, whichever is more, once fewer have been asked for during 300 s.",
            "Nothing changes while a number is within 10 % of its target.",
            "To the ceiling, when asked for at once: 3 min from 1 to 40 replicas (5, 10, 20, 40), and 45 s more until the last one works.",
            "While a source fails, no replica is taken away, and only the other triggers add some.",
            "Needs KEDA; platform.keda does not say whether the cluster has it.",
        ]);
    });

    it("says of a request server at which use it grows, as an amount", () => {
        expect(ofPool(GATEWAY)).toEqual([
            "Deployment research runs between 2 and 12 replicas, by the native autoscaler.",
            "cpu #1: replicas grow while the pods use more than 70 % of their cpu request (350m each) on average, and shrink while less.",
            "Up: at most 100 % or 4 pods in 15 s, whichever is more, without waiting.",
            "Down: at most 10 % or 1 pod in 60 s, whichever is more, once fewer have been asked for during 600 s.",
            "Nothing changes while a number is within 10 % of its target.",
            "To the ceiling, when asked for at once: 15 s from 2 to 12 replicas (6, 12), and 10 s more until the last one works.",
            "Back to the floor, when nothing is asked for: 17 min 45 s from 12 to 2 replicas (10, 9, 8, 7, 6, 5, ..., 2).",
            "Needs metrics-server for cpu; platform.metricsServer does not say whether the cluster has it.",
        ]);
    });

    it("does not guess what a target of somebody else requests", () => {
        expect(ofPool(TAKEN_OVER, "trigger")).toEqual([
            "cpu #1: replicas grow while the pods use more than 60 % of their cpu request on average, and shrink while less.",
        ]);
        expect(ofPool(TAKEN_OVER, "bounds")).toEqual([
            "StatefulSet old-worker runs between 2 and 9 replicas, by KEDA.",
        ]);
    });

    it("says that a pool is held where its floor is its ceiling, and nothing about its pace", () => {
        const held = changed(GATEWAY, ["scale", "minReplicas"], 12);
        expect(ofPool(held, "bounds")).toEqual([
            "Deployment research is held at 12 replicas by the native autoscaler: the floor is the ceiling, and no trigger changes that.",
        ]);
        expect(ofPool(held, "pace")).toEqual([]);
    });

    it("counts one replica and one item as one", () => {
        const one = changed(
            changed(WORKER, ["scale", "maxReplicas"], 1),
            ["scale", "triggers", 0, "redis", "listLength"],
            1,
        );
        expect(ofPool(one, "trigger")[0]).toBe(
            'redis "queue": one replica for each item; 1 item asks for the ceiling of 1.',
        );
        expect(ofPool(one, "bounds")).toEqual(["Deployment research runs between 0 and 1 replica, by KEDA."]);
    });

    it("says what CPU cannot do where the pool sleeps, and that the cold start is not known", () => {
        const triggers = [WORKER.scale.triggers[0], { cpu: { averageUtilization: 50 } }];
        const args = changed(changed(WORKER, ["scale", "triggers"], triggers), ["task"], undefined);
        expect(ofPool(args, "no-effect")).toEqual([
            "cpu #2 does not wake the pool: pods that do not exist use nothing.",
        ]);
        expect(ofPool(args, "wakes")).toEqual([
            'Wakes when redis "queue" has more than 0 items. KEDA looks every 15 s; how long a cold start takes is not declared.',
        ]);
    });

    it("says what happens while a source does not answer", () => {
        expect(ofPool(changed(WORKER, ["scale", "onMetricLoss"], { replicas: 2 }), "metric-loss")).toEqual([
            "While a source fails more than 3 times in a row, it asks for 2 replicas, or as many as there are if that is more.",
        ]);
    });
});

describe("the explanation of hand-written objects", () => {
    it("names what has no effect above zero", () => {
        const triggers = [redis({ activationListLength: "3" })];
        expect(
            sentences(scaledObject({ pollingInterval: 5, cooldownPeriod: 9, triggers }), "no-effect"),
        ).toEqual([
            "pollingInterval and cooldownPeriod have no effect: the floor is 1, and the HPA alone decides.",
            "activationListLength of redis #1 has no effect: the floor is 1, and the pool never sleeps.",
        ]);
        expect(sentences(scaledObject({ triggers: [redis({})] }), "no-effect")).toEqual([]);
    });

    it("knows that the interval is how long a cached value is used", () => {
        const triggers = [{ ...redis({}), useCachedMetrics: true }];
        expect(sentences(scaledObject({ pollingInterval: 5, triggers }), "no-effect")).toEqual([]);
    });

    it("knows that idle replicas make a pool sleep", () => {
        const spec = {
            idleReplicaCount: 0,
            cooldownPeriod: 60,
            pollingInterval: 10,
            triggers: [redis({ activationListLength: "3" })],
        };
        expect(sentences(scaledObject(spec), "wakes")).toEqual([
            "Wakes when redis #1 has more than 3 items. KEDA looks every 10 s; how long a cold start takes is not declared.",
        ]);
        expect(sentences(scaledObject(spec), "sleeps")).toEqual([
            "Goes to zero 60 to 70 s after KEDA last saw work, from any number of replicas in one step, whatever the rules for scaling down say.",
        ]);
        expect(sentences(scaledObject(spec), "no-effect")).toEqual([]);
    });

    it("uses Kubernetes' own pace where none is written", () => {
        expect(sentences(scaledObject({ triggers: [redis({})] }), "pace")).toEqual([
            "Up: at most twice as many at each look, every 15 s, or 4 in all where that is more, without waiting.",
            "Down: all at once, once fewer have been asked for during 300 s.",
            "Nothing changes while a number is within 10 % of its target.",
            "To the ceiling, when asked for at once: 30 s from 1 to 10 replicas (4, 8, 10).",
            "Back to the floor, when nothing is asked for: 4 min 45 s from 10 to 1 replica.",
        ]);
    });

    it("tells an empty behavior from none: Kubernetes has other rules for each", () => {
        const empty = { advanced: { horizontalPodAutoscalerConfig: { behavior: {} } } };
        expect(sentences(scaledObject({ triggers: [redis({})], ...empty }), "pace")).toEqual([
            "Up: at most 4 pods or 100 % in 15 s, whichever is more, without waiting.",
            "Down: at most 100 % in 15 s, once fewer have been asked for during 300 s.",
            "Nothing changes while a number is within 10 % of its target.",
            "To the ceiling, when asked for at once: 15 s from 1 to 10 replicas (5, 10).",
            "Back to the floor, when nothing is asked for: 4 min 45 s from 10 to 1 replica.",
        ]);
    });

    it("says nothing of a pace that Kubernetes refuses, and that one is not known yet", () => {
        const withUp = (scaleUp: object): Declared[] => {
            const behavior = { scaleUp };
            const spec = { triggers: [redis({})], advanced: { horizontalPodAutoscalerConfig: { behavior } } };
            return scaledObject(spec);
        };
        const policy = { type: "Pods", value: 0, periodSeconds: 60 };
        expect(sentences(withUp({ policies: [policy] }), "pace").join()).not.toMatch(/Up:|ceiling/);
        const later = new Unknown("x", "x");
        for (const hidden of [{ selectPolicy: later }, { policies: [{ ...policy, value: later }] }]) {
            expect(sentences(withUp(hidden), "unknown")).toEqual(["Up: the pace is known only after apply."]);
        }
    });

    it("says that the way takes longer than anyone waits", () => {
        const scaleUp = { policies: [{ type: "Pods", value: 1, periodSeconds: 1800 }] };
        const spec = {
            triggers: [redis({})],
            advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleUp } } },
        };
        expect(sentences(scaledObject({ ...spec, maxReplicaCount: 200 }), "pace")).toContain(
            "To the ceiling, when asked for at once: more than three days from 1 to 200 replicas.",
        );
    });

    it("says which of several policies decides, when a direction is off, and what the tolerance is", () => {
        const behavior = {
            scaleUp: {
                stabilizationWindowSeconds: 30,
                selectPolicy: "Min",
                policies: [
                    { type: "Percent", value: 50, periodSeconds: 60 },
                    { type: "Pods", value: 1, periodSeconds: 30 },
                ],
                tolerance: "50m",
            },
            scaleDown: { selectPolicy: "Disabled" },
        };
        const spec = { triggers: [redis({})], advanced: { horizontalPodAutoscalerConfig: { behavior } } };
        expect(sentences(scaledObject(spec), "pace")).toEqual([
            "Up: at most 50 % in 60 s or 1 pod in 30 s, whichever is less, once more have been asked for during 30 s.",
            "Down: never, this direction is disabled.",
            "Nothing changes while a number is less than 5 % above or 10 % below its target.",
            "To the ceiling, when asked for at once: 5 min 15 s from 1 to 10 replicas (2, 3, 4, 5, 6, 7, ..., 10).",
        ]);
    });

    it("says what happens while a source fails and there is no fallback", () => {
        const cron = {
            type: "cron",
            metadata: { timezone: "UTC", start: "0 8 * * *", end: "0 9 * * *", desiredReplicas: "2" },
        };
        const cpu = { type: "cpu", metricType: "Utilization", metadata: { value: "70" } };
        const loss = (...triggers: unknown[]) => sentences(scaledObject({ triggers }), "metric-loss");
        expect(loss(redis({}))).toEqual(["While its source fails, the replicas stay as they are."]);
        expect(loss(redis({}), cpu)).toEqual([
            "While a source fails, no replica is taken away, and only the other triggers add some.",
        ]);
        expect(loss(cron, cpu)).toEqual([]);
    });

    it("says that the ceiling is KEDA's own where none is written", () => {
        expect(sentences(scaledObject({ maxReplicaCount: undefined }), "bounds")).toEqual([
            "Deployment worker runs between 1 and 100 replicas (KEDA's default), by KEDA.",
        ]);
    });

    it.each([
        [
            { "autoscaling.keda.sh/paused": "true" },
            [
                "Paused where it is by the annotation autoscaling.keda.sh/paused; nothing below happens until it is removed.",
            ],
        ],
        [{ "autoscaling.keda.sh/paused": "false" }, []],
        [
            { "autoscaling.keda.sh/paused-replicas": "0" },
            [
                'Paused at "0" replicas by the annotation autoscaling.keda.sh/paused-replicas; nothing below happens until it is removed.',
            ],
        ],
    ])("says whether it is paused: %j", (annotations, texts) => {
        expect(sentences(scaledObject({ triggers: [redis({})] }, annotations), "paused")).toEqual(texts);
    });

    it.each([
        ["a start that never comes", "0 0 30 2 *", "59 23 30 2 *", "which is always"],
        ["an end that never comes", "0 0 * * *", "0 0 30 2 *", "which is never"],
        ["half an hour on one day", "0 8 * * 1", "20 8 * * 1", "less than an hour a week"],
        ["an hour a week", "0 8 * * 1", "0 9 * * 1", "about 1 hour a week"],
    ])("says how long a window is open: %s", (_what, start, end, open) => {
        const trigger = { type: "cron", metadata: { timezone: "UTC", start, end, desiredReplicas: "2" } };
        expect(sentences(scaledObject({ triggers: [trigger] }), "trigger")).toEqual([
            `cron #1: at least 2 replicas from "${start}" to "${end}" in UTC, ${open}; it only raises the floor.`,
        ]);
    });

    it("explains a query's number as a total and as a value", () => {
        const prometheus = (metricType: string): Declared[] =>
            scaledObject({
                triggers: [
                    {
                        type: "prometheus",
                        metricType,
                        metadata: { serverAddress: "p", query: "q", threshold: "0.1" },
                    },
                ],
            });
        expect(sentences(prometheus("AverageValue"), "trigger")).toEqual([
            "prometheus #1: one replica for every 0.1 of the result; a result of 1 asks for the ceiling of 10.",
        ]);
        expect(sentences(prometheus("Value"), "trigger")).toEqual([
            "prometheus #1: replicas grow while the value is above 0.1 and shrink while it is below, in proportion: twice the value, twice the replicas.",
        ]);
    });

    it.each([
        [
            {
                type: "External",
                external: {
                    metric: { name: "backlog" },
                    target: { type: "AverageValue", averageValue: "500m" },
                },
            },
            'External metric "backlog": one replica for every 0.5 of the result; a result of 2 asks for the ceiling of 4.',
        ],
        [
            {
                type: "Pods",
                pods: { metric: { name: "waiting" }, target: { type: "AverageValue", averageValue: "10" } },
            },
            'Pods metric "waiting": replicas grow while the average of the pods is above 10, and shrink while it is below.',
        ],
        [
            { type: "Object", object: { metric: { name: "rate" }, target: { type: "Value", value: "2k" } } },
            'Object metric "rate": replicas grow while the value is above 2000 and shrink while it is below, in proportion: twice the value, twice the replicas.',
        ],
    ])("explains what an adapter gives to the native autoscaler", (metric, text) => {
        expect(sentences(autoscaler(metric), "trigger")).toEqual([text]);
    });

    it("says of such a metric what it does not know", () => {
        const external = (target: object): Declared[] =>
            autoscaler({ type: "External", external: { metric: { name: "backlog" }, target } });
        expect(sentences(external({ value: new Unknown("x", {}) }), "unknown")).toEqual([
            'External metric "backlog": the target is known only after apply.',
        ]);
        expect(sentences(external({ value: "0" }), "unknown")).toEqual([
            'External metric "backlog": what it asks for is not known here.',
        ]);
        expect(
            sentences(autoscaler({ type: "Pods", pods: { target: { averageValue: "0" } } }), "unknown"),
        ).toEqual(["Pods metric #1: what it asks for is not known here."]);
    });

    it("says what it does not know, instead of guessing", () => {
        const unknown = new Unknown("x", {});
        const triggers = [{ type: "clickhouse", metadata: {} }, redis({ listLength: unknown })];
        const behavior = { scaleUp: unknown, scaleDown: { stabilizationWindowSeconds: unknown } };
        const spec = {
            minReplicaCount: 0,
            maxReplicaCount: unknown,
            triggers,
            advanced: { horizontalPodAutoscalerConfig: { behavior } },
        };
        expect(sentences(scaledObject(spec), "unknown")).toEqual([
            "clickhouse #1: what it asks for is not known here.",
            "redis #2: the threshold is known only after apply.",
            "Up: the pace is known only after apply.",
            "Down: the pace is known only after apply.",
            "How far from its target a number changes nothing is known only after apply.",
        ]);
        expect(sentences(scaledObject(spec), "bounds")).toEqual([
            "Deployment worker runs between 0 and a number known only after apply, by KEDA.",
        ]);
        expect(sentences(scaledObject(spec), "wakes")[0]).toContain(
            "Wakes when redis #2 has more than 0 items.",
        );
        const waking = (trigger: object) =>
            sentences(scaledObject({ minReplicaCount: 0, triggers: [trigger] }), "wakes")[0];
        for (const trigger of [
            redis({ activationListLength: unknown }),
            { type: "redis", metadata: unknown },
        ]) {
            expect(waking(trigger)).toContain(
                "Wakes when redis #1 is above a number known only after apply.",
            );
        }
        expect(waking(redis({ activationListLength: "many" }))).toContain(
            "Wakes when redis #1 is above what activationListLength says, which is no number.",
        );
    });

    it("explains a formula instead of the numbers that it replaces", () => {
        const scalingModifiers = { formula: "a + b", target: "5" };
        const spec = { triggers: [redis({}), redis({})], advanced: { scalingModifiers } };
        expect(sentences(scaledObject(spec), "trigger")).toEqual([
            'The formula "a + b" makes one number of the triggers, with the target 5.',
        ]);
    });
});
