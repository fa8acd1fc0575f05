import { describe, expect, it } from "vitest";
import { triggerType } from "../../../model/rules/trigger-type";
import { findings } from "./support/findings";
import { horizontalPodAutoscaler, scaledJob, scaledObject, unknown } from "./support/objects";

describe("trigger-type", () => {
    const typed = (type: unknown) => scaledObject({ triggers: [{ type, metadata: {} }] });

    it("reports a type that KEDA does not have, and the one that was meant", () => {
        expect(findings(triggerType, typed("aws-sqs"))).toMatchObject([
            {
                severity: "error",
                message: 'KEDA has no scaler of type "aws-sqs"',
                path: "spec.triggers[0].type",
            },
        ]);
        expect(findings(triggerType, typed("Redis"))[0]?.fix).toBe("did you mean redis?");
        expect(findings(triggerType, typed("carrier-pigeon"))[0]?.fix).toBe("use a type that KEDA documents");
    });

    it("reports a trigger without a type, and a scaler without a trigger", () => {
        for (const type of [undefined, null, ""]) {
            expect(findings(triggerType, typed(type))).toMatchObject([
                { severity: "error", message: "the trigger has no type", path: "spec.triggers[0]" },
            ]);
        }
        for (const triggers of [undefined, []]) {
            expect(findings(triggerType, scaledObject({ triggers }))).toMatchObject([
                { severity: "error", message: "there is no trigger", path: "spec.triggers" },
            ]);
        }
    });

    it("is quiet about the types that KEDA knows", () => {
        for (const type of ["redis", "aws-sqs-queue", "prometheus", "cron", "cpu", "memory", "kafka"]) {
            expect(findings(triggerType, typed(type))).toEqual([]);
        }
        expect(findings(triggerType, horizontalPodAutoscaler({ metrics: [] }))).toEqual([]);
    });

    it("notes a type or a list that is not known, and does not miss its triggers", () => {
        expect(findings(triggerType, typed(unknown()))).toMatchObject([
            { severity: "note", message: expect.stringContaining("the trigger's type") as string },
        ]);
        expect(findings(triggerType, scaledObject({ triggers: unknown() }))).toMatchObject([
            {
                severity: "note",
                message: expect.stringContaining("why the pool scales") as string,
                path: "spec.triggers",
            },
        ]);
        expect(findings(triggerType, horizontalPodAutoscaler({ metrics: unknown() }))).toMatchObject([
            { severity: "note", path: "spec.metrics" },
        ]);
    });

    it("looks at the triggers of a ScaledJob", () => {
        expect(findings(triggerType, scaledJob({ triggers: [] }))).toHaveLength(1);
        expect(
            findings(triggerType, scaledJob({ triggers: [{ type: "Redis", metadata: {} }] })),
        ).toMatchObject([{ fix: "did you mean redis?" }]);
        expect(findings(triggerType, scaledJob({ triggers: unknown() }))).toMatchObject([
            { severity: "note", path: "spec.triggers" },
        ]);
    });
});
