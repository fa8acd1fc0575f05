import { describe, expect, it } from "vitest";
import { deprecatedApi } from "../../../model/rules/deprecated-api";
import { allFindings, findings } from "./support/findings";
import {
    authentication,
    declared,
    deployment,
    disruptionBudget,
    horizontalPodAutoscaler,
    scaledJob,
    scaledObject,
    secret,
    unknown,
} from "./support/objects";

describe("deprecated-api", () => {
    const old = (apiVersion: string, kind: string, spec: unknown = {}) =>
        declared({ apiVersion, kind, metadata: { name: "old", namespace: "agents" }, spec });

    it("refuses an HPA of a version that is gone, and says which one to write", () => {
        expect(findings(deprecatedApi, old("autoscaling/v2beta2", "HorizontalPodAutoscaler"))).toMatchObject([
            {
                severity: "error",
                message:
                    "autoscaling/v2beta2 of HorizontalPodAutoscaler is gone since Kubernetes 1.26, and nothing else is checked of this object",
                fix: "write it as autoscaling/v2",
                path: "apiVersion",
                resource: { name: "old" },
            },
        ]);
    });

    it.each([
        ["autoscaling/v2beta1", "HorizontalPodAutoscaler", "Kubernetes 1.25", "autoscaling/v2"],
        ["policy/v1beta1", "PodDisruptionBudget", "Kubernetes 1.25", "policy/v1"],
        ["extensions/v1beta1", "Deployment", "Kubernetes 1.16", "apps/v1"],
        ["apps/v1beta1", "Deployment", "Kubernetes 1.16", "apps/v1"],
        ["apps/v1beta1", "StatefulSet", "Kubernetes 1.16", "apps/v1"],
        ["apps/v1beta2", "Deployment", "Kubernetes 1.16", "apps/v1"],
        ["apps/v1beta2", "StatefulSet", "Kubernetes 1.16", "apps/v1"],
        ["keda.k8s.io/v1alpha1", "ScaledObject", "KEDA 2.0", "keda.sh/v1alpha1"],
        ["keda.k8s.io/v1alpha1", "ScaledJob", "KEDA 2.0", "keda.sh/v1alpha1"],
        ["keda.k8s.io/v1alpha1", "TriggerAuthentication", "KEDA 2.0", "keda.sh/v1alpha1"],
    ])("refuses %s %s", (apiVersion, kind, gone, use) => {
        expect(findings(deprecatedApi, old(apiVersion, kind))).toMatchObject([
            { message: expect.stringContaining(`gone since ${gone},`) as string, fix: `write it as ${use}` },
        ]);
    });

    it("is quiet about versions that clusters serve, and about other kinds", () => {
        const served = [
            horizontalPodAutoscaler(),
            old("autoscaling/v1", "HorizontalPodAutoscaler"),
            disruptionBudget(),
            deployment(),
            scaledObject(),
            scaledJob(),
            authentication("login"),
            old("policy/v1beta1", "PodSecurityPolicy"),
            old("example.com/v1beta1", "Deployment"),
        ];
        expect(findings(deprecatedApi, ...served)).toEqual([]);
    });

    it("judges by the type alone: what is in the object may be not known, or anything", () => {
        for (const spec of [unknown(), secret(), "x", undefined, { minReplicas: [] }]) {
            const found = allFindings(old("autoscaling/v2beta2", "HorizontalPodAutoscaler", spec));
            expect(found.map(({ id }) => id)).toEqual(["deprecated-api"]);
        }
    });
});
