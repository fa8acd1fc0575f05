import { describe, expect, it } from "vitest";
import { awaitAtZero } from "../../../model/rules/await-at-zero";
import { findings } from "./support/findings";
import { deployment, scaledJob, scaledObject, secret, service, unknown } from "./support/objects";

describe("await-at-zero", () => {
    const URN = "urn:pulumi:dev::agents::kubernetes:core/v1:Service::worker";
    const sleeps = scaledObject({ minReplicaCount: 0 });
    const skipping = (value: unknown) => ({ annotations: { "pulumi.com/skipAwait": value } });

    it("reports a Service that an update waits for although its pool may be empty", () => {
        expect(findings(awaitAtZero, sleeps, deployment(), service({}, {}, URN))).toMatchObject([
            {
                severity: "warning",
                message: "the update waits for a pod behind the Service, and Deployment worker may have none",
                fix: 'give the Service the annotation pulumi.com/skipAwait: "true"',
                path: 'metadata.annotations["pulumi.com/skipAwait"]',
                resource: { urn: URN },
            },
        ]);
        for (const scaler of [
            scaledObject({ idleReplicaCount: 0 }),
            scaledObject({}, { annotations: { "autoscaling.keda.sh/paused-replicas": "0" } }),
        ]) {
            expect(findings(awaitAtZero, scaler, deployment(), service({}, {}, URN))).toHaveLength(1);
        }
    });

    it("is quiet where nothing waits, and where a pod is always there", () => {
        for (const quiet of [
            service(),
            service({ clusterIP: "None" }, {}, URN),
            service({ selector: { app: "other" } }, {}, URN),
            service({}, skipping("true"), URN),
        ]) {
            expect(findings(awaitAtZero, sleeps, deployment(), quiet)).toEqual([]);
        }
        expect(findings(awaitAtZero, scaledObject(), deployment(), service({}, {}, URN))).toEqual([]);
        expect(findings(awaitAtZero, sleeps, deployment(), service({}, skipping("false"), URN))).toHaveLength(
            1,
        );
    });

    it("notes an annotation that is not known", () => {
        for (const value of [unknown(), secret()]) {
            expect(
                findings(awaitAtZero, sleeps, deployment(), service({}, skipping(value), URN)),
            ).toMatchObject([{ severity: "note" }]);
        }
    });

    it("reports a Service in front of jobs, unless some run at all times", () => {
        expect(findings(awaitAtZero, scaledJob(), service({}, {}, URN))).toMatchObject([
            { message: "the update waits for a pod behind the Service, and ScaledJob worker may have none" },
        ]);
        expect(findings(awaitAtZero, scaledJob({ minReplicaCount: 1 }), service({}, {}, URN))).toEqual([]);
    });
});
