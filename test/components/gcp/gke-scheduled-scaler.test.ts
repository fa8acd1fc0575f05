import { output } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import type { GkeScheduledScalerArgs } from "../../../components/gcp";
import { GkeLocationPolicy, GkeScheduledScaler } from "../../../components/gcp";
import { resolveGkeScheduledScaler } from "../../../model/scheduled";
import { HAS_PROVIDER_SCHEMAS, schemaProblems } from "../support/provider-schema";
import { record } from "../support/record";

const WORKDAY: GkeScheduledScalerArgs = {
    project: "my-project",
    location: "europe-west1",
    clusterName: "agents",
    nodePoolName: "agents-spot",
    schedulerRegion: "europe-west1",
    minNodes: 1,
    maxNodes: 20,
    locationPolicy: GkeLocationPolicy.Any,
    schedules: [
        {
            name: "workday",
            start: "30 7 * * 1-5",
            end: "0 19 * * 1-5",
            timeZone: "Europe/Berlin",
            minNodes: 5,
        },
    ],
};

function recorded(args = WORKDAY) {
    return record((opts) => new GkeScheduledScaler("agents-workday", args, opts));
}

function messages(change: object, name = "agents-workday"): string[] {
    return resolveGkeScheduledScaler(name, { ...WORKDAY, ...change }).findings.map(({ message }) => message);
}

function bodyOf(inputs: Record<string, unknown> | undefined): unknown {
    const { body } = inputs?.["httpTarget"] as { body: string };
    return JSON.parse(Buffer.from(body, "base64").toString("utf8"));
}

describe("GkeScheduledScaler", () => {
    it("is an account with one permission, and two jobs for each window", async () => {
        const seen = await recorded();
        expect(seen.slice(1).map(({ type, name, dependsOn }) => [type, name, dependsOn])).toEqual([
            ["gcp:serviceaccount/account:Account", "agents-workday-account", []],
            ["gcp:projects/iAMCustomRole:IAMCustomRole", "agents-workday-role", []],
            ["gcp:projects/iAMMember:IAMMember", "agents-workday-member", []],
            ...["opens", "closes"].map((edge) => [
                "gcp:cloudscheduler/job:Job",
                `agents-workday-workday-${edge}`,
                ["agents-workday-member"],
            ]),
        ]);
        const [, account, role, member] = seen;
        expect(account?.inputs).toMatchObject({ project: "my-project", accountId: "agents-workday" });
        expect(role?.inputs).toMatchObject({
            project: "my-project",
            roleId: "agents_workday",
            permissions: ["container.clusters.update"],
        });
        expect(member?.inputs).toEqual({
            project: "my-project",
            role: "agents-workday-role-made",
            member: "serviceAccount:agents-workday-account@project.test",
        });
    });

    it("calls with the whole setting as that account, at each edge in the window's zone", async () => {
        const jobs = (await recorded()).slice(-2).map(({ inputs }) => inputs);
        expect(jobs[0]).toMatchObject({
            name: "agents-workday-workday-opens",
            region: "europe-west1",
            schedule: "30 7 * * 1-5",
            timeZone: "Europe/Berlin",
            httpTarget: {
                httpMethod: "POST",
                uri: "https://container.googleapis.com/v1/projects/my-project/locations/europe-west1/clusters/agents/nodePools/agents-spot:setAutoscaling",
                headers: { "Content-Type": "application/json" },
                oauthToken: {
                    serviceAccountEmail: "agents-workday-account@project.test",
                    scope: "https://www.googleapis.com/auth/cloud-platform",
                },
            },
        });
        expect(jobs.map(bodyOf)).toEqual(
            [5, 1].map((totalMinNodeCount) => ({
                autoscaling: {
                    enabled: true,
                    totalMinNodeCount,
                    totalMaxNodeCount: 20,
                    locationPolicy: "ANY",
                },
            })),
        );
        expect(jobs[1]).toMatchObject({ schedule: "0 19 * * 1-5" });
    });

    it.runIf(HAS_PROVIDER_SCHEMAS)("gives no input that its provider does not have", async () => {
        const seen = await recorded({ ...WORKDAY, clusterName: output("agents"), accountId: "node-clock" });
        expect(seen.slice(1).flatMap(({ type, inputs }) => schemaProblems(type, inputs))).toEqual([]);
        expect(JSON.stringify(seen.at(-1)?.inputs)).toContain("/clusters/agents/nodePools/agents-spot:");
    });
});

describe("a GkeScheduledScaler that cannot work", () => {
    const [workday] = WORKDAY.schedules;

    it.each<[string, object, string[]]>([
        [
            "a window above the pool's maximum",
            { maxNodes: 4 },
            ["schedules[0].minNodes is 5, above maxNodes 4"],
        ],
        [
            "windows that meet",
            { schedules: [workday, { ...workday, name: "late", start: "0 18 * * 5", end: "0 22 * * 5" }] },
            [
                'schedules[1] "late" meets "workday" on Friday 18:00 (Europe/Berlin): the action that comes last would hold for both',
            ],
        ],
        [
            "warm replicas, which a node pool does not have",
            { schedules: [{ ...workday, warmReplicas: 3 }] },
            ["schedules[0].warmReplicas has no effect on a node pool"],
        ],
        [
            "a zone for Cloud Scheduler",
            { schedulerRegion: "europe-west1-b" },
            ['schedulerRegion is "europe-west1-b", a zone, and Cloud Scheduler is in regions'],
        ],
        ["a policy that GKE does not know", { locationPolicy: "ALL" }, ['locationPolicy is "ALL"']],
    ])("is refused with %s", (_what, change, expected) => {
        expect(messages(change)).toEqual(expected);
    });

    it("needs an account's id where its own name cannot be one", () => {
        expect(messages({}, "clock")).toEqual([
            'accountId would be the component\'s name "clock", which is not the id of a service account',
        ]);
        expect(messages({ accountId: "node-clock" }, "clock")).toEqual([]);
    });
});
