import { describe, expect, it } from "vitest";
import { metricsServerSingle } from "../../../model/rules/metrics-server-single";
import { findings, strictFindings } from "./support/findings";
import { deployment, horizontalPodAutoscaler, secret, unknown } from "./support/objects";

describe("metrics-server-single", () => {
    const server = (
        replicas: unknown,
        metadata: object = { name: "metrics-server", namespace: "kube-system" },
    ) => deployment({}, { metadata, spec: { replicas } });
    const found = (...args: Parameters<typeof server>) =>
        strictFindings(metricsServerSingle, {}, server(...args));

    it("reports one replica, written or not", () => {
        for (const replicas of [1, undefined]) {
            expect(found(replicas)).toMatchObject([
                {
                    severity: "warning",
                    message:
                        "metrics-server has one replica, and every autoscaler on CPU or memory depends on it",
                    fix: "set spec.replicas to 2, with an anti-affinity by host",
                    path: "spec.replicas",
                },
            ]);
        }
    });

    it("knows it by its labels where its name is another", () => {
        for (const label of ["k8s-app", "app.kubernetes.io/name"]) {
            expect(found(1, { name: "ms", labels: { [label]: "metrics-server" } })).toHaveLength(1);
        }
    });

    it("is quiet about two, about other workloads, where something scales it, and by default", () => {
        expect(found(2)).toEqual([]);
        expect(found(1, { name: "worker" })).toEqual([]);
        const scaled = horizontalPodAutoscaler(
            { scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "metrics-server" } },
            { namespace: "kube-system" },
        );
        expect(strictFindings(metricsServerSingle, {}, server(1), scaled)).toEqual([]);
        expect(findings(metricsServerSingle, server(1))).toEqual([]);
    });

    it("notes replicas that are not known, and takes those of the wrong type for none", () => {
        for (const hidden of [unknown(), secret()]) {
            expect(found(hidden)).toMatchObject([{ severity: "note", path: "spec.replicas" }]);
        }
        expect(found("3")).toHaveLength(1);
    });
});
