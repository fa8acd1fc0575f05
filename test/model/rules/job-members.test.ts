import { describe, expect, it } from "vitest";
import { jobMembers } from "../../../model/rules/job-members";
import { findings } from "./support/findings";
import { cron, redis, scaledJob, scaledObject, secret, unknown } from "./support/objects";

describe("job-members", () => {
    it("reports each field that only a ScaledObject has, with what to do without it", () => {
        const spec = {
            scaleTargetRef: { name: "worker" },
            cooldownPeriod: 10,
            fallback: { failureThreshold: 3, replicas: 2 },
            idleReplicaCount: 0,
            initialCooldownPeriod: 5,
            advanced: {},
        };
        expect(findings(jobMembers, scaledJob(spec)).map(({ severity, path }) => [severity, path])).toEqual(
            Object.keys(spec)
                .sort()
                .map((member) => ["error", `spec.${member}`]),
        );
        expect(findings(jobMembers, scaledJob({ cooldownPeriod: 10 }))).toMatchObject([
            { message: "a ScaledJob has no cooldownPeriod", fix: "remove it: a job ends by itself" },
        ]);
        expect(findings(jobMembers, scaledJob({ fallback: unknown() }))).toHaveLength(1);
        expect(findings(jobMembers, scaledJob({ fallback: null, advanced: undefined }))).toEqual([]);
    });

    it("reports a metric type whatever it is", () => {
        for (const metricType of ["AverageValue", "Value", unknown(), secret()]) {
            expect(findings(jobMembers, scaledJob({ triggers: [redis({}, { metricType })] }))).toMatchObject([
                {
                    severity: "error",
                    message: "a trigger of a ScaledJob has no metricType: every number is a total",
                    path: "spec.triggers[0].metricType",
                },
            ]);
        }
    });

    it("warns of cached metrics, which it leaves to trigger-identity where nothing has them", () => {
        const cached = (trigger: object) =>
            findings(jobMembers, scaledJob({ triggers: [{ ...trigger, useCachedMetrics: true }] }));
        expect(cached(redis())).toMatchObject([
            { severity: "warning", path: "spec.triggers[0].useCachedMetrics", fix: "remove it" },
        ]);
        expect(cached(cron())).toEqual([]);
        const off = scaledJob({ triggers: [redis({}, { useCachedMetrics: false })] });
        expect(findings(jobMembers, off)).toEqual([]);
    });

    it("is quiet about a ScaledJob as it should be, and about a ScaledObject", () => {
        expect(findings(jobMembers, scaledJob())).toEqual([]);
        expect(findings(jobMembers, scaledObject({ cooldownPeriod: 10 }))).toEqual([]);
    });
});
