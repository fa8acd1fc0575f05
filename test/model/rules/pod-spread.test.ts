import { describe, expect, it } from "vitest";
import { podSpread } from "../../../model/rules/pod-spread";
import { findings, findingsUnder } from "./support/findings";
import { deployment, scaledJob, scaledObject, secret, unknown } from "./support/objects";

describe("pod-spread", () => {
    const pool = (podSpec: object, maxReplicaCount: unknown = 10) => [
        scaledObject({ maxReplicaCount }),
        deployment(podSpec),
    ];
    const found = (podSpec: object, max: unknown = 10, values: Readonly<Record<string, unknown>> = {}) =>
        findingsUnder({ profile: "standard", values }, podSpread, ...pool(podSpec, max));

    it("asks how the replicas share nodes and zones", () => {
        expect(found({})).toMatchObject([
            {
                severity: "warning",
                message:
                    "nothing says how up to 10 replicas share nodes and zones: one lost node may take several of them",
                fix: expect.stringContaining("topologySpreadConstraints") as string,
                path: "spec.template.spec.topologySpreadConstraints",
            },
        ]);
        expect(found({ topologySpreadConstraints: [], affinity: { nodeAffinity: {} } })).toHaveLength(1);
        expect(found({ affinity: { podAntiAffinity: {} } })).toHaveLength(1);
    });

    it("asks from three replicas on, or from what a team sets", () => {
        expect(found({}, 2)).toEqual([]);
        expect(found({}, 3)).toHaveLength(1);
        expect(found({}, 9, { replicas: 10 })).toEqual([]);
        expect(found({}, 10, { replicas: 10 })).toHaveLength(1);
    });

    it("is quiet where the pods keep away from each other, or together", () => {
        const term = [{ weight: 100, podAffinityTerm: {} }];
        for (const podSpec of [
            { topologySpreadConstraints: [{ maxSkew: 1 }] },
            {
                affinity: {
                    podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: term },
                },
            },
            { affinity: { podAffinity: { preferredDuringSchedulingIgnoredDuringExecution: term } } },
        ]) {
            expect(found(podSpec)).toEqual([]);
        }
    });

    it("is quiet about jobs, about pods that no autoscaler scales, and in the profile dev", () => {
        expect(findingsUnder({ profile: "strict" }, podSpread, scaledJob())).toEqual([]);
        expect(findingsUnder({ profile: "strict" }, podSpread, deployment())).toEqual([]);
        expect(findings(podSpread, ...pool({}))).toEqual([]);
    });

    it("notes a place that is not known, unless another one says it", () => {
        for (const hide of [unknown, secret]) {
            expect(found({ topologySpreadConstraints: hide() })).toMatchObject([
                { severity: "note", path: "spec.template.spec.topologySpreadConstraints" },
            ]);
            expect(found({ affinity: hide() })).toMatchObject([
                { severity: "note", path: "spec.template.spec.affinity" },
            ]);
            expect(found({ affinity: { podAntiAffinity: hide() } })).toMatchObject([{ severity: "note" }]);
        }
        expect(found({ affinity: unknown(), topologySpreadConstraints: [{ maxSkew: 1 }] })).toEqual([]);
    });

    it("leaves a ceiling and a pod that are not known to other rules, and is not misled by wrong types", () => {
        expect(found({}, unknown())).toEqual([]);
        const hidden = deployment({}, { spec: { template: unknown() } });
        expect(findingsUnder({ profile: "standard" }, podSpread, scaledObject(), hidden)).toEqual([]);
        expect(found({ topologySpreadConstraints: "spread", affinity: true })).toHaveLength(1);
    });
});
