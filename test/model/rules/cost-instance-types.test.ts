import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import type { Finding } from "../../../model/findings";
import { costInstanceTypes } from "../../../model/rules/cost-instance-types";
import { findings, findingsAsked } from "./support/findings";
import { deployment, intent, scaledObject, secret, unknown } from "./support/objects";

const LABEL = "node.kubernetes.io/instance-type";

describe("cost-instance-types", () => {
    const asked = (allowed: readonly string[], ...objects: readonly Declared[]): Finding[] =>
        findingsAsked({ values: { allowed } }, costInstanceTypes, ...objects);
    const found = (podSpec: object, more: object = {}, allowed = ["m7i.large", "m7i.xlarge"]): Finding[] =>
        asked(allowed, scaledObject(), deployment(podSpec, { metadata: intent(more) }));
    const onNode = (instanceType: string): object => ({
        nodePool: { name: "agents", node: { instanceType } },
    });
    const affinity = (operator: string, values: unknown): object => ({
        affinity: {
            nodeAffinity: {
                requiredDuringSchedulingIgnoredDuringExecution: {
                    nodeSelectorTerms: [{ matchExpressions: [{ key: LABEL, operator, values }] }],
                },
            },
        },
    });

    it("reports a machine of the node pool that is not allowed", () => {
        expect(found({}, onNode("p5.48xlarge"))).toMatchObject([
            {
                severity: "error",
                message: 'the machine type "p5.48xlarge" is not one of those that are allowed',
                fix: "use one of m7i.large, m7i.xlarge",
                path: 'metadata.annotations["agent-autoscaling/intent"]',
                resource: { kind: "Deployment" },
            },
        ]);
        expect(asked(["m7i.large"], scaledObject({}, intent(onNode("p5.48xlarge"))))).toMatchObject([
            { resource: { kind: "ScaledObject" } },
        ]);
    });

    it("reports what the labels of its nodes ask for", () => {
        expect(found({ nodeSelector: { [LABEL]: "g5.xlarge" } })).toMatchObject([
            { path: `spec.template.spec.nodeSelector["${LABEL}"]` },
        ]);
        expect(found(affinity("In", ["m7i.large", "g5.xlarge"]))).toMatchObject([
            { message: 'the machine type "g5.xlarge" is not one of those that are allowed' },
        ]);
        expect(found(affinity("NotIn", ["g5.xlarge"]))).toEqual([]);
    });

    it("is quiet for what is allowed to the letter, without a list, and without a machine", () => {
        expect(found({ nodeSelector: { [LABEL]: "m7i.large" } }, onNode("m7i.xlarge"))).toEqual([]);
        expect(found({}, onNode("m7i.2xlarge"))).toHaveLength(1);
        expect(found({}, onNode("M7I.large"))).toHaveLength(1);
        expect(found({}, onNode("p5.48xlarge"), [])).toEqual([]);
        expect(findings(costInstanceTypes, scaledObject(), deployment())).toEqual([]);
        expect(found({ nodeSelector: { disk: "g5.xlarge" } })).toEqual([]);
    });

    it("shows the first of a long list", () => {
        const many = Array.from({ length: 12 }, (_, index) => `m${index}.large`);
        expect(found({}, onNode("p5.48xlarge"), many)[0]?.fix).toMatch(
            /^use one of m0\.large, .* and 2 more$/,
        );
    });

    it("notes a machine that is known only after apply", () => {
        for (const hidden of [unknown(), secret()]) {
            const required = { requiredDuringSchedulingIgnoredDuringExecution: hidden };
            for (const podSpec of [
                { nodeSelector: { [LABEL]: hidden } },
                { nodeSelector: hidden },
                affinity("In", [hidden]),
                { affinity: { nodeAffinity: required } },
            ]) {
                expect(found(podSpec)).toMatchObject([
                    {
                        severity: "note",
                        message: "the machine type is known only after apply, so it is not checked",
                    },
                ]);
            }
        }
    });
});
