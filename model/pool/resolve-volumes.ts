import { leafOf } from "./leaf-of";
import type { Ledger } from "./ledger";
import type { PoolVolume } from "./pool-workload";
import { resolveClaim } from "./resolve-claim";
import type { KeysVolumeArgs, VolumeArgs } from "./volume-args";

/** Decides the volumes of the pods. */
export function resolveVolumes(volumes: readonly VolumeArgs[], ledger: Ledger): PoolVolume[] {
    return volumes.map((volume, index) => resolveVolume(volume, `workload.volumes[${index}]`, ledger));
}

function resolveVolume(volume: VolumeArgs, at: string, ledger: Ledger): PoolVolume {
    const { name, emptyDir, secret, configMap, persistentVolumeClaim, ephemeral } = volume;
    if (secret !== undefined) return { name, ...resolveKeys("secret", secret, at) };
    if (configMap !== undefined) return { name, ...resolveKeys("configMap", configMap, at) };
    if (ephemeral !== undefined) {
        return { name, kind: "ephemeral", ...resolveClaim(ephemeral, `${at}.ephemeral`, ledger) };
    }
    if (persistentVolumeClaim !== undefined) {
        const { claimName, readOnly = false } = persistentVolumeClaim;
        const claim = leafOf(claimName, `${at}.persistentVolumeClaim.claimName`);
        return { name, kind: "claim", claim, readOnly };
    }
    const { sizeLimit, inMemory = false } = emptyDir ?? {};
    return { name, kind: "emptyDir", ...(sizeLimit === undefined ? {} : { sizeLimit }), inMemory };
}

function resolveKeys<K extends "secret" | "configMap">(
    kind: K,
    { name, items }: KeysVolumeArgs,
    at: string,
): { kind: K; source: ReturnType<typeof leafOf>; items?: Readonly<Record<string, string>> } {
    const source = leafOf(name, `${at}.${kind}.name`);
    return { kind, source, ...(items === undefined ? {} : { items }) };
}
