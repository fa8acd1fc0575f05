import type { Output } from "@pulumi/pulumi";
import { output, secret } from "@pulumi/pulumi";
import { afterEach, describe, expect, it } from "vitest";
import { refuseBy, throwNow } from "../../components/refuse";
import { ScheduledKind, ScheduledScaler, type ScheduledScalerArgs } from "../../index";
import type { Finding } from "../../model";
import { record } from "./support/record";

const NIGHT: ScheduledScalerArgs = {
    namespace: "agents",
    target: { kind: ScheduledKind.ScaledObject, name: "research" },
    outside: { maxReplicas: 40 },
    schedules: [
        { name: "night", start: "0 22 * * *", end: "0 6 * * *", timeZone: "Europe/Berlin", maxReplicas: 5 },
    ],
};

describe("ScheduledScaler", () => {
    it("is an account, its rights and two CronJobs for each window, in an order that works", async () => {
        const seen = await record((opts) => new ScheduledScaler("clock", NIGHT, opts));
        expect(seen.map(({ type, name, parent, dependsOn }) => [type, name, parent, dependsOn])).toEqual([
            ["agent-autoscaling:index:ScheduledScaler", "clock", undefined, []],
            ["kubernetes:core/v1:ServiceAccount", "clock-clock-account", "clock", []],
            ["kubernetes:rbac.authorization.k8s.io/v1:Role", "clock-clock-role", "clock", []],
            [
                "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding",
                "clock-clock-role-binding",
                "clock",
                ["clock-clock-account", "clock-clock-role"],
            ],
            ...["opens", "closes"].map((edge) => [
                "kubernetes:batch/v1:CronJob",
                `clock-clock-night-${edge}`,
                "clock",
                ["clock-clock-role-binding"],
            ]),
        ]);
    });

    it("is a ScaledObject for a workload", async () => {
        const args: ScheduledScalerArgs = {
            ...NIGHT,
            target: { kind: ScheduledKind.StatefulSet, name: "sessions" },
            outside: { minReplicas: 4 },
            schedules: [
                { name: "night", start: "0 22 * * *", end: "0 6 * * *", timeZone: "UTC", minReplicas: 1 },
            ],
        };
        const seen = await record((opts) => new ScheduledScaler("clock", args, opts));
        expect(seen.slice(1).map(({ type, name }) => [type, name])).toEqual([
            ["kubernetes:keda.sh/v1alpha1:ScaledObject", "clock-scaler"],
        ]);
        expect(seen[1]?.inputs).toMatchObject({ spec: { minReplicaCount: 1, maxReplicaCount: 4 } });
    });

    it("tells the names of its CronJobs", async () => {
        let names: Output<string[]> | undefined;
        await record((opts) => {
            names = new ScheduledScaler("clock", NIGHT, opts).cronJobNames;
        });
        expect(await new Promise((resolve) => names?.apply(resolve))).toEqual([
            "clock-night-opens",
            "clock-night-closes",
        ]);
    });

    it("takes identities as Outputs, and keeps a secret one secret", async () => {
        const args = {
            ...NIGHT,
            namespace: output("agents"),
            target: { ...NIGHT.target, name: secret("research") },
            image: output("mirror.example/kubectl:1"),
        };
        const seen = await record((opts) => new ScheduledScaler("clock", args, opts));
        const text = JSON.stringify(seen.at(-1)?.inputs);
        expect(text).toContain('"namespace":"agents"');
        expect(text).toContain("mirror.example/kubectl:1");
        expect(text).toContain("research");
    });
});

describe("a ScheduledScaler that cannot work", () => {
    afterEach(() => {
        refuseBy(throwNow);
    });

    it("registers nothing and says all that is wrong", async () => {
        const refused: Finding[] = [];
        refuseBy((_resource, _name, findings) => refused.push(...findings));
        const args = { ...NIGHT, outside: {}, schedules: [...NIGHT.schedules, ...NIGHT.schedules] };
        const seen = await record((opts) => new ScheduledScaler("clock", args, opts));
        expect(seen).toHaveLength(1);
        expect(refused.map(({ path }) => path)).toEqual(["schedules[1].name", "outside.maxReplicas"]);
    });
});
