import { describe, expect, it } from "vitest";
import { scaleUpBounded } from "../../../model/rules/scale-up-bounded";
import { findings, strictFindings } from "./support/findings";
import {
    cron,
    horizontalPodAutoscaler,
    redis,
    scaledJob,
    scaledObject,
    secret,
    unknown,
} from "./support/objects";

describe("scale-up-bounded", () => {
    const hpa = (
        scaleUp: unknown,
        { minReplicas = 1, maxReplicas = 60 }: { minReplicas?: unknown; maxReplicas?: unknown } = {},
    ) => horizontalPodAutoscaler({ minReplicas, maxReplicas, behavior: { scaleUp } });
    const found = (...args: Parameters<typeof hpa>) => strictFindings(scaleUpBounded, {}, hpa(...args));
    const percent = (value: unknown, periodSeconds = 60) => ({ type: "Percent", value, periodSeconds });
    const pods = (value: unknown) => ({ type: "Pods", value, periodSeconds: 60 });

    it("reports a large pool without a policy, with a behavior or without", () => {
        const message =
            "from 1 to 60 replicas it grows as fast as Kubernetes lets it: each 15 s by 4, or twofold where that is more";
        for (const scaleUp of [undefined, {}, { stabilizationWindowSeconds: 30 }, { policies: [] }]) {
            expect(found(scaleUp)).toMatchObject([
                { severity: "error", message, path: "spec.behavior.scaleUp" },
            ]);
        }
        expect(strictFindings(scaleUpBounded, {}, scaledObject({ maxReplicaCount: 60 }))).toMatchObject([
            { message, path: "spec.advanced.horizontalPodAutoscalerConfig.behavior.scaleUp" },
        ]);
    });

    it("reports a policy that allows all of it in one step, at the very number", () => {
        expect(found({ policies: [pods(59)] })).toMatchObject([
            {
                message: "its policy lets it grow from 1 to 60 replicas in one step",
                fix: "allow fewer at a time in scaleUp.policies, for example {type: Percent, value: 100, periodSeconds: 60}",
                path: "spec.behavior.scaleUp.policies[0].value",
            },
        ]);
        expect(found({ policies: [pods(58)] })).toEqual([]);
        expect(found({ policies: [percent(500)] }, { minReplicas: 10 })).toHaveLength(1);
        expect(found({ policies: [percent(490)] }, { minReplicas: 10 })).toEqual([]);
    });

    it("goes by the widest policy, and with Min by the narrowest", () => {
        const policies = [percent(100), pods(100)];
        expect(found({ policies })).toMatchObject([{ path: "spec.behavior.scaleUp.policies[1].value" }]);
        expect(found({ policies, selectPolicy: "Min" })).toEqual([]);
        expect(found({ policies: [pods(90), pods(100)], selectPolicy: "Min" })).toHaveLength(1);
    });

    it("is quiet about a pool that adds 20 at the most, that may not grow, of jobs, and by default", () => {
        expect(found(undefined, { maxReplicas: 21 })).toEqual([]);
        expect(found(undefined, { maxReplicas: 22 })).toHaveLength(1);
        expect(found(undefined, { minReplicas: 0, maxReplicas: 21 })).toEqual([]);
        expect(found(undefined, { minReplicas: 40, maxReplicas: 60 })).toEqual([]);
        expect(found({ selectPolicy: "Disabled" })).toEqual([]);
        expect(strictFindings(scaleUpBounded, {}, scaledJob({ maxReplicaCount: 60 }))).toEqual([]);
        expect(strictFindings(scaleUpBounded, { replicas: 59 }, hpa(undefined))).toEqual([]);
        expect(findings(scaleUpBounded, hpa(undefined))).toEqual([]);
    });

    it("is quiet about a ceiling that nobody chose, and about windows alone", () => {
        const scaled = (spec: object) => strictFindings(scaleUpBounded, {}, scaledObject(spec));
        expect(scaled({ maxReplicaCount: undefined })).toEqual([]);
        expect(scaled({ maxReplicaCount: 60, triggers: [cron(), cron()] })).toEqual([]);
        expect(scaled({ maxReplicaCount: 60, triggers: [cron(), redis()] })).toHaveLength(1);
        for (const triggers of [[], unknown(), secret()]) {
            expect(scaled({ maxReplicaCount: 60, triggers })).toHaveLength(1);
        }
    });

    it("leaves what is not known or of the wrong type to behavior-values and scale-bounds", () => {
        for (const hidden of [unknown(), secret()]) {
            expect(found(hidden)).toEqual([]);
            expect(found({ policies: hidden })).toEqual([]);
            expect(found({ policies: [pods(hidden)] })).toEqual([]);
            expect(found({ policies: [{ ...pods(100), type: hidden }] })).toEqual([]);
            expect(found({ selectPolicy: hidden })).toEqual([]);
            expect(found(undefined, { maxReplicas: hidden })).toEqual([]);
        }
        expect(found({ policies: [pods("100")] })).toEqual([]);
        expect(found({ policies: [{ ...pods(100), type: "Replicas" }] })).toEqual([]);
    });
});
