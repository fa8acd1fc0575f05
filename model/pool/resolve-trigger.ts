import type { AuthenticationArgs, TriggerArgs } from "../triggers";
import { nativeMember } from "../triggers";
import type { AgentPoolArgs } from "./args";
import type { JobStrategy } from "./choices";
import { encodePoolTrigger } from "./encode-pool-trigger";
import { addedForJobs } from "./job-strategy";
import { leafOf } from "./leaf-of";
import type { Ledger } from "./ledger";
import type { PoolAuthentication, PoolTrigger } from "./pool";
import { resolveNativeMetric } from "./resolve-native-metric";

/** Decides one trigger: its metadata in KEDA's form and how KEDA logs in, or a metric of the native autoscaler. */
export function resolveTrigger(
    args: AgentPoolArgs,
    strategy: JobStrategy | undefined,
    trigger: TriggerArgs,
    index: number,
    ledger: Ledger,
): PoolTrigger {
    const native = nativeMember(trigger);
    if (native !== undefined) return resolveNativeMetric(trigger, native, index);
    const added = strategy === undefined ? [] : addedForJobs(args, strategy, trigger, index);
    const more = Object.fromEntries(added.map(({ member, value }) => [member, value]));
    const encoded = encodePoolTrigger(trigger, index, more);
    const argument = `scale.triggers[${index}]`;
    const values = `${argument}.${encoded.member}`;
    for (const { member, value, reason } of added) {
        ledger.or(`${values}.${member}`, undefined, value, reason, "derived");
    }
    return {
        ...encoded,
        argument,
        values,
        ...(trigger.authentication === undefined
            ? {}
            : { authentication: resolveAuthentication(trigger.authentication, index) }),
    };
}

function resolveAuthentication(args: AuthenticationArgs, index: number): PoolAuthentication {
    const at = `scale.triggers[${index}].authentication`;
    if (args.secret !== undefined) {
        const { name, parameters } = args.secret;
        return { kind: "secret", secret: leafOf(name, `${at}.secret.name`), parameters };
    }
    if (args.existing !== undefined) {
        const { name, cluster = false } = args.existing;
        return { kind: "existing", name: leafOf(name, `${at}.existing.name`), cluster };
    }
    if (args.gcpPodIdentity !== undefined) return { kind: "gcpPodIdentity" };
    if (args.azureWorkload !== undefined) {
        const { identityId, tenantId } = args.azureWorkload;
        const path = `${at}.azureWorkload`;
        return {
            kind: "azureWorkload",
            ...(identityId === undefined ? {} : { identityId: leafOf(identityId, `${path}.identityId`) }),
            ...(tenantId === undefined ? {} : { tenantId: leafOf(tenantId, `${path}.tenantId`) }),
        };
    }
    const roleArn = args.awsPodIdentity?.roleArn;
    return {
        kind: "awsPodIdentity",
        ...(roleArn === undefined ? {} : { roleArn: leafOf(roleArn, `${at}.awsPodIdentity.roleArn`) }),
    };
}
