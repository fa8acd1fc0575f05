import { describe, expect, it } from "vitest";
import type { AutoscalingAdmissionArgs } from "../../../model/admission";
import { AdmissionMode, BoundedKind, admissionPolicies, resolveAdmission } from "../../../model/admission";
import { Unknown } from "../../../model/declared";

const POOLS: AutoscalingAdmissionArgs = {
    mode: AdmissionMode.Deny,
    namespaces: ["agents"],
    pools: [
        { name: "research", maxReplicas: 40 },
        { name: "chat", kind: BoundedKind.StatefulSet, minReplicas: 3, maxReplicas: 12 },
        { name: "digest", kind: BoundedKind.ScaledJob, maxReplicas: 20 },
    ],
};
const CEILING: AutoscalingAdmissionArgs = { mode: AdmissionMode.Deny, namespaces: ["agents"], ceiling: 50 };

interface Policy {
    readonly matchConstraints: { readonly resourceRules: readonly Record<string, unknown>[] };
    readonly matchConditions?: unknown;
    readonly variables: readonly { name: string; expression: string }[];
    readonly validations: readonly { expression: string; messageExpression: string; reason: string }[];
}

function made(args: AutoscalingAdmissionArgs) {
    const { admission } = resolveAdmission("guard", args);
    if (admission === undefined) throw new Error("the arguments are refused");
    return admissionPolicies(admission);
}

function object(args: AutoscalingAdmissionArgs, role: string) {
    const found = made(args).find((each) => each.role === role);
    if (found === undefined) throw new Error(`there is no ${role}`);
    return found.object;
}

const policy = (args: AutoscalingAdmissionArgs, role: string) => object(args, role)["spec"] as Policy;
const binding = (args: AutoscalingAdmissionArgs, role: string) => object(args, `${role}-binding`)["spec"];
const variable = (args: AutoscalingAdmissionArgs, role: string, name: string) =>
    policy(args, role).variables.find((each) => each.name === name)?.expression;

describe("the policies of named pools", () => {
    it("are one for each form of object, each before its binding", () => {
        expect(
            made(POOLS).map(({ type, role, object: { metadata }, options }) => ({
                type: type.slice(type.lastIndexOf(":") + 1),
                role,
                name: metadata["name"],
                dependsOn: options.dependsOn,
            })),
        ).toEqual(
            ["workloads", "autoscalers", "scaled-objects", "scaled-jobs"].flatMap((role) => [
                { type: "ValidatingAdmissionPolicy", role, name: `guard-${role}`, dependsOn: [] },
                {
                    type: "ValidatingAdmissionPolicyBinding",
                    role: `${role}-binding`,
                    name: `guard-${role}`,
                    dependsOn: [role],
                },
            ]),
        );
    });

    it("see scale requests beside the workloads themselves, of the named ones alone", () => {
        expect(policy(POOLS, "workloads").matchConstraints.resourceRules).toEqual([
            {
                apiGroups: ["apps"],
                apiVersions: ["v1"],
                operations: ["CREATE", "UPDATE"],
                resources: ["deployments", "deployments/scale", "statefulsets", "statefulsets/scale"],
                resourceNames: ["research", "chat"],
            },
        ]);
        expect(policy(POOLS, "scaled-jobs").matchConstraints.resourceRules).toEqual([
            expect.objectContaining({ resources: ["scaledjobs"], resourceNames: ["digest"] }),
        ]);
    });

    it("have the bounds as literals, by kind and name", () => {
        expect(variable(POOLS, "workloads", "ceiling")).toBe(
            '{"deployments/research": 40, "statefulsets/chat": 12}[?variables.target].orValue(2147483647)',
        );
        expect(variable(POOLS, "workloads", "floor")).toBe(
            '{"deployments/research": 0, "statefulsets/chat": 3}[?variables.target].orValue(0)',
        );
        for (const role of ["autoscalers", "scaled-objects"]) {
            expect(variable(POOLS, role, "ceiling")).toBe(
                '{"Deployment/research": 40, "StatefulSet/chat": 12}[?variables.target].orValue(2147483647)',
            );
            expect(policy(POOLS, role).validations).toHaveLength(2);
        }
        expect(variable(POOLS, "scaled-jobs", "ceiling")).toBe(
            '{"ScaledJob/digest": 20}[?variables.target].orValue(2147483647)',
        );
    });

    it("take what KEDA takes where no ceiling is written", () => {
        for (const role of ["scaled-objects", "scaled-jobs"]) {
            expect(variable(POOLS, role, "most")).toBe(
                "(has(object.spec.maxReplicaCount) ? object.spec.maxReplicaCount : 100)",
            );
        }
    });

    it("read the floor of an autoscaler as its controller does", () => {
        expect(variable(POOLS, "autoscalers", "least")).toBe(
            "(has(object.spec.minReplicas) ? object.spec.minReplicas : 1)",
        );
        expect(variable(POOLS, "scaled-objects", "least")).toBe(
            "(has(object.spec.idleReplicaCount) ? object.spec.idleReplicaCount : has(object.spec.minReplicaCount) ? object.spec.minReplicaCount : 0)",
        );
    });

    it("let a workload start below its floor, but no autoscaler", () => {
        expect(policy(POOLS, "workloads").validations[1]?.expression).toContain("oldObject == null ||");
        expect(policy(POOLS, "scaled-objects").validations[1]?.expression).not.toContain("oldObject == null");
    });

    it("have a floor only where a pool has one", () => {
        const pools = [{ name: "research", maxReplicas: 40 }];
        expect(policy({ ...POOLS, pools }, "workloads").validations).toHaveLength(1);
        expect(variable({ ...POOLS, pools }, "workloads", "floor")).toBeUndefined();
    });

    it("are those of the kinds that there are", () => {
        const roles = (kind: BoundedKind) =>
            made({ ...POOLS, pools: [{ name: "a", kind, maxReplicas: 4 }] }).map(({ role }) => role);
        expect(roles(BoundedKind.ScaledJob)).toEqual(["scaled-jobs", "scaled-jobs-binding"]);
        expect(roles(BoundedKind.StatefulSet)).not.toContain("scaled-jobs");
    });
});

describe("a ceiling of namespaces", () => {
    it("bounds everything in them, a pool by its own number", () => {
        expect(policy(CEILING, "workloads").matchConstraints.resourceRules[0]).not.toHaveProperty(
            "resourceNames",
        );
        expect(policy(CEILING, "scaled-jobs").matchConstraints.resourceRules[0]).not.toHaveProperty(
            "resourceNames",
        );
        expect(variable(CEILING, "autoscalers", "ceiling")).toBe("50");
        expect(variable({ ...POOLS, ceiling: 50 }, "workloads", "ceiling")).toMatch(/orValue\(50\)$/);
    });

    it("says both numbers, where they stand and what to do", () => {
        expect(policy(CEILING, "autoscalers").validations[0]?.messageExpression).toBe(
            '"spec.maxReplicas" + " is " + string(variables.most) + ", above the ceiling " + string(variables.ceiling) + " of " + variables.target + "; use " + string(variables.ceiling) + " or less, or raise the ceiling in AutoscalingAdmission guard"',
        );
    });
});

describe("every policy", () => {
    const everything = { ...POOLS, ceiling: 50, requestsRequired: true };

    it("denies as Invalid, and fails closed", () => {
        const policies = made(everything).filter(
            ({ object: { kind } }) => kind === "ValidatingAdmissionPolicy",
        );
        expect(policies).toHaveLength(6);
        for (const { object: each } of policies) {
            const spec = each["spec"] as Policy;
            expect(spec).toMatchObject({ failurePolicy: "Fail" });
            expect(spec.validations.map(({ reason }) => reason)).toEqual(
                spec.validations.map(() => "Invalid"),
            );
            expect(JSON.stringify(spec)).not.toContain("params");
        }
    });

    it("lets through what does not go further beyond a bound than before", () => {
        for (const { role = "", object: each } of made({ ...POOLS, ceiling: 50 })) {
            if (each.kind !== "ValidatingAdmissionPolicy") continue;
            const [ceiling] = policy({ ...POOLS, ceiling: 50 }, role).validations;
            const most = variable({ ...POOLS, ceiling: 50 }, role, "most") ?? "";
            expect(ceiling?.expression).toBe(
                `variables.most <= variables.ceiling || (oldObject != null && variables.most <= ${most.replaceAll("object.", "oldObject.")})`,
            );
        }
    });

    it("is bound to the namespaces by their names, also to one that is known only after apply", () => {
        const namespace = Promise.resolve("later");
        expect(binding({ ...everything, namespaces: ["agents", namespace] }, "requests")).toEqual({
            policyName: "guard-requests",
            validationActions: ["Deny"],
            matchResources: {
                namespaceSelector: {
                    matchExpressions: [
                        {
                            key: "kubernetes.io/metadata.name",
                            operator: "In",
                            values: ["agents", new Unknown("namespaces[1]", namespace)],
                        },
                    ],
                },
            },
        });
    });

    it("warns and leaves an audit annotation in the mode Warn", () => {
        for (const { object: each } of made({ ...everything, mode: AdmissionMode.Warn })) {
            if (each.kind !== "ValidatingAdmissionPolicyBinding") continue;
            expect(each["spec"]).toMatchObject({ validationActions: ["Warn", "Audit"] });
        }
    });

    it("holds for everybody but the users who are exempt", () => {
        const exemptUsers = ["system:serviceaccount:ci:deployer", `o'brien "x\\`];
        for (const { role = "", object: each } of made(everything)) {
            if (each.kind !== "ValidatingAdmissionPolicy") continue;
            expect(policy(everything, role).matchConditions).toBeUndefined();
            expect(policy({ ...everything, exemptUsers }, role).matchConditions).toEqual([
                {
                    name: "user-is-bound",
                    expression:
                        '!(request.userInfo.username in ["system:serviceaccount:ci:deployer", "o\'brien \\"x\\\\"])',
                },
            ]);
        }
    });

    it("has the labels that were asked for beside its own", () => {
        for (const { object: each } of made({ ...everything, labels: { team: "platform" } })) {
            expect(each.metadata["labels"]).toEqual({
                "app.kubernetes.io/name": "guard",
                "app.kubernetes.io/component": "autoscaling-admission",
                team: "platform",
            });
        }
    });
});

describe("required requests", () => {
    const required = { mode: AdmissionMode.Warn, namespaces: ["agents"], requestsRequired: true };

    it("are asked for in the templates of workloads and of jobs", () => {
        expect(made(required).map(({ role }) => role)).toEqual([
            "requests",
            "requests-binding",
            "job-requests",
            "job-requests-binding",
        ]);
        expect(variable(required, "requests", "pod")).toBe("object.spec.template.spec");
        expect(variable(required, "job-requests", "pod")).toBe("object.spec.jobTargetRef.template.spec");
    });

    it("are not asked for where nobody does", () => {
        expect(made(CEILING).map(({ role }) => role)).not.toContain("requests");
    });
});
