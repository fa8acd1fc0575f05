import { describe, expect, it } from "vitest";
import { signalFitsWork } from "../../../model/rules/signal-fits-work";
import { findings } from "./support/findings";
import {
    cpu,
    cron,
    deployment,
    horizontalPodAutoscaler,
    intent,
    redis,
    scaledJob,
    scaledObject,
    unknown,
} from "./support/objects";

describe("signal-fits-work", () => {
    const memory = { type: "memory", metricType: "Utilization", metadata: { value: "80" } };
    const found = (archetype: string, triggers: unknown) =>
        findings(
            signalFitsWork,
            scaledObject({ triggers }),
            deployment({}, { metadata: intent({ archetype }) }),
        );

    it("reports work that its only triggers do not show", () => {
        expect(found("QueueWorker", [cpu()])).toMatchObject([
            {
                severity: "warning",
                message:
                    "a QueueWorker scales on cpu alone: a worker that waits for a model uses no CPU while its queue grows",
                fix: "add a trigger that counts its work: tasks that wait, requests in flight",
                path: "spec.triggers[0]",
            },
        ]);
        expect(found("GpuInference", [cron(), cpu(), memory])).toMatchObject([
            { message: expect.stringMatching(/^a GpuInference scales on cpu and memory alone/) as string },
        ]);
        expect(
            findings(
                signalFitsWork,
                horizontalPodAutoscaler(),
                deployment({}, { metadata: intent({ archetype: "SessionServer" }) }),
            ),
        ).toHaveLength(1);
    });

    it("is quiet with one trigger that shows it, and for work that these show", () => {
        expect(found("QueueWorker", [cpu(), redis()])).toEqual([]);
        expect(found("Service", [cpu()])).toEqual([]);
        expect(found("QueueWorker", [cron()])).toEqual([]);
        const custom = horizontalPodAutoscaler({ metrics: [{ type: "Pods", pods: {} }] });
        const worker = deployment({}, { metadata: intent({ archetype: "QueueWorker" }) });
        expect(findings(signalFitsWork, custom, worker)).toEqual([]);
    });

    it("is quiet about kinds of work that it does not know, and triggers that nobody does", () => {
        expect(found("Nonsense", [cpu()])).toEqual([]);
        expect(findings(signalFitsWork, scaledObject({ triggers: [cpu()] }), deployment())).toEqual([]);
        expect(found("QueueWorker", unknown())).toEqual([]);
        expect(found("QueueWorker", [{ type: unknown(), metadata: {} }])).toEqual([]);
    });

    it("leaves jobs to job-triggers, which refuses what shows nothing", () => {
        const job = scaledJob({ triggers: [cpu()] }, intent({ archetype: "BatchJob" }));
        expect(findings(signalFitsWork, job)).toEqual([]);
    });
});
