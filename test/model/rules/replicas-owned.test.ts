import { describe, expect, it } from "vitest";
import { replicasOwned } from "../../../model/rules/replicas-owned";
import { findings } from "./support/findings";
import { deployment, horizontalPodAutoscaler, scaledObject, unknown } from "./support/objects";

describe("replicas-owned", () => {
    const stating = (replicas: unknown, ignoreChanges?: readonly string[]) =>
        deployment(
            {},
            { spec: { replicas }, ...(ignoreChanges === undefined ? {} : { options: { ignoreChanges } }) },
        );

    it("reports replicas that an autoscaler owns, also 0", () => {
        for (const replicas of [3, 0]) {
            expect(findings(replicasOwned, scaledObject(), stating(replicas))).toMatchObject([
                {
                    severity: "warning",
                    message: `spec.replicas is ${replicas}, and an autoscaler owns it`,
                    fix: expect.stringContaining("remove it") as string,
                    path: "spec.replicas",
                    resource: { kind: "Deployment" },
                },
            ]);
        }
    });

    it("is quiet without the number, without an autoscaler, and where changes of it are ignored", () => {
        expect(findings(replicasOwned, scaledObject(), deployment())).toEqual([]);
        expect(findings(replicasOwned, stating(3))).toEqual([]);
        for (const path of ["spec.replicas", 'spec["replicas"]', "spec", "*"]) {
            expect(findings(replicasOwned, scaledObject(), stating(3, [path]))).toEqual([]);
        }
        expect(findings(replicasOwned, scaledObject(), stating(3, ["metadata"]))).toHaveLength(1);
    });

    it("reports a workload once, however many autoscalers it has", () => {
        const hpa = horizontalPodAutoscaler();
        expect(findings(replicasOwned, scaledObject(), hpa, stating(3))).toHaveLength(1);
    });

    it("reports a number that is not known: it is stated all the same", () => {
        expect(findings(replicasOwned, scaledObject(), stating(unknown()))).toMatchObject([
            {
                severity: "warning",
                message: "spec.replicas is (known after apply), and an autoscaler owns it",
            },
        ]);
    });
});
