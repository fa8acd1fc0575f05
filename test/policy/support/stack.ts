import type {
    PolicyResource,
    ReportViolation,
    ResourceValidationArgs,
    ResourceValidationPolicy,
    StackValidationPolicy,
} from "@pulumi/policy";
import { unknownCheckingProxy } from "@pulumi/policy";

/** The SDK exports it, and leaves it out of its declarations. */
const proxied = unknownCheckingProxy as (properties: object) => Record<string, unknown>;

/** What stands for a value that a preview does not know. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A resource as the policy SDK hands it to a policy. */
export function resource(
    type: string,
    name: string,
    props: object,
    others: Partial<Pick<PolicyResource, "opts" | "parent" | "provider" | "propertyDependencies">> = {},
): PolicyResource {
    return {
        type,
        name,
        urn: `urn:pulumi:test::project::${type}::${name}`,
        props: proxied(props),
        opts: {
            protect: false,
            ignoreChanges: [],
            aliases: [],
            customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
            additionalSecretOutputs: [],
        },
        dependencies: [],
        propertyDependencies: {},
        isType: () => false,
        asType: () => undefined,
        ...others,
    };
}

/** Lets a policy see the inputs of a resource, as the SDK does before it asks about the stack. */
export function see(
    policy: StackValidationPolicy,
    { type, name, urn, opts }: PolicyResource,
    inputs: object,
): void {
    const { validateResource } = policy as Partial<ResourceValidationPolicy>;
    if (typeof validateResource !== "function") throw new Error(`${policy.name} sees no inputs`);
    const args = { type, name, urn, opts, props: proxied(inputs) } as unknown as ResourceValidationArgs;
    void validateResource(args, (message) => {
        throw new Error(message);
    });
}

/** A violation as the SDK's server takes it from `report`. */
export interface Reported {
    readonly message: string;
    readonly urn: string | undefined;
    readonly enforcementLevel: string;
    readonly severity: string | undefined;
}

/** What a policy reports about a stack, with the level that the SDK's server gives a violation without one. */
export function violations(
    policy: StackValidationPolicy,
    resources: readonly PolicyResource[],
    config: object = {},
): Reported[] {
    const reported: Reported[] = [];
    const report = (violation: Partial<Reported> & { message: string }): void => {
        const { message, urn, severity, enforcementLevel = policy.enforcementLevel ?? "none" } = violation;
        reported.push({ message, urn, severity: severity ?? policy.severity, enforcementLevel });
    };
    void policy.validateStack(
        {
            resources: [...resources],
            stackTags: new Map(),
            getConfig: () => config as never,
            notApplicable: () => {
                throw new Error("not expected");
            },
        },
        report as unknown as ReportViolation,
    );
    return reported;
}
