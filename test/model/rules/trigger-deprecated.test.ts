import { describe, expect, it } from "vitest";
import { triggerDeprecated } from "../../../model/rules/trigger-deprecated";
import { findings } from "./support/findings";
import { redis, scaledJob, scaledObject } from "./support/objects";

const judge = (type: string, metadata: object): unknown[] =>
    findings(triggerDeprecated, scaledObject({ triggers: [{ type, metadata }] }));

describe("trigger-deprecated", () => {
    it("warns of a key that KEDA has deprecated, and says what to use", () => {
        expect(judge("temporal", { buildId: "v1" })).toMatchObject([
            {
                severity: "warning",
                message: "KEDA has deprecated buildId of temporal",
                fix: "use workerDeploymentName and workerDeploymentBuildId",
                path: "spec.triggers[0].metadata.buildId",
            },
        ]);
        expect(judge("elasticsearch", { metricName: "m" })).toMatchObject([{ fix: "remove it" }]);
    });

    it("refuses a key that KEDA refuses", () => {
        expect(judge("huawei-cloudeye", { minMetricValue: "1" })).toMatchObject([
            { severity: "error", message: "huawei-cloudeye refuses minMetricValue since KEDA 2.20" },
        ]);
    });

    it("warns of a scaler that KEDA has deprecated", () => {
        expect(judge("gcp-pubsub", { subscriptionName: "tasks" })).toMatchObject([
            {
                severity: "warning",
                message: "KEDA has deprecated the scaler gcp-pubsub",
                path: "spec.triggers[0].type",
            },
        ]);
    });

    it("is quiet about everything else", () => {
        expect(findings(triggerDeprecated, scaledObject({ triggers: [redis()] }))).toEqual([]);
        expect(judge("temporal", { buildId: " ", taskQueue: "q" })).toEqual([]);
    });

    it("looks at the triggers of a ScaledJob", () => {
        const triggers = [{ type: "temporal", metadata: { buildId: "v1" } }];
        expect(findings(triggerDeprecated, scaledJob({ triggers }))).toHaveLength(1);
    });
});
