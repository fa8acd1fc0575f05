import { describe, expect, it } from "vitest";
import { stateSurvives } from "../../../model/rules/state-survives";
import { findings } from "./support/findings";
import { deployment, intent, scaledObject, secret, unknown } from "./support/objects";

describe("state-survives", () => {
    const keeps = (state: string, podSpec: object = {}, spec: object = {}) =>
        deployment(podSpec, { metadata: intent({ task: { state } }), spec });

    it("reports memory in a pool that goes to zero, by its floor or by its idle number", () => {
        expect(findings(stateSurvives, scaledObject({ minReplicaCount: 0 }), keeps("Memory"))).toMatchObject([
            {
                severity: "warning",
                message: "the pool goes to zero, and its agents keep in their pods what they must not lose",
                fix: "keep one replica, or keep the state outside of the pods",
                path: "spec.minReplicaCount",
            },
        ]);
        const idle = scaledObject({ idleReplicaCount: 0 });
        expect(findings(stateSurvives, idle, keeps("Memory"))).toMatchObject([
            { path: "spec.idleReplicaCount" },
        ]);
    });

    it("is quiet above zero, and for state elsewhere", () => {
        expect(findings(stateSurvives, scaledObject(), keeps("Memory"))).toEqual([]);
        expect(findings(stateSurvives, scaledObject({ minReplicaCount: 0 }), keeps("External"))).toEqual([]);
        expect(findings(stateSurvives, scaledObject({ minReplicaCount: 0 }), deployment())).toEqual([]);
    });

    it("reports a volume that is said to be there and is not, or ends with the pod", () => {
        for (const volumes of [
            undefined,
            [],
            [
                { name: "tmp", emptyDir: {} },
                { name: "c", configMap: { name: "c" } },
            ],
            [{ name: "data", ephemeral: { volumeClaimTemplate: {} } }],
        ]) {
            expect(findings(stateSurvives, scaledObject(), keeps("Volume", { volumes }))).toMatchObject([
                {
                    severity: "warning",
                    message:
                        "the agents' state is said to be on a volume, and the pods have none that outlives them",
                    path: "spec.template.spec.volumes",
                    resource: { kind: "Deployment" },
                },
            ]);
        }
    });

    it("is quiet about claims, of the pod and of a StatefulSet, and other volumes that stay", () => {
        for (const volume of [
            { persistentVolumeClaim: { claimName: "a" } },
            { nfs: { server: "a", path: "/" } },
            { csi: { driver: "a" } },
        ]) {
            const volumes = [{ name: "data", ...volume }];
            expect(findings(stateSurvives, scaledObject(), keeps("Volume", { volumes }))).toEqual([]);
        }
        const spec = { volumeClaimTemplates: [{ metadata: { name: "data" } }] };
        expect(findings(stateSurvives, scaledObject(), keeps("Volume", {}, spec))).toEqual([]);
    });

    it("notes volumes that are not known", () => {
        for (const workload of [
            keeps("Volume", { volumes: unknown() }),
            keeps("Volume", {}, { volumeClaimTemplates: secret() }),
            keeps("Volume", {}, { template: unknown() }),
        ]) {
            expect(findings(stateSurvives, scaledObject(), workload)).toMatchObject([
                {
                    severity: "note",
                    message:
                        "where the agents' state is kept is known only after apply, so it is not checked",
                },
            ]);
        }
    });

    it("takes strange volumes for none", () => {
        expect(findings(stateSurvives, scaledObject(), keeps("Volume", { volumes: [null, 5] }))).toHaveLength(
            1,
        );
    });
});
