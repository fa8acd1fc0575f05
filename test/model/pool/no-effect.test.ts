import { describe, expect, it } from "vitest";
import { GATEWAY, TAKEN_OVER, TEMPLATED, WORKER, changed, refusals } from "./support/pools";

const PROBES = { liveness: { tcpSocket: { port: 1 } } };
const DEPLOYMENT = { deploymentUrn: "urn:x", matchLabels: { app: "x" } };

describe("an argument that would be ignored is refused", () => {
    const ELSEWHERE = "has no effect: the target is managed elsewhere, and the pool only scales it";
    const AS_IT_IS = "has no effect: workload.podTemplate is used as it is";

    it.each([
        ["probes", PROBES],
        ["workload.security", "Relaxed"],
        ["workload.terminationGracePeriodSeconds", 60],
    ])("beside a pod template: %s", (path, value) => {
        const args = changed(TEMPLATED, path.split("."), value);
        expect(refusals(args).map(({ message }) => message)).toEqual([`${path} ${AS_IT_IS}`]);
    });

    it.each([
        ["probes", PROBES],
        ["workload.security", "Relaxed"],
        ["workload.terminationGracePeriodSeconds", 60],
        ["workload.serviceAccountName", "agent"],
        ["disruption", { maxUnavailable: "1" }],
        ["qosClass", "Burstable"],
        ["adopt.deployment", DEPLOYMENT],
    ])("beside an existing target: %s", (path, value) => {
        const args = changed(TAKEN_OVER, path.split("."), value);
        expect(refusals(args).map(({ message }) => message)).toEqual([`${path} ${ELSEWHERE}`]);
    });

    it("on a trigger that asks no source: a login", () => {
        const authentication = { existing: { name: "login" } };
        const cpu = changed(GATEWAY, ["scale", "triggers", 0, "authentication"], authentication);
        const cron = changed(WORKER, ["scale", "triggers", 1, "authentication"], authentication);
        expect(refusals(cpu).map(({ message }) => message)).toEqual([
            "scale.triggers[0].authentication has no effect: cpu asks no source that one could log in to",
        ]);
        expect(refusals(cron).map(({ message }) => message)).toEqual([
            "scale.triggers[1].authentication has no effect: cron asks no source that one could log in to",
        ]);
    });

    it("with CPU and memory alone: replicas for lost metrics", () => {
        expect(refusals(changed(GATEWAY, ["scale", "onMetricLoss"], { replicas: 3 }))).toMatchObject([
            { path: "scale.onMetricLoss" },
        ]);
        expect(refusals(changed(WORKER, ["scale", "onMetricLoss"], { replicas: 3 }))).toEqual([]);
    });

    it("where nothing is waited for: how long", () => {
        expect(refusals({ ...WORKER, waitFor: "Nothing", waitSeconds: 5 })).toMatchObject([
            { path: "waitSeconds", fix: "remove one of the two" },
        ]);
        expect(refusals({ ...WORKER, waitFor: "Nothing" })).toEqual([]);
    });

    it("beside a template that has one: the service account", () => {
        const spec = { serviceAccountName: "a", containers: [] };
        const both = { ...TEMPLATED, workload: { podTemplate: { spec }, serviceAccountName: "b" } };
        expect(refusals(both)).toMatchObject([{ path: "workload.serviceAccountName" }]);
    });
});

it("takes what has an effect beside a pod template and an existing target", () => {
    expect(refusals({ ...TEMPLATED, qosClass: "BestEffort", disruption: { maxUnavailable: "2" } })).toEqual(
        [],
    );
    expect(refusals({ ...TAKEN_OVER, labels: { team: "a" }, task: { p99Seconds: 5 } })).toEqual([]);
});
