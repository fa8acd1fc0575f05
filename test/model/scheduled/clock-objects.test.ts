import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Unknown } from "../../../model/declared";
import type { Clock } from "../../../model/scheduled";
import { renderSchedule } from "../../../model/pool";
import { CLOCK_KINDS, clockObjects, kubectlImage } from "../../../model/scheduled";

const NIGHT = {
    name: "night",
    start: " 0 22 * * *",
    end: "0 6 * * *",
    timeZone: "Europe/Berlin ",
    inside: { maxReplicas: 5 },
    outside: { maxReplicas: 40 },
    argument: "schedules[0]",
};
const CLOCK: Clock = {
    name: "research",
    target: { kind: "ScaledObject", name: "worker", namespace: "agents" },
    windows: [NIGHT],
    image: "registry.example/kubectl:1",
    labels: { team: "a" },
};

function object(role: string, clock = CLOCK) {
    const found = clockObjects(clock).find((declared) => declared.role === role)?.object;
    if (found === undefined) throw new Error(`no ${role}`);
    return found;
}

interface CronJobSpec {
    readonly startingDeadlineSeconds: number;
    readonly jobTemplate: { spec: { activeDeadlineSeconds: number; template: { spec: PodSpec } } };
}
interface PodSpec {
    readonly containers: readonly { readonly args: readonly unknown[] }[];
}

function specOf(role: string, clock = CLOCK): CronJobSpec {
    return object(role, clock)["spec"] as CronJobSpec;
}

describe("the objects of a clock", () => {
    it("may read and patch one object, and nothing else", () => {
        expect(object("clock-role")["rules"]).toEqual([
            {
                apiGroups: ["keda.sh"],
                resources: ["scaledobjects"],
                resourceNames: ["worker"],
                verbs: ["get", "patch"],
            },
        ]);
        expect(object("clock-role-binding")).toMatchObject({
            metadata: { name: "research-clock", namespace: "agents", labels: { team: "a" } },
            roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "research-clock" },
            subjects: [{ kind: "ServiceAccount", name: "research-clock", namespace: "agents" }],
        });
        expect(object("clock-account")["automountServiceAccountToken"]).toBe(false);
    });

    it.each(Object.entries(CLOCK_KINDS))("names the resource of a %s in its rights", (kind, expected) => {
        const target = { ...CLOCK.target, kind: kind as keyof typeof CLOCK_KINDS };
        expect(object("clock-role", { ...CLOCK, target })["rules"]).toMatchObject([
            { apiGroups: [expected.group], resources: [expected.resource], resourceNames: ["worker"] },
        ]);
    });

    it("keep the rights to one name where that is known only after apply", () => {
        const name = new Unknown("target.name", {});
        const clock = { ...CLOCK, target: { ...CLOCK.target, name } };
        expect(object("clock-role", clock)["rules"]).toMatchObject([{ resourceNames: [name] }]);
        expect(specOf("clock-night-opens", clock).jobTemplate.spec.template.spec.containers[0]?.args[2]).toBe(
            name,
        );
    });

    it("are two CronJobs for each window, in its zone, without white space around what was given", () => {
        expect(object("clock-night-opens")).toEqual({
            apiVersion: "batch/v1",
            kind: "CronJob",
            metadata: { name: "research-night-opens", namespace: "agents", labels: { team: "a" } },
            spec: {
                schedule: "0 22 * * *",
                timeZone: "Europe/Berlin",
                concurrencyPolicy: "Replace",
                startingDeadlineSeconds: 1800,
                successfulJobsHistoryLimit: 1,
                failedJobsHistoryLimit: 3,
                jobTemplate: {
                    spec: {
                        backoffLimit: 6,
                        activeDeadlineSeconds: 1800,
                        template: {
                            metadata: { labels: { "agent-autoscaling/clock": "research" } },
                            spec: {
                                restartPolicy: "Never",
                                serviceAccountName: "research-clock",
                                automountServiceAccountToken: true,
                                securityContext: {
                                    runAsNonRoot: true,
                                    runAsUser: 65532,
                                    runAsGroup: 65532,
                                    seccompProfile: { type: "RuntimeDefault" },
                                },
                                containers: [
                                    {
                                        name: "kubectl",
                                        image: "registry.example/kubectl:1",
                                        command: ["kubectl"],
                                        args: [
                                            "patch",
                                            "scaledobjects.keda.sh",
                                            "worker",
                                            "--namespace",
                                            "agents",
                                            "--type=merge",
                                            '--patch={"spec":{"maxReplicaCount":5}}',
                                            "--field-manager=agent-autoscaling-clock",
                                        ],
                                        resources: {
                                            requests: { cpu: "50m", memory: "64Mi" },
                                            limits: { memory: "128Mi" },
                                        },
                                        securityContext: {
                                            allowPrivilegeEscalation: false,
                                            readOnlyRootFilesystem: true,
                                            capabilities: { drop: ["ALL"] },
                                        },
                                    },
                                ],
                            },
                        },
                    },
                },
            },
        });
        expect(object("clock-night-closes")["spec"]).toMatchObject({ schedule: "0 6 * * *" });
    });

    it("give up on an edge before the next one comes", () => {
        fc.assert(
            fc.property(fc.integer({ min: 1, max: 600 }), (minutes) => {
                const end = `${minutes % 60} ${8 + Math.floor(minutes / 60)} * * *`;
                const window = { ...NIGHT, start: "0 8 * * *", end, timeZone: "UTC" };
                const { deadlineSeconds } = renderSchedule([window]);
                expect(deadlineSeconds).toBeGreaterThanOrEqual(30);
                expect(deadlineSeconds).toBeLessThanOrEqual(Math.min(1800, minutes * 30));
            }),
        );
    });

    it("are not rendered from windows that meet", () => {
        expect(() => renderSchedule([NIGHT, { ...NIGHT, name: "again" }])).toThrow("not checked");
    });

    it("set several bounds at once", () => {
        const windows = [
            {
                ...NIGHT,
                inside: { minReplicas: 0, maxReplicas: 5 },
                outside: { minReplicas: 2, maxReplicas: 40 },
            },
        ];
        const { args } = specOf("clock-night-closes", { ...CLOCK, windows }).jobTemplate.spec.template.spec
            .containers[0] ?? { args: [] };
        expect(args).toContain('--patch={"spec":{"minReplicaCount":2,"maxReplicaCount":40}}');
    });
});

describe("the image of a clock", () => {
    it("has the minor version of the cluster", () => {
        expect(kubectlImage({ kubernetesVersion: "1.36" })).toBe("registry.k8s.io/kubectl:v1.36.0");
        expect(kubectlImage({ kubernetesVersion: "v1.33.5-gke.100" })).toBe(
            "registry.k8s.io/kubectl:v1.33.0",
        );
        expect(kubectlImage({})).toBe("registry.k8s.io/kubectl:v1.35.0");
    });
});
