import type { Declared, KubernetesObject } from "../declared";
import { kubernetesType } from "../declared";
import type { Admission } from "./admission";
import { celTexts } from "./cel";
import { AdmissionMode } from "./choices";

/** An expression of CEL under a name, which later ones use as `variables.NAME`. */
export interface PolicyVariable {
    readonly name: string;
    readonly expression: string;
}

/** What must hold, and the text of the message where it does not. */
export interface PolicyValidation {
    readonly expression: string;
    readonly messageExpression: string;
}

/** What one policy is about. */
export interface PolicyParts {
    /** What the component's name is followed by in that of the policy. */
    readonly role: string;
    readonly apiGroup: string;
    readonly apiVersion: string;
    readonly resources: readonly string[];
    /** The objects that it looks at. Default: all of them. */
    readonly resourceNames?: readonly string[] | undefined;
    readonly variables: readonly PolicyVariable[];
    readonly validations: readonly PolicyValidation[];
}

const API_VERSION = "admissionregistration.k8s.io/v1";
/** The label that the API server puts on each namespace. */
const NAMESPACE_NAME = "kubernetes.io/metadata.name";

/** A policy and its binding to the namespaces, in that order: without a policy, a binding means nothing. */
export function boundPolicy(admission: Admission, parts: PolicyParts): Declared[] {
    const { role } = parts;
    const name = `${admission.name}-${role}`;
    const metadata = { name, labels: labelsOf(admission) };
    return [
        declared(role, {
            apiVersion: API_VERSION,
            kind: "ValidatingAdmissionPolicy",
            metadata,
            spec: policySpec(admission, parts),
        }),
        declared(
            `${role}-binding`,
            {
                apiVersion: API_VERSION,
                kind: "ValidatingAdmissionPolicyBinding",
                metadata,
                spec: {
                    policyName: name,
                    // The API server refuses Deny together with Warn, which would say the same twice.
                    validationActions: admission.mode === AdmissionMode.Deny ? ["Deny"] : ["Warn", "Audit"],
                    matchResources: {
                        namespaceSelector: {
                            matchExpressions: [
                                { key: NAMESPACE_NAME, operator: "In", values: admission.namespaces },
                            ],
                        },
                    },
                },
            },
            [role],
        ),
    ];
}

/**
 * An expression that fails is handled as one that is not met: it warns or denies, as the binding says. `Invalid` makes a
 * denial a 422; Pulumi's provider swallows one with `Forbidden` in a preview.
 */
function policySpec({ exemptUsers }: Admission, parts: PolicyParts): Record<string, unknown> {
    const { apiGroup, apiVersion, resources, resourceNames, variables, validations } = parts;
    return {
        failurePolicy: "Fail",
        matchConstraints: {
            resourceRules: [
                {
                    apiGroups: [apiGroup],
                    apiVersions: [apiVersion],
                    operations: ["CREATE", "UPDATE"],
                    resources,
                    ...(resourceNames === undefined ? {} : { resourceNames }),
                },
            ],
        },
        ...(exemptUsers.length === 0
            ? {}
            : {
                  matchConditions: [
                      {
                          name: "user-is-bound",
                          expression: `!(request.userInfo.username in ${celTexts(exemptUsers)})`,
                      },
                  ],
              }),
        variables,
        validations: validations.map((validation) => ({ ...validation, reason: "Invalid" })),
    };
}

function labelsOf({ name, labels }: Admission): Readonly<Record<string, string>> {
    return {
        "app.kubernetes.io/name": name,
        "app.kubernetes.io/component": "autoscaling-admission",
        ...labels,
    };
}

function declared(role: string, object: KubernetesObject, dependsOn: readonly string[] = []): Declared {
    return {
        type: kubernetesType(object.apiVersion, object.kind),
        role,
        object,
        options: { deleteBeforeReplace: true, dependsOn },
        // Only their own API server has anything to say about them.
        origin: () => ({}),
    };
}
