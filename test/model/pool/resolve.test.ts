import { output } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { Unknown } from "../../../model/declared";
import type { AutoscaledAgentPoolArgs, SourcedValue } from "../../../model/pool";
import { BATCH, GATEWAY, TAKEN_OVER, TEMPLATED, WORKER, changed, refusals, resolved } from "./support/pools";

/** How one value of a pool was decided. */
function decided(args: AutoscaledAgentPoolArgs, path: string): SourcedValue | undefined {
    return resolved(args).values.find((value) => value.path === path);
}

describe("the values of a pool", () => {
    it.each([
        ["a queue worker", WORKER],
        ["a request server", GATEWAY],
        ["an existing target", TAKEN_OVER],
        ["a pool of jobs", BATCH],
    ])("are the same as ever for %s, with sources and reasons", (_what, args) => {
        expect(resolved(args).values).toMatchSnapshot();
    });

    it("give a reason for everything that was not given, and none for what was", () => {
        const values = [WORKER, GATEWAY, TAKEN_OVER, TEMPLATED, BATCH].flatMap(
            (args) => resolved(args).values,
        );
        expect(values.filter(({ source, reason }) => (source === "given") !== (reason === ""))).toEqual([]);
    });

    it("are what was given, where something was", () => {
        const given: [path: string, value: unknown][] = [
            ["scale.cooldownSeconds", 7],
            ["scale.pollingIntervalSeconds", 5],
            ["scale.engine", "Keda"],
            ["disruption.maxUnavailable", "3"],
            ["workload.terminationGracePeriodSeconds", 1],
            ["workload.security", "Relaxed"],
            ["workload.container.resources.limits", { cpu: "4" }],
            ["waitFor", "ScalerReady"],
            ["waitSeconds", 30],
        ];
        for (const [path, value] of given) {
            expect(decided(changed(WORKER, path.split("."), value), path)).toEqual({
                path,
                value,
                source: "given",
                reason: "",
            });
        }
    });

    it("keep an Output as a leaf that stands for it", () => {
        const image = output("image");
        const pool = resolved(changed(WORKER, ["workload", "container", "image"], image));
        expect(pool.workload).toMatchObject({
            container: { image: new Unknown("workload.container.image", image) },
        });
    });

    it("are the same for the same arguments", () => {
        expect(resolved(structuredClone(WORKER))).toEqual(resolved(WORKER));
    });
});

describe("the engine", () => {
    const cpu = { cpu: { averageUtilization: 70 } };
    const redis = { redis: { address: "redis:6379", listName: "tasks" } };
    const scale = { minReplicas: 1, maxReplicas: 5 };

    it.each([
        [
            "native for CPU with a floor above zero",
            { ...scale, triggers: [cpu] },
            "HorizontalPodAutoscaler",
            "CPU and memory with a floor above zero: the cluster's own autoscaler does all of it",
        ],
        [
            "KEDA where one trigger is not native",
            { ...scale, triggers: [cpu, redis] },
            "Keda",
            "the native autoscaler cannot read redis",
        ],
        [
            "KEDA where the floor is zero",
            { ...scale, minReplicas: 0, triggers: [cpu] },
            "Keda",
            "the native autoscaler does not go to zero on CPU or memory",
        ],
    ] as const)("is %s", (_what, given, value, reason) => {
        const args = changed(GATEWAY, ["scale"], given);
        const expected = { path: "scale.engine", value, source: "derived", reason };
        expect(decided(args, "scale.engine")).toEqual(expected);
        expect(decided(changed(args, ["scale", "engine"], "Auto"), "scale.engine")).toEqual(expected);
    });

    it("is KEDA where an autoscaler is taken over, which only KEDA can", () => {
        expect(decided(TAKEN_OVER, "scale.engine")).toMatchObject({
            value: "Keda",
            reason: "KEDA takes the autoscaler old-worker-hpa over",
        });
    });

    it("is not native where a trigger or a takeover needs KEDA", () => {
        const native = changed(WORKER, ["scale", "engine"], "HorizontalPodAutoscaler");
        expect(refusals(native).map(({ path }) => path)).toEqual([
            "scale.triggers[0].redis",
            "scale.triggers[1].cron",
        ]);
        const takeover = changed(TAKEN_OVER, ["scale", "engine"], "HorizontalPodAutoscaler");
        expect(refusals(takeover).map(({ path }) => path)).toEqual(["adopt.horizontalPodAutoscaler"]);
    });
});

describe("limits", () => {
    const LIMITS = "workload.container.resources.limits";

    it("are the memory that is requested, and no CPU", () => {
        expect(decided(WORKER, LIMITS)).toMatchObject({ value: { memory: "8Gi" }, source: "default" });
    });

    it("are the requests, where the class is Guaranteed", () => {
        const args = changed(WORKER, ["qosClass"], "Guaranteed");
        expect(decided(args, LIMITS)).toMatchObject({
            value: { cpu: "2", memory: "8Gi" },
            source: "derived",
            reason: "qosClass Guaranteed: limits equal requests",
        });
    });

    it("are none, where no memory is requested", () => {
        const args = changed(WORKER, ["workload", "container", "resources", "requests"], { cpu: "1" });
        expect(decided(args, LIMITS)).toMatchObject({ value: {}, source: "default" });
    });
});

describe("the grace period", () => {
    const GRACE = "workload.terminationGracePeriodSeconds";

    it.each([
        [undefined, 30, "default"],
        [1, 30, "derived"],
        [15, 30, "derived"],
        [15.2, 31, "derived"],
        [90, 105, "derived"],
        [89.5, 105, "derived"],
    ] as const)("for a longest task of %s s is %s s", (p99Seconds, value, source) => {
        const args = changed(
            changed(WORKER, ["task", "typicalSeconds"], undefined),
            ["task", "p99Seconds"],
            p99Seconds,
        );
        expect(decided(args, GRACE)).toMatchObject({ value, source });
    });
});

describe("the cooldown", () => {
    it.each([
        [undefined, 300, "archetype"],
        [300, 300, "archetype"],
        [300.5, 301, "derived"],
        [3600, 3600, "derived"],
    ] as const)("for a longest task of %s s is %s s", (p99Seconds, value, source) => {
        const args = changed(WORKER, ["task"], p99Seconds === undefined ? undefined : { p99Seconds });
        expect(decided(args, "scale.cooldownSeconds")).toMatchObject({ value, source });
    });

    it("covers a cold start that is longer than the tasks", () => {
        const args = changed(WORKER, ["task"], { p99Seconds: 90, coldStartSeconds: 480.5 });
        expect(decided(args, "scale.cooldownSeconds")).toMatchObject({
            value: 481,
            source: "derived",
            reason: "a cold start takes 481 s, and a replica that goes earlier costs one more",
        });
    });

    it("is the window of scaling down, as far as an HPA looks back", () => {
        const window = (cooldownSeconds: number, more: object = {}): unknown =>
            resolved(changed(WORKER, ["scale"], { ...WORKER.scale, cooldownSeconds, ...more })).scale.behavior
                ?.scaleDown.stabilizationWindowSeconds;
        expect([window(0), window(60), window(3600), window(3601)]).toEqual([0, 60, 3600, 3600]);
        expect(window(60, { minReplicas: 2 })).toBe(60);
        expect(window(60, { behavior: { scaleDown: { stabilizationWindowSeconds: 7 } } })).toBe(7);
    });

    it("is unused where the pool never sleeps and scaling down has a window of its own", () => {
        const awake = changed(WORKER, ["scale"], {
            ...WORKER.scale,
            minReplicas: 2,
            cooldownSeconds: 60,
            behavior: { scaleDown: { stabilizationWindowSeconds: 7 } },
        });
        expect(decided(awake, "scale.cooldownSeconds")).toEqual({
            path: "scale.cooldownSeconds",
            value: 60,
            source: "unused",
            reason: "no effect: the pool never sleeps, and behavior.scaleDown has a window of its own, 7 s",
        });
        expect(decided(awake, "scale.pollingIntervalSeconds")).toBeUndefined();
        expect(resolved(awake).scale.sleep).toBeUndefined();
        const without = changed(awake, ["scale", "cooldownSeconds"], undefined);
        expect(decided(without, "scale.cooldownSeconds")).toBeUndefined();
    });
});

describe("probes", () => {
    const probes = (args: AutoscaledAgentPoolArgs): unknown => resolved(args).probes;

    it("are on the first port, with twice the cold start to begin", () => {
        expect(probes(GATEWAY)).toEqual({
            startup: { tcpSocket: { port: 8080 }, periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 4 },
            readiness: {
                tcpSocket: { port: 8080 },
                periodSeconds: 5,
                timeoutSeconds: 2,
                failureThreshold: 3,
            },
        });
    });

    it.each([
        [undefined, 24],
        [0, 1],
        [0.1, 1],
        [45, 18],
        [46, 19],
    ])("allow a cold start of %s s with %s failures", (coldStartSeconds, failureThreshold) => {
        const task = coldStartSeconds === undefined ? undefined : { coldStartSeconds };
        expect(probes(changed(GATEWAY, ["task"], task))).toMatchObject({ startup: { failureThreshold } });
    });

    it("are none without a port, and liveness only where it is given", () => {
        expect(probes(WORKER)).toEqual({});
        const liveness = { exec: { command: ["true"] } };
        expect(probes(changed(WORKER, ["probes"], { liveness }))).toEqual({
            liveness: { ...liveness, periodSeconds: 10, timeoutSeconds: 2, failureThreshold: 3 },
        });
    });

    it("keep what is given, with the rest filled in", () => {
        const startup = { httpGet: { path: "/", port: 1 }, periodSeconds: 1 };
        expect(probes(changed(GATEWAY, ["probes"], { startup }))).toMatchObject({
            startup: { ...startup, timeoutSeconds: 2, failureThreshold: 20 },
            readiness: { tcpSocket: { port: 8080 } },
        });
    });
});

describe("scaling rules", () => {
    const given = changed(WORKER, ["scale", "behavior"], { scaleUp: { stabilizationWindowSeconds: 30 } });

    it("come from the archetype member by member, where some are given", () => {
        const usual = resolved(WORKER).scale.behavior;
        expect(resolved(given).scale.behavior).toEqual({
            scaleUp: { ...usual?.scaleUp, stabilizationWindowSeconds: 30 },
            scaleDown: usual?.scaleDown,
        });
    });

    it("say of each member where it comes from", () => {
        const sources = resolved(given)
            .values.filter(({ path }) => path.startsWith("scale.behavior"))
            .map(({ path, source }) => [path, source]);
        expect(sources).toEqual([
            ["scale.behavior.scaleUp.stabilizationWindowSeconds", "given"],
            ["scale.behavior.scaleUp.selectPolicy", "archetype"],
            ["scale.behavior.scaleUp.policies", "archetype"],
            ["scale.behavior.scaleDown", "archetype"],
        ]);
    });

    it("keep policies, choice and tolerance that are given", () => {
        const scaleDown = {
            selectPolicy: "Disabled",
            policies: [{ type: "Pods", value: 1, periodSeconds: 10 }],
            tolerance: 0.2,
        };
        const { scale } = resolved(changed(WORKER, ["scale", "behavior"], { scaleDown }));
        expect(scale.behavior?.scaleDown).toEqual({ ...scaleDown, stabilizationWindowSeconds: 300 });
    });

    it("have a tolerance only where the cluster is new enough, or its version is not known", () => {
        const tolerant = changed(WORKER, ["scale", "behavior"], { scaleUp: { tolerance: 0.05 } });
        const on = (kubernetesVersion: string): string[] =>
            refusals({ ...tolerant, platform: { kubernetesVersion } }).map(({ message }) => message);
        expect(refusals(tolerant)).toEqual([]);
        expect(on("1.35")).toEqual([]);
        expect(on("1.34")).toEqual([
            "scale.behavior.scaleUp.tolerance needs Kubernetes 1.35, and the cluster has 1.34: the API server drops it without a word",
        ]);
    });
});

describe("arguments that contradict each other", () => {
    it.each([
        [
            "a typical task above the longest",
            changed(WORKER, ["task", "typicalSeconds"], 91),
            "task.typicalSeconds is 91, above p99Seconds 90: a typical task is never longer than the longest",
        ],
        [
            "a trigger whose name cannot name its login",
            changed(WORKER, ["scale", "triggers", 0, "name"], "The Queue"),
            'scale.triggers[0].name is "The Queue", which cannot be part of its TriggerAuthentication\'s name',
        ],
        [
            "a label of the package's own",
            { ...WORKER, labels: { "agent-autoscaling/pool": "x" } },
            'labels["agent-autoscaling/pool"] would overwrite a label that the pool\'s selector needs',
        ],
        [
            "an annotation of the package's own",
            { ...WORKER, annotations: { "agent-autoscaling/intent": "{}" } },
            'annotations["agent-autoscaling/intent"] would overwrite an annotation that the pool writes itself',
        ],
        [
            "a label against the adopted selector",
            {
                ...WORKER,
                labels: { app: "new" },
                adopt: { deployment: { deploymentUrn: "urn:x", matchLabels: { app: "old" } } },
            },
            'labels.app is not "old", which the adopted Deployment selects',
        ],
        [
            "a template's label against the adopted selector",
            { ...TEMPLATED, adopt: { deployment: { deploymentUrn: "urn:x", matchLabels: { app: "old" } } } },
            'workload.podTemplate.metadata.labels.app is not "old", which the adopted Deployment selects',
        ],
        [
            "a template's label of the package's own",
            changed(
                TEMPLATED,
                ["workload", "podTemplate", "metadata", "labels", "agent-autoscaling/pool"],
                "other",
            ),
            'workload.podTemplate.metadata.labels["agent-autoscaling/pool"] is a label that the pool writes itself',
        ],
        [
            "a platform of an old version",
            { ...WORKER, platform: { kubernetesVersion: "1.20" } },
            "platform.kubernetesVersion is wrong: 1.20 is older than 1.33, the first version whose behaviour is known here",
        ],
    ] as const)("are refused: %s", (_what, args, message) => {
        expect(refusals(args).map((error) => error.message)).toEqual([message]);
    });
});
