import { describe, expect, it } from "vitest";
import { spotGrace } from "../../../model/rules/spot-grace";
import { findings } from "./support/findings";
import { container, deployment, intent, scaledObject, secret, unknown } from "./support/objects";

describe("spot-grace", () => {
    const GKE = { nodeSelector: { "cloud.google.com/gke-spot": "true" } };
    const EKS = { nodeSelector: { "eks.amazonaws.com/capacityType": "SPOT" } };
    const found = (podSpec: object, members: object = {}) =>
        findings(spotGrace, scaledObject(), deployment(podSpec, { metadata: intent(members) }));
    const path = "spec.template.spec.terminationGracePeriodSeconds";

    it("reports a grace period beyond the notice of each cloud, down to the very second", () => {
        expect(found(GKE)).toMatchObject([
            {
                severity: "warning",
                message:
                    "a pod asks for 30 s to stop, and a spot node leaves it 15 s at most (cloud.google.com/gke-spot: true)",
                path,
            },
        ]);
        expect(found({ ...GKE, terminationGracePeriodSeconds: 15 })).toEqual([]);
        expect(found({ ...GKE, terminationGracePeriodSeconds: 16 })).toHaveLength(1);
        expect(found({ ...EKS, terminationGracePeriodSeconds: 120 })).toEqual([]);
        expect(found({ ...EKS, terminationGracePeriodSeconds: 121 })).toHaveLength(1);
    });

    it("judges by the tasks where they are declared", () => {
        const pod = { ...EKS, terminationGracePeriodSeconds: 300 };
        expect(found(pod, { task: { p99Seconds: 120 } })).toEqual([]);
        expect(found(pod, { task: { p99Seconds: 121 } })[0]?.message).toMatch(
            /^the longest tasks take 121 s, and a spot node leaves a pod 120 s at most/,
        );
        const hook = container({ lifecycle: { preStop: { sleep: { seconds: 5 } } } });
        expect(found({ ...pod, containers: [hook] }, { task: { p99Seconds: 116 } })).toHaveLength(1);
        expect(found(pod, { task: { p99Seconds: 900, interruptible: true } })).toEqual([]);
    });

    it("believes what the author says of the node pool before any label", () => {
        const nodePool = { name: "spot-b", capacity: "Spot", noticeSeconds: 25 };
        expect(found({}, { nodePool })).toMatchObject([
            {
                message:
                    "a pod asks for 30 s to stop, and a spot node leaves it 25 s at most (node pool spot-b)",
            },
        ]);
        expect(found({}, { nodePool: { ...nodePool, noticeSeconds: 30 } })).toEqual([]);
        expect(found(GKE, { nodePool: { capacity: "OnDemand" } })).toEqual([]);
        const longer = { nodePool: { capacity: "Spot", noticeSeconds: 120 } };
        expect(found({ ...GKE, terminationGracePeriodSeconds: 100 }, longer)).toEqual([]);
    });

    it("notes a notice that nobody declares, and capacity that is not known", () => {
        expect(found({}, { nodePool: { name: "cheap", capacity: "Spot" } })).toMatchObject([
            {
                severity: "note",
                message:
                    "the pods run on spot nodes (node pool cheap), and the notice that they get there is not declared",
                path: 'metadata.annotations["agent-autoscaling/intent"]',
            },
        ]);
        for (const value of [unknown(), secret()]) {
            expect(found({ nodeSelector: { "karpenter.sh/capacity-type": value } })).toMatchObject([
                {
                    severity: "note",
                    message:
                        "whether the pods run on spot nodes is known only after apply, so it is not checked",
                    path: 'spec.template.spec.nodeSelector["karpenter.sh/capacity-type"]',
                },
            ]);
        }
    });

    it("is quiet on other nodes, and leaves a grace period that is not known to grace-covers-task", () => {
        expect(found({ terminationGracePeriodSeconds: 3600 })).toEqual([]);
        expect(found({ ...GKE, terminationGracePeriodSeconds: unknown() })).toEqual([]);
        expect(findings(spotGrace, scaledObject(), deployment({ nodeSelector: { disk: "ssd" } }))).toEqual(
            [],
        );
    });
});
