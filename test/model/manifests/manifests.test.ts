import { output } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import type { Declared, Path } from "../../../model/declared";
import { Unknown } from "../../../model/declared";
import { manifests } from "../../../model/manifests";
import type { AutoscaledAgentPoolArgs } from "../../../model/pool";
import { ARCHETYPES } from "../../../model/pool";
import { GATEWAY, TAKEN_OVER, TEMPLATED, WORKER, changed, resolved } from "../pool/support/pools";

const declaredBy = (args: AutoscaledAgentPoolArgs): Declared[] => manifests(resolved(args));

/** The object of one role, and where its places come from. */
function part(args: AutoscaledAgentPoolArgs, role: string): Declared {
    const found = declaredBy(args).find((declared) => declared.role === role);
    if (found === undefined) throw new Error(`no ${role}`);
    return found;
}

const annotations = (args: AutoscaledAgentPoolArgs, role: string): unknown =>
    part(args, role).object.metadata["annotations"];

describe("the objects of a pool", () => {
    it.each([
        ["a queue worker on KEDA, with a window and a login", WORKER],
        ["a request server on the native autoscaler", GATEWAY],
        ["an existing target whose autoscaler is taken over", TAKEN_OVER],
        ["a pod template", TEMPLATED],
    ])("are exactly the same as ever for %s", (_what, args) => {
        const objects = declaredBy(args).map(({ role, type, object, options }) => ({
            role,
            type,
            object,
            options,
        }));
        expect(objects).toMatchSnapshot();
    });

    it.each([
        ["a queue worker", WORKER, ["deployment", "disruption-budget", "authentication-queue", "scaler"]],
        ["a request server", GATEWAY, ["deployment", "disruption-budget", "scaler"]],
        ["an existing target", TAKEN_OVER, ["scaler"]],
    ] as const)("of %s are these, in the order in which they are created", (_what, args, roles) => {
        expect(declaredBy(args).map(({ role }) => role)).toEqual(roles);
    });

    it("never have replicas: the autoscaler owns them", () => {
        for (const args of [WORKER, GATEWAY, TAKEN_OVER, TEMPLATED]) {
            for (const { object } of declaredBy(args)) expect(object["spec"]).not.toHaveProperty("replicas");
        }
    });

    it("are the same for the same arguments, in whatever order members were given", () => {
        const { task = {}, ...others } = WORKER;
        const again = { ...others, task: Object.fromEntries(Object.entries(task).reverse()) };
        const plain = (args: AutoscaledAgentPoolArgs): string => JSON.stringify(declaredBy(args));
        expect(plain(again)).toBe(plain(structuredClone(WORKER)));
    });

    it("all carry what the pool is exempt from, and none where it is from nothing", () => {
        const key = "agent-autoscaling/exempt";
        const exemptions = [{ rule: "scaler-paused", reason: "moving", until: "2027-01-31" }];
        for (const args of [WORKER, GATEWAY, TAKEN_OVER, TEMPLATED]) {
            for (const { object, origin } of declaredBy({ ...args, exemptions })) {
                expect(object.metadata["annotations"]).toMatchObject({ [key]: JSON.stringify(exemptions) });
                const path = ["metadata", "annotations", key, 0, "until"];
                expect(origin(path)).toEqual({ argument: "exemptions[0].until" });
            }
            expect(JSON.stringify(declaredBy(args))).not.toContain(key);
        }
    });

    it("always state the behaviour of both directions", () => {
        const { scaleUp, scaleDown } = ARCHETYPES.QueueWorker;
        expect(part(WORKER, "scaler").object["spec"]).toMatchObject({
            advanced: {
                horizontalPodAutoscalerConfig: {
                    behavior: { scaleUp: scaleUp.value, scaleDown: scaleDown.value },
                },
            },
        });
        expect(part(GATEWAY, "scaler").object["spec"]).toMatchObject({
            behavior: {
                scaleUp: ARCHETYPES.Service.scaleUp.value,
                scaleDown: ARCHETYPES.Service.scaleDown.value,
            },
        });
    });

    it("write a tolerance as the quantity that the API server gives back: KEDA's CRD takes no fraction", () => {
        for (const [tolerance, text] of [
            [0, "0"],
            [0.05, "50m"],
            [0.125, "125m"],
            [1, "1"],
            [1e-7, "100n"],
        ]) {
            for (const args of [WORKER, GATEWAY]) {
                const given = changed(args, ["scale", "behavior"], { scaleUp: { tolerance } });
                const spec = JSON.stringify(part(given, "scaler").object["spec"]);
                expect(spec).toContain(`"tolerance":"${String(text)}"`);
                expect(spec).not.toContain('"scaleDown":{"tolerance"');
            }
        }
    });

    it("carry an Output as the leaf that stands for it", () => {
        const namespace = output("team-a");
        for (const { object } of declaredBy({ ...WORKER, namespace })) {
            expect(object.metadata["namespace"]).toBeInstanceOf(Unknown);
            expect((object.metadata["namespace"] as Unknown).identity).toBe(namespace);
        }
    });
});

describe("what an update waits for", () => {
    const WAIT = { "pulumi.com/waitFor": expect.any(String) as string };

    it("is the scaler on both engines, as long as was said", () => {
        expect(annotations(WORKER, "scaler")).toEqual({
            "pulumi.com/waitFor": "condition=Ready",
            "pulumi.com/timeoutSeconds": "120",
        });
        expect(annotations({ ...GATEWAY, waitSeconds: 7 }, "scaler")).toEqual({
            "pulumi.com/waitFor": "condition=AbleToScale",
            "pulumi.com/timeoutSeconds": "7",
        });
    });

    it("is nothing where nothing was asked for", () => {
        for (const args of [WORKER, GATEWAY]) {
            expect(annotations({ ...args, waitFor: "Nothing" }, "scaler") ?? {}).not.toMatchObject(WAIT);
        }
    });

    it("are the pods only of a pool that is never empty", () => {
        const awake = changed(WORKER, ["scale", "minReplicas"], 1);
        expect(annotations(WORKER, "deployment")).toMatchObject({ "pulumi.com/skipAwait": "true" });
        expect(annotations(awake, "deployment")).not.toHaveProperty(["pulumi.com/skipAwait"]);
    });
});

describe("sleep", () => {
    it("is timed only where the floor is zero: KEDA warns about it elsewhere", () => {
        expect(part(WORKER, "scaler").object["spec"]).toMatchObject({
            pollingInterval: 15,
            cooldownPeriod: 300,
        });
        const awake = changed(changed(WORKER, ["scale", "minReplicas"], 1), ["scale", "cooldownSeconds"], 9);
        expect(part(awake, "scaler").object["spec"]).not.toHaveProperty("pollingInterval");
        expect(part(awake, "scaler").object["spec"]).not.toHaveProperty("cooldownPeriod");
    });
});

describe("a fallback", () => {
    it("never takes replicas away", () => {
        const args = changed(WORKER, ["scale", "onMetricLoss"], { replicas: 2 });
        expect(part(args, "scaler").object["spec"]).toMatchObject({
            fallback: { replicas: 2, failureThreshold: 3, behavior: "currentReplicasIfHigher" },
        });
    });
});

describe("labels", () => {
    const labels = (args: AutoscaledAgentPoolArgs): unknown =>
        (part(args, "deployment").object["spec"] as { template: { metadata: { labels: unknown } } }).template
            .metadata.labels;

    it("of a template stay as they are; those that select pods are added", () => {
        const metadata = { labels: { "app.kubernetes.io/name": "own", team: "own" } };
        const podTemplate = { metadata, spec: { containers: [] } };
        expect(
            labels({ ...TEMPLATED, workload: { podTemplate }, labels: { team: "pool", tier: "a" } }),
        ).toEqual({
            "app.kubernetes.io/name": "own",
            "app.kubernetes.io/component": "agent-pool",
            team: "own",
            tier: "a",
            "agent-autoscaling/pool": "research",
        });
    });

    it("of an adopted Deployment are the ones that it selects, also where they are the pool's own", () => {
        const matchLabels = { app: "old", "agent-autoscaling/pool": "former" };
        const adopted = { ...WORKER, adopt: { deployment: { deploymentUrn: "urn:x", matchLabels } } };
        expect(labels(adopted)).toMatchObject(matchLabels);
        expect(part(adopted, "deployment").object["spec"]).toMatchObject({ selector: { matchLabels } });
        expect(part(adopted, "disruption-budget").object["spec"]).toMatchObject({
            selector: { matchLabels },
        });
    });
});

describe("security", () => {
    const spec = (args: AutoscaledAgentPoolArgs): Record<string, unknown> =>
        (part(args, "deployment").object["spec"] as { template: { spec: Record<string, unknown> } }).template
            .spec;

    it("mounts a token only for a service account that is named", () => {
        expect(spec(WORKER)).toMatchObject({ automountServiceAccountToken: false });
        const named = spec(changed(WORKER, ["workload", "serviceAccountName"], "agent"));
        expect(named).toMatchObject({ serviceAccountName: "agent" });
        expect(named).not.toHaveProperty("automountServiceAccountToken");
    });

    it("is nothing at all where it is relaxed", () => {
        const relaxed = spec(changed(WORKER, ["workload", "security"], "Relaxed"));
        expect(JSON.stringify(relaxed)).not.toMatch(/securityContext|volumes|volumeMounts/);
    });
});

describe("the origin of a place", () => {
    const HPA: Path = ["spec", "advanced", "horizontalPodAutoscalerConfig", "behavior"];
    const CONTAINER: Path = ["spec", "template", "spec", "containers", 0];

    it.each<[AutoscaledAgentPoolArgs, string, Path, string | undefined]>([
        [
            WORKER,
            "scaler",
            ["spec", "triggers", 0, "metadata", "listLength"],
            "scale.triggers[0].redis.listLength",
        ],
        [WORKER, "scaler", ["spec", "triggers", 0, "metadata", "password"], "scale.triggers[0].redis"],
        [WORKER, "scaler", ["spec", "triggers", 1, "metadata", "start"], "scale.triggers[1].cron.start"],
        [WORKER, "scaler", ["spec", "triggers", 0, "name"], "scale.triggers[0].name"],
        [WORKER, "scaler", ["spec", "triggers", 0, "metricType"], "scale.triggers[0].redis"],
        [
            WORKER,
            "scaler",
            ["spec", "triggers", 0, "authenticationRef", "name"],
            "scale.triggers[0].authentication",
        ],
        [WORKER, "scaler", ["spec", "minReplicaCount"], "scale.minReplicas"],
        [WORKER, "scaler", ["spec", "maxReplicaCount"], "scale.maxReplicas"],
        [WORKER, "scaler", ["spec", "cooldownPeriod"], "scale.cooldownSeconds"],
        [WORKER, "scaler", ["spec", "pollingInterval"], "scale.pollingIntervalSeconds"],
        [WORKER, "scaler", ["spec", "fallback", "replicas"], "scale.onMetricLoss.replicas"],
        [
            WORKER,
            "scaler",
            [...HPA, "scaleUp", "policies", 1, "value"],
            "scale.behavior.scaleUp.policies[1].value",
        ],
        [WORKER, "scaler", ["spec", "scaleTargetRef", "name"], "workload"],
        [WORKER, "scaler", ["metadata", "name"], "name"],
        [WORKER, "scaler", ["metadata", "labels", "team"], "labels.team"],
        [WORKER, "authentication-queue", ["spec", "secretTargetRef"], "scale.triggers[0].authentication"],
        [WORKER, "disruption-budget", ["spec", "maxUnavailable"], "disruption.maxUnavailable"],
        [WORKER, "deployment", [...CONTAINER, "image"], "workload.container.image"],
        [
            WORKER,
            "deployment",
            [...CONTAINER, "resources", "requests", "cpu"],
            "workload.container.resources.requests.cpu",
        ],
        [
            WORKER,
            "deployment",
            [...CONTAINER, "resources", "limits", "memory"],
            "workload.container.resources.requests.memory",
        ],
        [
            GATEWAY,
            "deployment",
            [...CONTAINER, "resources", "limits", "cpu"],
            "workload.container.resources.limits.cpu",
        ],
        [
            GATEWAY,
            "deployment",
            [...CONTAINER, "startupProbe", "failureThreshold"],
            "probes.startup.failureThreshold",
        ],
        [GATEWAY, "deployment", [...CONTAINER, "ports", 0, "name"], "workload.container.ports[0].name"],
        [
            WORKER,
            "deployment",
            ["spec", "template", "spec", "terminationGracePeriodSeconds"],
            "workload.terminationGracePeriodSeconds",
        ],
        [TEMPLATED, "deployment", [...CONTAINER, "image"], "workload.podTemplate.spec.containers[0].image"],
        [GATEWAY, "scaler", ["spec", "metrics", 0, "resource", "target"], "scale.triggers[0].cpu"],
        [
            GATEWAY,
            "scaler",
            ["spec", "behavior", "scaleDown", "selectPolicy"],
            "scale.behavior.scaleDown.selectPolicy",
        ],
        [GATEWAY, "scaler", ["spec", "minReplicas"], "scale.minReplicas"],
        [
            TAKEN_OVER,
            "scaler",
            ["spec", "advanced", "horizontalPodAutoscalerConfig", "name"],
            "adopt.horizontalPodAutoscaler",
        ],
        [WORKER, "scaler", ["status"], undefined],
    ])("is the argument that decides it", (args, role, path, argument) => {
        expect(part(args, role).origin(path)).toEqual(argument === undefined ? {} : { argument });
    });
});
