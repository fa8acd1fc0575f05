import * as pulumi from "@pulumi/pulumi";
import { afterEach, describe, expect, it } from "vitest";
import { AdmissionMode, AutoscalingAdmission, type AutoscalingAdmissionArgs } from "../../index";
import { refuseBy } from "../../components/refuse";
import type { Finding } from "../../model";
import { record } from "./support/record";

const ADMISSION = "agent-autoscaling:index:AutoscalingAdmission";
const K8S = "kubernetes:admissionregistration.k8s.io/v1";
const ARGS: AutoscalingAdmissionArgs = {
    mode: AdmissionMode.Deny,
    namespaces: ["agents"],
    pools: [{ name: "research", maxReplicas: 40 }],
};

describe("AutoscalingAdmission", () => {
    it("registers each policy before its binding, below itself", async () => {
        const seen = await record((opts) => new AutoscalingAdmission("agents", ARGS, opts));
        expect(seen.map(({ type, name, parent, dependsOn }) => ({ type, name, parent, dependsOn }))).toEqual([
            { type: ADMISSION, name: "agents", parent: undefined, dependsOn: [] },
            ...["workloads", "autoscalers", "scaled-objects"].flatMap((role) => [
                {
                    type: `${K8S}:ValidatingAdmissionPolicy`,
                    name: `agents-${role}`,
                    parent: "agents",
                    dependsOn: [],
                },
                {
                    type: `${K8S}:ValidatingAdmissionPolicyBinding`,
                    name: `agents-${role}-binding`,
                    parent: "agents",
                    dependsOn: [`agents-${role}`],
                },
            ]),
        ]);
    });

    it("gives the engine whole objects, and the names of the policies as an output", async () => {
        let names: pulumi.Output<string[]> | undefined;
        const seen = await record((opts) => {
            names = new AutoscalingAdmission("agents", ARGS, opts).policyNames;
        });
        const binding = seen.find(({ name }) => name === "agents-workloads-binding");
        expect(binding?.inputs).toMatchObject({
            kind: "ValidatingAdmissionPolicyBinding",
            metadata: { name: "agents-workloads" },
            spec: { policyName: "agents-workloads", validationActions: ["Deny"] },
        });
        const given = await new Promise((resolve) => names?.apply(resolve));
        expect(given).toEqual(["agents-workloads", "agents-autoscalers", "agents-scaled-objects"]);
    });

    it("puts an Output of a namespace's name into the binding", async () => {
        const namespaces = [pulumi.output("agents-4f2a")];
        const seen = await record(
            (opts) => new AutoscalingAdmission("agents", { ...ARGS, namespaces }, opts),
        );
        const binding = seen.find(({ name }) => name === "agents-workloads-binding");
        expect(binding?.inputs["spec"]).toMatchObject({
            matchResources: { namespaceSelector: { matchExpressions: [{ values: ["agents-4f2a"] }] } },
        });
    });
});

describe("bounds that cannot work", () => {
    const refused: { name: string; what: string | undefined; findings: readonly Finding[] }[] = [];
    afterEach(() => {
        refused.length = 0;
    });

    it("register no child, and are refused under their own name with all that is wrong", async () => {
        refuseBy((_resource, name, findings, what) => {
            refused.push({ name, what, findings });
        });
        const pools = [
            { name: "a", maxReplicas: 4, minReplicas: 5 },
            { name: "a", maxReplicas: 4 },
        ];
        const seen = await record((opts) => new AutoscalingAdmission("agents", { ...ARGS, pools }, opts));
        expect(seen.map(({ type, name }) => `${type} ${name}`)).toEqual([`${ADMISSION} agents`]);
        expect(
            refused.map(({ name, what, findings }) => ({
                name,
                what,
                paths: findings.map(({ path }) => path),
            })),
        ).toEqual([
            { name: "agents", what: "AutoscalingAdmission", paths: ["pools[0].minReplicas", "pools[1]"] },
        ]);
    });
});
