import { describe, expect, it } from "vitest";
import { objectNames } from "../../../model/rules/object-names";
import { findings } from "./support/findings";
import {
    declared,
    deployment,
    disruptionBudget,
    horizontalPodAutoscaler,
    scaledJob,
    scaledObject,
    unknown,
} from "./support/objects";

describe("object-names", () => {
    const long = (length: number) => "a".repeat(length);

    it("reports a name that Kubernetes refuses, and the nearest one that it takes", () => {
        const scaler = scaledObject({}, { name: "Research_Agents" });
        expect(findings(objectNames, scaler)).toMatchObject([
            {
                severity: "error",
                message: '"Research_Agents" is not a name that Kubernetes accepts',
                fix: 'use "research-agents"',
                path: "metadata.name",
            },
        ]);
        expect(findings(objectNames, deployment({}, { metadata: { name: "" } }))).toHaveLength(1);
        expect(findings(objectNames, disruptionBudget({}, { name: "a..b" }))[0]?.fix).toBe('use "a.b"');
    });

    it("counts what KEDA puts in front of the name", () => {
        expect(findings(objectNames, scaledObject({}, { name: long(54) }))).toEqual([]);
        expect(findings(objectNames, scaledObject({}, { name: long(55) }))).toMatchObject([
            {
                severity: "error",
                message: 'the name has 55 characters, and its HPA "keda-hpa-..." leaves room for 54',
                fix: "use 54 characters or fewer",
            },
        ]);
    });

    it("counts 63 where the HPA has a name of its own, and looks at that one too", () => {
        const named = (name: unknown) => ({ advanced: { horizontalPodAutoscalerConfig: { name } } });
        expect(findings(objectNames, scaledObject(named("own"), { name: long(63) }))).toEqual([]);
        expect(findings(objectNames, scaledObject(named("own"), { name: long(64) }))).toHaveLength(1);
        expect(findings(objectNames, scaledObject(named(""), { name: long(55) }))).toHaveLength(1);
        expect(findings(objectNames, scaledObject(named(unknown()), { name: long(63) }))).toEqual([]);
        const path = "spec.advanced.horizontalPodAutoscalerConfig.name";
        expect(findings(objectNames, scaledObject(named(long(64))))).toMatchObject([
            { message: "the HPA's name has 64 characters, and a label leaves room for 63", path },
        ]);
        expect(findings(objectNames, scaledObject(named("Own")))).toMatchObject([
            { message: '"Own" is not a name that Kubernetes accepts', path },
        ]);
    });

    it("lets an HPA and a Deployment be called as long as Kubernetes lets them, and a StatefulSet as a host", () => {
        expect(findings(objectNames, horizontalPodAutoscaler({}, { name: long(253) }))).toEqual([]);
        expect(findings(objectNames, horizontalPodAutoscaler({}, { name: long(254) }))).toHaveLength(1);
        expect(findings(objectNames, deployment({}, { metadata: { name: "a.b" } }))).toEqual([]);
        const statefulSet = (name: string) =>
            declared({ apiVersion: "apps/v1", kind: "StatefulSet", metadata: { name }, spec: {} });
        expect(findings(objectNames, statefulSet("a.b"))[0]?.fix).toBe('use "a-b"');
        expect(findings(objectNames, statefulSet(long(64)))).toHaveLength(1);
        expect(findings(objectNames, statefulSet(long(63)))).toEqual([]);
    });

    it("leaves a name that is missing or not known to Pulumi and the API server", () => {
        expect(findings(objectNames, scaledObject({}, { name: undefined }))).toEqual([]);
        expect(findings(objectNames, scaledObject({}, { name: unknown() }))).toEqual([]);
    });

    it("ends at once on a name made to be slow", () => {
        expect(
            findings(objectNames, deployment({}, { metadata: { name: `${long(200_000)}!` } })),
        ).toHaveLength(1);
    });

    it("counts 63 for a ScaledJob, which has no HPA, and says it once", () => {
        expect(findings(objectNames, scaledJob({}, { name: long(63) }))).toEqual([]);
        expect(findings(objectNames, scaledJob({}, { name: long(64) }))).toMatchObject([
            { severity: "error", message: "the name has 64 characters, and a label leaves room for 63" },
        ]);
        expect(findings(objectNames, scaledJob({}, { name: "Digest" }))).toHaveLength(1);
        expect(findings(objectNames, scaledJob({}, { name: unknown() }))).toEqual([]);
    });
});
