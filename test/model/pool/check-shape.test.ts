import { output } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { GATEWAY, TEMPLATED, WORKER, changed, refusals } from "./support/pools";

const MAX = ["scale", "maxReplicas"];
const TRIGGER = ["scale", "triggers", 0];
const cyclic: Record<string, unknown> = { containers: [] };
cyclic["self"] = cyclic;

/** Each bad value with its place, and the one error that it gives: message and fix. */
const BAD: [what: string, path: (string | number)[], value: unknown, message: string, fix: string][] = [
    ["a ceiling of zero", MAX, 0, "scale.maxReplicas is 0, below 1", "use 1 or more"],
    ["NaN", MAX, NaN, "scale.maxReplicas is NaN, not a whole number", "give a whole number"],
    ["infinity", MAX, Infinity, "scale.maxReplicas is Infinity, not a whole number", "give a whole number"],
    ["a negative ceiling", MAX, -1, "scale.maxReplicas is -1, below 1", "use 1 or more"],
    ["a fraction", MAX, 2.5, "scale.maxReplicas is 2.5, not a whole number", "use 3"],
    [
        "more than an int32",
        MAX,
        2 ** 31,
        "scale.maxReplicas is 2147483648, above 2147483647",
        "use 2147483647 or less",
    ],
    ["null", MAX, null, "scale.maxReplicas is null, not a whole number", "give a whole number"],
    ["text for a number", MAX, "5", 'scale.maxReplicas is "5", not a whole number', "give a whole number"],
    ["a missing ceiling", MAX, undefined, "scale.maxReplicas is missing", "give maxReplicas"],
    [
        "an Output at a plain path",
        MAX,
        output(5),
        "scale.maxReplicas is an Output or a promise, whose value is not known before the program is applied",
        "give a plain value: what decides scale or money must be known in a preview",
    ],
    [
        "a promise at a plain path",
        ["archetype"],
        Promise.resolve("Service"),
        "archetype is an Output or a promise, whose value is not known before the program is applied",
        "give a plain value: what decides scale or money must be known in a preview",
    ],
    [
        "10,000 triggers",
        ["scale", "triggers"],
        Array.from({ length: 10_000 }, () => WORKER.scale.triggers[0]),
        "scale.triggers has 10000 items",
        "give fewer",
    ],
    [
        "500 triggers",
        ["scale", "triggers"],
        Array.from({ length: 500 }, () => WORKER.scale.triggers[0]),
        "scale.triggers has 500 items",
        "give at most 100",
    ],
    ["no triggers", ["scale", "triggers"], [], "scale.triggers is empty", "give at least one"],
    [
        "an object for a list",
        ["scale", "triggers"],
        {},
        "scale.triggers is an object, not a list",
        "give a list",
    ],
    [
        "an empty trigger",
        TRIGGER,
        {},
        "scale.triggers[0] has none of activemq, apacheKafka, arangodb, artemisQueue, awsCloudwatch or 75 others",
        "give exactly one of them",
    ],
    [
        "two scalers in one trigger",
        [...TRIGGER, "cpu"],
        { averageUtilization: 50 },
        "scale.triggers[0] has cpu and redis",
        "keep exactly one of them",
    ],
    [
        "an unknown archetype",
        ["archetype"],
        "QueueWorkr",
        'archetype is "QueueWorkr"',
        "did you mean QueueWorker?",
    ],
    [
        "an archetype far from any",
        ["archetype"],
        "Batch",
        'archetype is "Batch"',
        "use QueueWorker, Service, SessionServer, BatchJob, GpuInference or WorkflowWorker",
    ],
    [
        "a missing image",
        ["workload", "container", "image"],
        undefined,
        "workload.container.image is missing",
        "give image",
    ],
    [
        "an empty image",
        ["workload", "container", "image"],
        " ",
        "workload.container.image is empty",
        "give a value, or leave the argument out",
    ],
    [
        "an unknown member",
        ["scale", "maxReplica"],
        3,
        "scale.maxReplica is not an argument",
        "did you mean maxReplicas?",
    ],
    [
        "a member of every object",
        ["scale", "constructor"],
        3,
        "scale.constructor is not an argument",
        "use one of minReplicas, maxReplicas, triggers, schedules, scaleToZeroWhenIdle, engine, behavior, pollingIntervalSeconds, cooldownSeconds, onMetricLoss, pause or pausedReplicas",
    ],
    [
        "a number for an environment variable",
        ["workload", "container", "env", "PORT"],
        8080,
        "workload.container.env.PORT is 8080, not text or an Output of it",
        'write it in quotes: "8080"',
    ],
    [
        "a function",
        ["workload", "container", "image"],
        () => "x",
        "workload.container.image is of type function, not text or an Output of it",
        "give text or an Output of it",
    ],
    [
        "a Map of labels",
        ["labels"],
        new Map([["a", "b"]]),
        "labels is a Map, not plain data",
        "give plain values, lists and objects",
    ],
    [
        "a label with a space",
        ["labels", "team"],
        "a b",
        'labels.team is "a b", which is not the value of a label',
        "use at most 63 letters, digits, dashes, dots and underscores, a letter or digit at both ends",
    ],
    [
        "a label of 64 characters",
        ["labels", "team"],
        "x".repeat(64),
        `labels.team is "${"x".repeat(57)}...", which is not the value of a label`,
        "use at most 63 letters, digits, dashes, dots and underscores, a letter or digit at both ends",
    ],
    [
        "a label's key with a space",
        ["labels", "a b"],
        "x",
        'labels["a b"] is a name that is not the key of a label or annotation',
        'use at most 63 letters, digits, dashes, dots and underscores, with or without a prefix such as "example.com/"',
    ],
    [
        "a namespace in upper case",
        ["namespace"],
        "Agents",
        'namespace is "Agents", which is not an RFC 1123 label',
        "use at most 63 lower-case letters, digits and dashes, a letter or digit at both ends",
    ],
    [
        "a namespace of 64 characters",
        ["namespace"],
        "a".repeat(64),
        `namespace is "${"a".repeat(57)}...", which is not an RFC 1123 label`,
        "use at most 63 lower-case letters, digits and dashes, a letter or digit at both ends",
    ],
    [
        "a service account with a slash",
        ["workload", "serviceAccountName"],
        "a/b",
        'workload.serviceAccountName is "a/b", which is not a name that Kubernetes accepts',
        "use at most 253 lower-case letters, digits, dashes and dots, a letter or digit at both ends",
    ],
    [
        "a resource that is none",
        ["workload", "container", "resources", "requests", "mem"],
        "1Gi",
        "workload.container.resources.requests.mem is a name that is not a resource of a container",
        'use cpu, memory, ephemeral-storage, hugepages-..., or a name with a prefix such as "nvidia.com/gpu"',
    ],
    [
        "a budget above everything",
        ["disruption"],
        { maxUnavailable: "101%" },
        'disruption.maxUnavailable is "101%", which is not a number of pods or a percentage',
        'write a whole number such as "1", or a percentage from "0%" to "100%"',
    ],
    [
        "a quantity that is none",
        TRIGGER,
        { cpu: { averageValue: "half" } },
        'scale.triggers[0].cpu.averageValue is "half", which is not a quantity above 0',
        'write an amount above 0 such as "500m" or "6Gi"',
    ],
    [
        "a target that KEDA rounds to 0",
        TRIGGER,
        { prometheus: { serverAddress: "http://p", query: "q", signal: "Total", threshold: 0.0004 } },
        "scale.triggers[0].prometheus.threshold is 0.0004, below 0.001",
        "use 0.001 or more",
    ],
    [
        "a login with nothing in it",
        [...TRIGGER, "authentication"],
        { secret: { name: "redis", parameters: {} } },
        "scale.triggers[0].authentication.secret.parameters is empty",
        "give at least one name and value",
    ],
    [
        "a text of a megabyte",
        ["annotations", "note"],
        "x".repeat(1_000_000),
        "annotations.note has 1000000 characters",
        "give at most 131072, or mount the text as a file",
    ],
    [
        "a task of more than a year",
        ["task", "p99Seconds"],
        1e9,
        "task.p99Seconds is 1000000000, above 31536000",
        "use 31536000 or less",
    ],
];

describe("the form of the arguments", () => {
    it.each(BAD)("refuses %s with one error", (_what, path, value, message, fix) => {
        expect(refusals(changed(WORKER, path, value)).map((error) => [error.message, error.fix])).toEqual([
            [message, fix],
        ]);
    });

    it("reports everything that is wrong at once", () => {
        let args = WORKER;
        for (const [path, value] of [
            [MAX, 0],
            [["archetype"], "Worker"],
            [["workload", "container", "image"], undefined],
            [["labels"], { team: "a b" }],
            [[...TRIGGER, "redis", "listLength"], -5],
            [["task", "concurrency"], 0.5],
        ] as const) {
            args = changed(args, path, value);
        }
        expect(refusals(args).map(({ path }) => path)).toEqual([
            "archetype",
            "workload.container.image",
            "task.concurrency",
            "scale.maxReplicas",
            "scale.triggers[0].redis.listLength",
            "labels.team",
        ]);
    });

    it("takes empty text where Kubernetes does: variables, arguments, labels and annotations", () => {
        const container = { ...WORKER.workload.container, env: { DEBUG: "" }, args: ["--name", ""] };
        const args = { ...WORKER, workload: { container }, labels: { team: "" }, annotations: { note: "" } };
        expect(refusals(args)).toEqual([]);
    });

    it("takes keys that objects have by nature, as data", () => {
        const env = JSON.parse('{"__proto__": "a", "constructor": "b", "toString": "c"}') as object;
        expect(refusals(changed(WORKER, ["workload", "container", "env"], env))).toEqual([]);
        expect(
            refusals(JSON.parse('{"__proto__": {"archetype": "Service"}}')).map(({ path }) => path),
        ).toEqual(["__proto__", "archetype", "namespace", "workload", "scale"]);
    });

    it("leaves a floor above the ceiling to the rules", () => {
        expect(refusals(changed(WORKER, ["scale", "minReplicas"], 50))).toEqual([]);
    });

    it("takes Outputs and promises where an identity is asked for", () => {
        const args = changed(
            changed(WORKER, ["namespace"], output("Not/A Namespace")),
            ["workload", "container", "image"],
            Promise.resolve("image"),
        );
        expect(refusals(args)).toEqual([]);
    });
});

describe("a pod template", () => {
    const template = (value: unknown): string[] =>
        refusals(changed(TEMPLATED, ["workload", "podTemplate"], value)).map(({ message }) => message);

    it.each([
        ["text", "hello", "workload.podTemplate is not an object"],
        ["null", null, "workload.podTemplate is not an object"],
        ["a list", [], "workload.podTemplate is not an object"],
        ["an Output", output({}), "workload.podTemplate is an Output or a promise, and the pool adds to it"],
        ["nothing in it", {}, "workload.podTemplate.spec is missing"],
        [
            "labels that are an Output",
            { metadata: { labels: output({}) }, spec: {} },
            "workload.podTemplate.metadata.labels is an Output or a promise, and the pool adds to it",
        ],
        [
            "a cycle",
            { spec: cyclic },
            "workload.podTemplate.spec.self refers back to an object that contains it",
        ],
        ["a Deployment", { kind: "Deployment", spec: {} }, "workload.podTemplate.kind is not an argument"],
        ["a number that is none", { spec: { replicas: NaN } }, "workload.podTemplate.spec.replicas is NaN"],
        ["a function", { spec: { run: () => 1 } }, "workload.podTemplate.spec.run is a function"],
        ["a date", { spec: { at: new Date(0) } }, "workload.podTemplate.spec.at is a Date, not plain data"],
    ])("that is %s, or has it, is refused with one error", (_what, value, message) => {
        expect(template(value)).toEqual([message]);
    });

    it("may be large, but not without bounds", () => {
        const lists = (count: number, item: unknown): unknown =>
            Array.from({ length: count }, () => Array.from({ length: 500 }, () => item));
        expect(template({ spec: { lists: lists(30, {}) } })).toEqual([]);
        expect(template({ spec: { lists: lists(60, {}) } })).toEqual([
            "the arguments: there are more than 20000 parts, the last of them in workload.podTemplate",
        ]);
        expect(template({ spec: { lists: lists(60, "x".repeat(100)) } })).toEqual([
            "the arguments: there are more than 1500000 characters of text, the last of them in workload.podTemplate",
        ]);
    });

    it("may have Outputs as values", () => {
        const containers = [{ name: "agent", image: output("image"), env: output([]) }];
        expect(template({ spec: { containers, nodeName: output("node") } })).toEqual([]);
    });
});

describe("arguments of any form at all", () => {
    const throwing = {
        get archetype(): string {
            throw new Error("no");
        },
    };
    const hostile = new Proxy(
        {},
        {
            ownKeys: () => {
                throw new Error("closed");
            },
        },
    );
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    let deep: unknown = {};
    for (let level = 0; level < 10_000; level++) deep = { deep };
    const wide = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`key${i}`, i]));
    let bomb: unknown = "x";
    for (let level = 0; level < 50; level++) bomb = Array.from({ length: 10 }, () => bomb);

    it.each([
        ["undefined", undefined],
        ["null", null],
        ["a number", 5],
        ["text", "pool"],
        ["a list", []],
        ["a symbol", Symbol("x")],
        ["a bigint", 5n],
        ["a function", () => ({})],
        ["an Output", output({})],
        ["an empty object", {}],
        ["a proxy that throws", hostile],
        ["a revoked proxy", revoked.proxy],
        ["a very deep object", deep],
        ["a very wide object", wide],
        ["a list that refers to itself ten times at each of fifty levels", { scale: bomb }],
        ["a list of a thousand million holes", { scale: { triggers: new Array(1e9) } }],
        ["an object without a prototype", Object.create(null)],
    ])("are refused and never throw: %s", (_what, args) => {
        const errors = refusals(args);
        expect(errors.length).toBeGreaterThan(0);
        expect(Math.max(...errors.map(({ message }) => message.length))).toBeLessThan(1_000);
    });

    it("name a getter that throws, and say what it threw", () => {
        expect(refusals({ ...GATEWAY, ...{} }).length).toBe(0);
        const args = Object.defineProperties({ ...GATEWAY }, Object.getOwnPropertyDescriptors(throwing));
        expect(refusals(args).map(({ message }) => message)).toEqual(["archetype cannot be read: no"]);
    });

    it("are read once, so that a getter cannot change its mind", () => {
        let reads = 0;
        const args = Object.defineProperty({ ...GATEWAY }, "namespace", {
            enumerable: true,
            get: () => (++reads, reads === 1 ? "agents" : 5),
        });
        expect(refusals(args)).toEqual([]);
        expect(reads).toBe(1);
    });

    it("have a name that fits into a label", () => {
        expect(refusals(GATEWAY, "a".repeat(63))).toEqual([]);
        expect(refusals(GATEWAY, "a".repeat(64)).map(({ message }) => message)).toEqual([
            "name has 64 characters, and as a label it may have 63",
        ]);
        expect(refusals(GATEWAY, 5 as unknown as string).map(({ message }) => message)).toEqual([
            "name is not text",
        ]);
    });
});
