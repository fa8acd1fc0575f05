import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import type { Finding } from "../../../model/findings";
import { costLabels } from "../../../model/rules/cost-labels";
import { findings, findingsAsked } from "./support/findings";
import {
    container,
    deployment,
    jobTarget,
    scaledJob,
    scaledObject,
    secret,
    unknown,
} from "./support/objects";

describe("cost-labels", () => {
    const LABELS = ["team", "example.com/cost-centre"];
    const FULL = { app: "worker", team: "research", "example.com/cost-centre": "4711" };
    const asked = (labels: readonly string[], ...objects: readonly Declared[]): Finding[] =>
        findingsAsked({ values: { labels } }, costLabels, ...objects);
    const worker = (own: unknown, ofPods: unknown): Declared =>
        deployment(
            {},
            {
                metadata: { labels: own },
                spec: { template: { metadata: { labels: ofPods }, spec: { containers: [container()] } } },
            },
        );
    const found = (own: unknown, ofPods: unknown): Finding[] =>
        asked(LABELS, scaledObject(), worker(own, ofPods));

    it("reports labels that are missing on the workload and on its pods, each once", () => {
        expect(found({ team: "research" }, { app: "worker" })).toMatchObject([
            {
                severity: "warning",
                message: "the workload has no value for the label example.com/cost-centre",
                path: "metadata.labels",
            },
            {
                message: "its pod template has no value for the labels team and example.com/cost-centre",
                fix: "add team and example.com/cost-centre, on the workload and on its pod template",
                path: "spec.template.metadata.labels",
            },
        ]);
        expect(found(undefined, FULL)).toHaveLength(1);
    });

    it("takes an empty value for none, and any text for one", () => {
        expect(found({ ...FULL, team: "" }, FULL)[0]?.message).toBe(
            "the workload has no value for the label team",
        );
        expect(found({ ...FULL, team: "0" }, FULL)).toEqual([]);
        expect(found({ ...FULL, team: null }, FULL)).toHaveLength(1);
    });

    it("looks at the jobs of a ScaledJob", () => {
        const job = scaledJob({ jobTargetRef: jobTarget() }, { labels: FULL });
        expect(asked(LABELS, job)).toMatchObject([{ path: "spec.jobTargetRef.template.metadata.labels" }]);
    });

    it("says a workload of two scalers once, and nothing of one that is not scaled or not declared", () => {
        const twice = [scaledObject(), scaledObject({}, { name: "second" }), worker({}, FULL)];
        expect(asked(LABELS, ...twice)).toHaveLength(1);
        expect(asked(LABELS, worker({}, {}))).toEqual([]);
        expect(asked(LABELS, scaledObject())).toEqual([]);
    });

    it("is quiet without a setting", () => {
        expect(asked([], scaledObject(), worker({}, {}))).toEqual([]);
        expect(findings(costLabels, scaledObject(), worker({}, {}))).toEqual([]);
    });

    it("notes labels and values that are known only after apply", () => {
        for (const hidden of [unknown(), secret()]) {
            expect(found(hidden, FULL)).toMatchObject([{ severity: "note", path: "metadata.labels" }]);
            expect(found({ ...FULL, team: hidden }, FULL)).toMatchObject([
                {
                    severity: "note",
                    message: "metadata.labels.team is known only after apply, so it is not checked",
                },
            ]);
        }
    });
});
