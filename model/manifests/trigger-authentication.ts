import type { Declared, Leaf } from "../declared";
import { declare } from "../declared";
import type { Pool, PoolAuthentication, PoolTrigger } from "../pool";
import { METADATA_ORIGINS, poolMetadata } from "./metadata";

/** The name of the TriggerAuthentication that the pool makes for one trigger. */
function authenticationName(pool: Pool, trigger: PoolTrigger, index: number): string {
    return `${pool.name}-${trigger.name ?? `${trigger.type}-${index}`}`;
}

/**
 * The role of the TriggerAuthentication that a trigger needs to exist first. A trigger with a name keeps it when
 * others are put before it.
 */
export function authenticationRole(trigger: PoolTrigger, index: number): string | undefined {
    const kind = trigger.authentication?.kind;
    return kind === undefined || kind === "existing" ? undefined : `authentication-${trigger.name ?? index}`;
}

/** What a trigger says about how KEDA logs in. */
export function authenticationReference(
    pool: Pool,
    trigger: PoolTrigger,
    index: number,
): { name: Leaf<string>; kind?: string } | undefined {
    const { authentication } = trigger;
    if (authentication === undefined) return undefined;
    if (authentication.kind !== "existing") return { name: authenticationName(pool, trigger, index) };
    return {
        name: authentication.name,
        ...(authentication.cluster ? { kind: "ClusterTriggerAuthentication" } : {}),
    };
}

/** One TriggerAuthentication for each trigger that logs in with something of its own. */
export function triggerAuthentications(pool: Pool): Declared[] {
    return pool.scale.triggers.flatMap((trigger, index) => {
        const { authentication } = trigger;
        const role = authenticationRole(trigger, index);
        if (role === undefined || authentication === undefined || authentication.kind === "existing")
            return [];
        return [
            declare(
                role,
                {
                    apiVersion: "keda.sh/v1alpha1",
                    kind: "TriggerAuthentication",
                    metadata: poolMetadata(pool, authenticationName(pool, trigger, index)),
                    spec: authenticationSpec(authentication),
                },
                [...METADATA_ORIGINS, [["spec"], `${trigger.argument}.authentication`]],
                { deleteBeforeReplace: true },
            ),
        ];
    });
}

function authenticationSpec(
    authentication: Exclude<PoolAuthentication, { kind: "existing" }>,
): Readonly<Record<string, unknown>> {
    switch (authentication.kind) {
        case "awsPodIdentity":
            return {
                podIdentity: {
                    provider: "aws",
                    ...(authentication.roleArn === undefined ? {} : { roleArn: authentication.roleArn }),
                },
            };
        case "azureWorkload":
            return {
                podIdentity: {
                    provider: "azure-workload",
                    ...(authentication.identityId === undefined
                        ? {}
                        : { identityId: authentication.identityId }),
                    ...(authentication.tenantId === undefined
                        ? {}
                        : { identityTenantId: authentication.tenantId }),
                },
            };
        case "gcpPodIdentity":
            return { podIdentity: { provider: "gcp" } };
        case "secret":
            return {
                secretTargetRef: Object.entries(authentication.parameters).map(([parameter, key]) => ({
                    parameter,
                    name: authentication.secret,
                    key,
                })),
            };
    }
}
