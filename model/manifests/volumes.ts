import type { ContainerWorkload, PoolClaim, PoolVolume } from "../pool";
import { temporaryVolumes } from "./containers";

type Fields = Readonly<Record<string, unknown>>;

/** The volumes of a pod: the scratch volumes of its containers first, so that those of the user keep their order. */
export function podVolumes(workload: ContainerWorkload): readonly Fields[] {
    return [
        ...temporaryVolumes(workload).map((name) => ({ name, emptyDir: {} })),
        ...workload.volumes.map((volume) => ({ name: volume.name, ...source(volume) })),
    ];
}

function source(volume: PoolVolume): Fields {
    switch (volume.kind) {
        case "emptyDir": {
            const { sizeLimit, inMemory } = volume;
            return {
                emptyDir: {
                    ...(sizeLimit === undefined ? {} : { sizeLimit }),
                    ...(inMemory ? { medium: "Memory" } : {}),
                },
            };
        }
        case "secret":
            return { secret: { secretName: volume.source, ...items(volume.items) } };
        case "configMap":
            return { configMap: { name: volume.source, ...items(volume.items) } };
        case "claim":
            return {
                persistentVolumeClaim: {
                    claimName: volume.claim,
                    ...(volume.readOnly ? { readOnly: true } : {}),
                },
            };
        case "ephemeral":
            return { ephemeral: { volumeClaimTemplate: { spec: claimSpec(volume) } } };
    }
}

function items(names: Readonly<Record<string, string>> | undefined): Fields {
    return names === undefined ? {} : { items: Object.entries(names).map(([key, path]) => ({ key, path })) };
}

/** The spec of a PersistentVolumeClaim. */
export function claimSpec({ storage, storageClassName, accessModes }: PoolClaim): Fields {
    return {
        accessModes,
        ...(storageClassName === undefined ? {} : { storageClassName }),
        resources: { requests: { storage } },
    };
}
