import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { targetDeclared } from "../../../model/rules/target-declared";
import { findings, strictFindings } from "./support/findings";
import {
    declared,
    deployment,
    horizontalPodAutoscaler,
    scaledJob,
    scaledObject,
    secret,
    unknown,
    verticalPodAutoscaler,
} from "./support/objects";

describe("target-declared", () => {
    const found = (...objects: readonly Declared[]) => strictFindings(targetDeclared, {}, ...objects);
    const other = deployment({}, { metadata: { name: "planner" } });

    it("reports an autoscaler of something that is not there", () => {
        expect(found(scaledObject(), other)).toMatchObject([
            {
                severity: "error",
                message: "there is no Deployment worker among the objects of its namespace",
                fix: "declare it, or add worker to the setting external of this rule",
                path: "spec.scaleTargetRef.name",
            },
        ]);
        expect(found(horizontalPodAutoscaler(), other)).toHaveLength(1);
        expect(found(verticalPodAutoscaler(), other)).toMatchObject([{ path: "spec.targetRef.name" }]);
    });

    it("names the one that was meant", () => {
        expect(found(scaledObject(), deployment({}, { metadata: { name: "workers" } }))).toMatchObject([
            { fix: "did you mean workers?" },
        ]);
    });

    it("finds what it refers to by kind, name and namespace", () => {
        expect(found(scaledObject(), deployment())).toEqual([]);
        expect(
            found(scaledObject(), deployment({}, { metadata: { namespace: "elsewhere" } }), other),
        ).toHaveLength(1);
        const set = scaledObject({ scaleTargetRef: { kind: "StatefulSet", name: "worker" } });
        expect(found(set, deployment())).toMatchObject([
            { message: expect.stringContaining("no StatefulSet worker") as string },
        ]);
        const custom = declared({
            apiVersion: "example.com/v1",
            kind: "AgentPool",
            metadata: { name: "worker", namespace: "agents" },
        });
        const ofCustom = scaledObject({
            scaleTargetRef: { apiVersion: "example.com/v1", kind: "AgentPool", name: "worker" },
        });
        expect(found(ofCustom, custom, other)).toEqual([]);
        expect(found(ofCustom, other)).toHaveLength(1);
    });

    it("is quiet where no workload of the namespace is declared, about jobs, and by default", () => {
        expect(found(scaledObject())).toEqual([]);
        expect(found(scaledObject(), deployment({}, { metadata: { namespace: "elsewhere" } }))).toEqual([]);
        expect(found(scaledJob(), other)).toEqual([]);
        expect(findings(targetDeclared, scaledObject(), other)).toEqual([]);
    });

    it("is quiet about names that are said to be elsewhere", () => {
        expect(strictFindings(targetDeclared, { external: ["worker"] }, scaledObject(), other)).toEqual([]);
        expect(strictFindings(targetDeclared, { external: ["work"] }, scaledObject(), other)).toHaveLength(1);
    });

    it("joins names that are not known by identity, and notes those that it cannot join", () => {
        for (const name of [unknown("a"), secret("a")]) {
            const scaler = scaledObject({ scaleTargetRef: { name } });
            expect(found(scaler, deployment({}, { metadata: { name } }))).toEqual([]);
            expect(found(scaler, other)).toMatchObject([
                { severity: "note", path: "spec.scaleTargetRef.name" },
            ]);
        }
    });

    it("leaves a target without a name, or with one of the wrong type, to scale-target", () => {
        for (const name of [undefined, 5, ""]) {
            expect(found(scaledObject({ scaleTargetRef: { name } }), other)).toEqual([]);
        }
        expect(found(scaledObject({ scaleTargetRef: "worker" }), other)).toEqual([]);
    });
});
