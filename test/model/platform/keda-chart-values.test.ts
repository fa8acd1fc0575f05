import { output } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { kedaChartValues } from "../../../model/platform";

/**
 * Paths of the chart's own values, looked up in kedacore/charts keda/values.yaml 2.20.2 (commit 1444d00d); those of
 * budgets are empty maps there, of which templates/manager/poddisruptionbudget.yaml reads `maxUnavailable`, and
 * `extraArgs.webhooks` is read by templates/webhooks/deployment.yaml alone.
 */
const CHART_PATHS = [
    "operator.replicaCount",
    "webhooks.replicaCount",
    "webhooks.failurePolicy",
    "extraArgs.webhooks.cache-miss-to-direct-client",
    "podDisruptionBudget.operator.maxUnavailable",
    "podDisruptionBudget.metricServer.maxUnavailable",
    "podDisruptionBudget.webhooks.maxUnavailable",
    "resources.operator.requests.cpu",
    "resources.operator.requests.memory",
    "resources.operator.limits.cpu",
    "resources.operator.limits.memory",
    "resources.metricServer.requests.cpu",
    "resources.metricServer.requests.memory",
    "resources.metricServer.limits.cpu",
    "resources.metricServer.limits.memory",
    "prometheus.operator.enabled",
    "prometheus.metricServer.enabled",
    "prometheus.webhooks.enabled",
    "rbac.enabledCustomScaledRefKinds",
    "rbac.scaledRefKinds",
    "podIdentity.aws.irsa.enabled",
    "podIdentity.aws.irsa.roleArn",
    "podIdentity.gcp.enabled",
    "priorityClassName",
];

function paths(value: unknown, prefix = ""): string[] {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [prefix];
    return Object.entries(value).flatMap(([key, item]) =>
        paths(item, prefix === "" ? key : `${prefix}.${key}`),
    );
}

describe("values for KEDA's chart", () => {
    it("are all values that the chart has, and each is given somewhere", () => {
        const given = [
            ...paths(kedaChartValues({ provider: "gke" }, { awsRoleArn: "arn:aws:iam::1:role/keda" })),
            ...paths(kedaChartValues({ provider: "eks" })),
        ];
        expect([...new Set(given)].sort()).toEqual([...CHART_PATHS].sort());
    });

    it("keep two operators and two webhooks that refuse, and let one of each be evicted", () => {
        expect(kedaChartValues({})).toMatchObject({
            operator: { replicaCount: 2 },
            webhooks: { replicaCount: 2, failurePolicy: "Fail" },
            podDisruptionBudget: {
                operator: { maxUnavailable: 1 },
                metricServer: { maxUnavailable: 1 },
                webhooks: { maxUnavailable: 1 },
            },
        });
    });

    it("let KEDA scale no more than is named", () => {
        expect(kedaChartValues({}).rbac).toEqual({ enabledCustomScaledRefKinds: false, scaledRefKinds: [] });
        const scaledKinds = [{ apiGroup: "argoproj.io", kind: "rollouts" }];
        expect(kedaChartValues({}, { scaledKinds }).rbac).toEqual({
            enabledCustomScaledRefKinds: true,
            scaledRefKinds: scaledKinds,
        });
    });

    it("say who KEDA is only where the chart must know", () => {
        expect(kedaChartValues({ provider: "eks" }).podIdentity).toEqual({});
        expect(kedaChartValues({ provider: "gke" }).podIdentity).toEqual({ gcp: { enabled: true } });
        expect(kedaChartValues({ provider: "gke-autopilot" }).podIdentity).toEqual({});
        const awsRoleArn = output("arn:aws:iam::1:role/keda");
        expect(kedaChartValues({ provider: "eks" }, { awsRoleArn }).podIdentity.aws?.irsa).toEqual({
            enabled: true,
            roleArn: awsRoleArn,
        });
    });

    it.each([
        ["eks", "system-cluster-critical"],
        ["eks-auto", "system-cluster-critical"],
        ["generic", "system-cluster-critical"],
        [undefined, "system-cluster-critical"],
        ["gke", undefined],
        ["gke-autopilot", undefined],
    ] as const)("give KEDA's pods on %s the priority %s, or one's own", (provider, priority) => {
        const platform = provider === undefined ? {} : { provider };
        expect(kedaChartValues(platform).priorityClassName).toBe(priority);
        expect(kedaChartValues(platform, { priorityClassName: "platform" }).priorityClassName).toBe(
            "platform",
        );
    });
});
