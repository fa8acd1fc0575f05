import { describe, expect, it } from "vitest";
import { podPriority } from "../../../model/rules/pod-priority";
import { findings, findingsUnder } from "./support/findings";
import { deployment, scaledJob, scaledObject, secret, unknown } from "./support/objects";

describe("pod-priority", () => {
    const pool = (priorityClassName: unknown) => [scaledObject(), deployment({ priorityClassName })];
    const found = (priorityClassName: unknown) =>
        findingsUnder({ profile: "strict" }, podPriority, ...pool(priorityClassName));

    it("asks for a class", () => {
        expect(found(undefined)).toMatchObject([
            {
                severity: "error",
                message:
                    "the pods have no priority class, so the cluster's default decides what they push aside",
                fix: "name the PriorityClass of this kind of work",
                path: "spec.template.spec.priorityClassName",
            },
        ]);
        expect(found(null)).toHaveLength(1);
        expect(found("")).toHaveLength(1);
        expect(findingsUnder({ profile: "strict" }, podPriority, scaledJob())).toMatchObject([
            { path: "spec.jobTargetRef.template.spec.priorityClassName" },
        ]);
    });

    it("is quiet about any class, also one that is not known, and about a pod that is not known", () => {
        for (const name of ["batch", "system-node-critical", unknown(), secret(), 7]) {
            expect(found(name)).toEqual([]);
        }
        const hidden = deployment({}, { spec: { template: unknown() } });
        expect(findingsUnder({ profile: "strict" }, podPriority, scaledObject(), hidden)).toEqual([]);
    });

    it("is asked for by the profile strict only, and of autoscaled pods only", () => {
        expect(findings(podPriority, ...pool(undefined))).toEqual([]);
        expect(findingsUnder({ profile: "standard" }, podPriority, ...pool(undefined))).toEqual([]);
        expect(findingsUnder({ profile: "strict" }, podPriority, deployment())).toEqual([]);
    });
});
