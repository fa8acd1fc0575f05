import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Declared, KubernetesObject } from "../../../model/declared";
import { Secret, Unknown, formatPath } from "../../../model/declared";
import { explain } from "../../../model/explain";
import type { Finding } from "../../../model/findings";
import { SEVERITIES, formatFinding, formatResource } from "../../../model/findings";
import { readFleet } from "../../../model/fleet";
import { RULES, check } from "../../../model/rules";
import { allFindings } from "./support/findings";
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
    prometheus,
    redis,
    scaledObject,
    service,
    unknown,
} from "./support/objects";

/** A pool as it is meant to be: nothing to find. */
const SOUND: readonly Declared[] = [
    scaledObject({
        minReplicaCount: 1,
        fallback: { failureThreshold: 3, replicas: 3 },
        advanced: {
            horizontalPodAutoscalerConfig: {
                behavior: { scaleDown: { policies: [{ type: "Pods", value: 1, periodSeconds: 60 }] } },
            },
        },
        triggers: [redis({}, { authenticationRef: { name: "redis" } }), cron(), cpu()],
    }),
    deployment(
        {
            terminationGracePeriodSeconds: 120,
            containers: [container({ startupProbe: { tcpSocket: { port: 80 }, failureThreshold: 12 } })],
        },
        { metadata: intent({ task: { p99Seconds: 90, coldStartSeconds: 60 }, qosClass: "Burstable" }) },
    ),
    disruptionBudget({ maxUnavailable: 1 }),
    authentication("redis"),
];

/** As many faults as fit into one namespace. */
const FAULTY: readonly Declared[] = [
    scaledObject({
        minReplicaCount: 5,
        maxReplicaCount: 3,
        fallback: { failureThreshold: -1, replicas: 9 },
        triggers: [redis({ listLength: "0", listLenght: "1" }), cron({ end: "0 19 * * *" })],
    }),
    scaledObject({ minReplicaCount: 0, triggers: [cpu()] }, { name: "second" }),
    horizontalPodAutoscaler({ minReplicas: unknown() }, { name: "third" }),
    deployment({ containers: [{ name: "agent", image: "" }] }, { spec: { replicas: 3 } }),
    disruptionBudget({ minAvailable: "150%" }),
    scaledObject(
        {
            scaleTargetRef: { name: "sixth", envSourceContainerName: "nobody" },
            minReplicaCount: 0,
            advanced: {
                scalingModifiers: { formula: "max(a, b-c) + 5k", target: "x", activationTarget: "y" },
                horizontalPodAutoscalerConfig: { name: "third" },
            },
            triggers: [prometheus({}, { name: "b-c" }), cron({ desiredReplicas: "45" }), cpu({ value: "5" })],
        },
        {
            name: "fourth",
            annotations: {
                "autoscaling.keda.sh/paused": "no",
                "autoscaling.keda.sh/pause": "true",
                "agent-autoscaling/exempt": '[{"rule":"scaler-paused","reason":"x"},{"rule":"nothing"}]',
            },
        },
    ),
    deployment(
        {
            nodeSelector: { "cloud.google.com/gke-spot": "true" },
            terminationGracePeriodSeconds: 60,
            containers: [
                container({
                    image: "agent",
                    lifecycle: { preStop: { exec: { command: ["sleep", "70"] } } },
                    livenessProbe: { tcpSocket: { port: "web" } },
                    readinessProbe: { tcpSocket: { port: "web" } },
                    resources: { requests: { cpu: "10m", "nvidia.com/gpu": "1" } },
                }),
            ],
        },
        {
            metadata: {
                name: "sixth",
                ...intent({
                    archetype: "SessionServer",
                    task: { p99Seconds: 900, coldStartSeconds: 900, state: "Volume", redelivered: false },
                }),
            },
        },
    ),
    service({ sessionAffinity: "ClientIP" }),
    authentication(
        "broken",
        undefined,
        {},
        { podIdentity: { provider: "aws-eks" }, oauth2: {}, filePath: "x" },
    ),
    declared({
        apiVersion: "batch/v1",
        kind: "Job",
        metadata: { name: "seventh", namespace: "agents" },
        spec: { template: { metadata: { labels: { app: "worker" } }, spec: {} } },
    }),
];

describe("check", () => {
    it("finds nothing in a sound pool", () => {
        expect(allFindings(...SOUND)).toEqual([]);
    });

    it("finds everything at once, the worst first, and each finding says what, where and how", () => {
        const found = allFindings(...FAULTY);
        expect(new Set(found.map(({ id }) => id)).size).toBeGreaterThan(30);
        const counting = found.filter(({ exemption }) => exemption === undefined);
        expect(found.length - counting.length).toBe(1);
        const ranks = counting.map(({ severity }) => SEVERITIES.indexOf(severity));
        expect(ranks).toEqual([...ranks].sort());
        for (const { message, fix, path, resource } of found) {
            expect(message).toMatch(/^\S.*[^.\s]$/);
            expect(fix).toMatch(/^\S.*[^.\s]$/);
            expect(path).toMatch(/^(spec|metadata)/);
            expect(resource?.name).not.toBe("");
        }
    });

    it("runs only the rules that it is given, and always reports fields of the wrong type", () => {
        const [rule] = RULES;
        const found = check(
            readFleet([scaledObject({ minReplicaCount: "1" })]),
            rule === undefined ? [] : [rule],
        );
        expect(found.map(({ id }) => id)).toEqual(["field-type"]);
    });

    it("gives the same answer for objects in any order", () => {
        const texts = (objects: readonly Declared[]): string =>
            JSON.stringify(
                allFindings(...objects).map(({ id, message, path, resource }) => [
                    id,
                    message,
                    path,
                    resource,
                ]),
            );
        const all = [...FAULTY, ...SOUND.map(elsewhere)];
        const wanted = texts(all);
        fc.assert(
            fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
                expect(texts(shuffled)).toBe(wanted);
            }),
            { numRuns: 50 },
        );
    });

    it("survives any value at any place of any object", () => {
        const strange = fc.oneof(
            fc.jsonValue({ maxDepth: 3 }),
            fc.constantFrom<unknown>(
                undefined,
                NaN,
                Infinity,
                -0,
                1e308,
                "",
                " ",
                "__proto__",
                "constructor",
                "9".repeat(400),
                "a".repeat(100_000),
                { __proto__: null },
                Object.fromEntries([["__proto__", 1]]),
                new Unknown("x", Symbol("x")),
                new Secret("hunter2"),
            ),
        );
        const places = [...SOUND, ...FAULTY].flatMap((object, index) =>
            pathsOf(object.object).map((path) => ({ index, path })),
        );
        const base = [...SOUND, ...FAULTY];
        fc.assert(
            fc.property(
                fc.array(fc.tuple(fc.constantFrom(...places), strange), { minLength: 1, maxLength: 4 }),
                (changes) => {
                    const objects = changes.reduce<Declared[]>(
                        (all, [{ index, path }, value]) => {
                            const target = all[index];
                            if (target !== undefined)
                                all[index] = {
                                    ...target,
                                    object: replaced(target.object, path, value) as KubernetesObject,
                                };
                            return all;
                        },
                        [...base],
                    );
                    const fleet = readFleet(objects);
                    const found = check(fleet);
                    expect(found.every(isComplete)).toBe(true);
                    const text = found
                        .map((finding) => formatResource(finding) + formatFinding(finding))
                        .join("\n");
                    expect(text).not.toContain("hunter2");
                    explain(fleet);
                },
            ),
            { numRuns: 400 },
        );
    });

    it("ends on ten thousand triggers, windows and misspelt keys", () => {
        const triggers = Array.from({ length: 10_000 }, (_, index) => {
            if (index % 3 === 0)
                return cron({ start: `${index % 60} ${index % 24} * * *`, end: "* * * * 1-5" });
            return index % 3 === 1
                ? { type: `redi${index}`, metadata: {} }
                : redis({ [`lstName${index}`]: "x" });
        });
        const found = allFindings(scaledObject({ triggers }), deployment());
        expect(found.filter(({ id }) => id === "trigger-type")).toHaveLength(3333);
        expect(found.some(({ id, severity }) => id === "cron-pairing" && severity === "note")).toBe(true);
    });

    it("joins a thousand pools that share labels, each with its own budget and workload", () => {
        const pools = Array.from({ length: 1000 }, (_, index) => {
            const name = `pool-${index}`;
            const labels = { "app.kubernetes.io/managed-by": "agent-autoscaling", pool: name };
            return [
                scaledObject({ scaleTargetRef: { name }, minReplicaCount: 2 }, { name }),
                deployment(
                    {},
                    {
                        metadata: { name },
                        spec: { template: { metadata: { labels }, spec: { containers: [container()] } } },
                    },
                ),
                disruptionBudget({ minAvailable: 2, selector: { matchLabels: labels } }, { name }),
            ];
        }).flat();
        const fleet = readFleet(pools);
        expect(fleet.workloads.map(({ disruptionBudgets }) => disruptionBudgets.length)).toEqual(
            Array.from({ length: 1000 }, () => 1),
        );
        expect(check(fleet).map(({ id }) => id)).toEqual(
            Array.from({ length: 1000 }, () => "disruption-budget-floor"),
        );
    });
});

function isComplete({ id, message, fix, path }: Finding): boolean {
    return [id, message, fix, path].every((text) => typeof text === "string" && text !== "");
}

function isLeaf(value: unknown): boolean {
    return value instanceof Unknown || value instanceof Secret;
}

/** The same object in another namespace. */
function elsewhere(declared: Declared): Declared {
    const metadata = { ...declared.object.metadata, namespace: "elsewhere" };
    return { ...declared, object: { ...declared.object, metadata } };
}

/** Every place in an object, its kind and API version aside: those decide who reads it. */
function pathsOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
    if (typeof value !== "object" || value === null || isLeaf(value)) return [path];
    const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    return [
        ...(path.length === 0 ? [] : [path]),
        ...entries
            .filter(([key]) => path.length > 0 || !["apiVersion", "kind"].includes(String(key)))
            .flatMap(([key, item]) => pathsOf(item, [...path, key])),
    ];
}

function replaced(value: unknown, [first, ...rest]: readonly (string | number)[], by: unknown): unknown {
    if (first === undefined) return by;
    if (Array.isArray(value))
        return value.map((item: unknown, index) => (index === first ? replaced(item, rest, by) : item));
    if (typeof value !== "object" || value === null || isLeaf(value)) return value;
    const record = value as Record<string, unknown>;
    return { ...record, [first]: replaced(record[first], rest, by) };
}

describe("pathsOf", () => {
    it("reaches every field that the property above replaces", () => {
        const texts = pathsOf(scaledObject().object).map(formatPath);
        expect(texts).toEqual(
            expect.arrayContaining(["metadata", "spec", "spec.triggers[0].metadata.listLength"]),
        );
        expect(texts).not.toContain("kind");
    });
});
