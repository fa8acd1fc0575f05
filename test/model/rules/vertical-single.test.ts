import { describe, expect, it } from "vitest";
import { verticalSingle } from "../../../model/rules/vertical-single";
import { findings } from "./support/findings";
import { unknown, verticalPodAutoscaler } from "./support/objects";

describe("vertical-single", () => {
    const other = (spec: object = {}, metadata: object = {}) =>
        verticalPodAutoscaler(spec, { name: "other", ...metadata });
    const recommending = { updatePolicy: { updateMode: "Off" } };

    it("reports the second of a target, whatever their order", () => {
        for (const objects of [
            [verticalPodAutoscaler(), other()],
            [other(), verticalPodAutoscaler()],
        ]) {
            expect(findings(verticalSingle, ...objects)).toMatchObject([
                {
                    severity: "error",
                    message: "Deployment worker has VerticalPodAutoscaler other already",
                    fix: "keep one of the two, with the policies of both",
                    path: "spec.targetRef",
                    resource: { name: "worker" },
                },
            ]);
        }
    });

    it("only warns where one of them only recommends", () => {
        expect(findings(verticalSingle, verticalPodAutoscaler(), other(recommending))).toMatchObject([
            { severity: "warning" },
        ]);
        expect(findings(verticalSingle, verticalPodAutoscaler(recommending), other())).toMatchObject([
            { severity: "warning" },
        ]);
    });

    it("is quiet about other targets, kinds and namespaces, and one object in two files", () => {
        const target = (more: object) => ({
            targetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "worker", ...more },
        });
        for (const second of [
            other(target({ name: "x" })),
            other(target({ kind: "StatefulSet" })),
            other({}, { namespace: "staging" }),
            other({ targetRef: {} }),
            verticalPodAutoscaler(recommending),
        ]) {
            expect(findings(verticalSingle, verticalPodAutoscaler(), second)).toEqual([]);
        }
    });

    it("joins what is not known by identity", () => {
        const named = (identity: string) => ({ targetRef: { kind: "Deployment", name: unknown(identity) } });
        expect(findings(verticalSingle, verticalPodAutoscaler(named("a")), other(named("a")))).toMatchObject([
            { message: "Deployment (known after apply) has VerticalPodAutoscaler other already" },
        ]);
        expect(findings(verticalSingle, verticalPodAutoscaler(named("a")), other(named("b")))).toEqual([]);
    });
});
