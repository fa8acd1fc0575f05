import { describe, expect, it } from "vitest";
import { jobTriggers } from "../../../model/rules/job-triggers";
import { findings } from "./support/findings";
import { cpu, redis, scaledJob, scaledObject, unknown } from "./support/objects";

describe("job-triggers", () => {
    const on = (...triggers: object[]) => scaledJob({ triggers });

    it("reports CPU and memory, which need what a ScaledJob cannot say", () => {
        expect(findings(jobTriggers, on(redis(), cpu()))).toMatchObject([
            {
                severity: "error",
                message:
                    "cpu needs a metricType, which a ScaledJob does not have: KEDA starts no jobs for any trigger",
                fix: "scale on the number of tasks that wait",
                path: "spec.triggers[1].type",
            },
        ]);
        expect(findings(jobTriggers, on({ type: "memory", metadata: { value: "70" } }))).toHaveLength(1);
    });

    it("reports a scaler whose number is never a total", () => {
        expect(findings(jobTriggers, on({ type: "splunk-observability", metadata: {} }))).toMatchObject([
            { severity: "error", message: expect.stringContaining("its number is no total") as string },
        ]);
    });

    it("warns of a push that nobody hears", () => {
        const push = { type: "external-push", metadata: { scalerAddress: "scaler:9090" } };
        expect(findings(jobTriggers, on(push))).toMatchObject([
            {
                severity: "warning",
                message: "KEDA does not listen to pushes for a ScaledJob: it asks the server every 30 s",
                fix: "use external, which is what it comes to",
            },
        ]);
        const often = scaledJob({ triggers: [push], pollingInterval: 5 });
        expect(findings(jobTriggers, often)[0]?.message).toContain("every 5 s");
    });

    it("warns of several targets of which one counts, and is quiet about one", () => {
        const solace = (metadata: object) => on({ type: "solace-event-queue", metadata });
        const both = { messageCountTarget: "5", messageReceiveRateTarget: "2" };
        expect(findings(jobTriggers, solace(both))).toMatchObject([
            {
                severity: "warning",
                message: expect.stringContaining("messageCountTarget and messageReceiveRateTarget") as string,
                path: "spec.triggers[0].metadata.messageReceiveRateTarget",
            },
        ]);
        expect(findings(jobTriggers, solace({ ...both, messageReceiveRateTarget: unknown() }))).toHaveLength(
            1,
        );
        expect(findings(jobTriggers, solace({ messageCountTarget: "5" }))).toEqual([]);
    });

    it("is quiet about everything else, about a ScaledObject, and about types that are not known", () => {
        expect(findings(jobTriggers, scaledJob())).toEqual([]);
        expect(findings(jobTriggers, on({ type: "external", metadata: { scalerAddress: "s:1" } }))).toEqual(
            [],
        );
        expect(findings(jobTriggers, on({ type: unknown(), metadata: {} }))).toEqual([]);
        expect(findings(jobTriggers, on({ type: 5, metadata: {} }))).toEqual([]);
        expect(findings(jobTriggers, scaledObject({ triggers: [cpu()] }))).toEqual([]);
    });
});
