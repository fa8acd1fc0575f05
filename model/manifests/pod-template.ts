import type { OriginEntry, Path } from "../declared";
import type { ContainerWorkload, Pool, TemplateWorkload } from "../pool";
import { SecurityLevel } from "../pool";
import { containerOrigins, initContainers, mainContainer } from "./containers";
import { poolLabels, selectorLabels, templateLabels } from "./metadata";
import { placementFields, placementOrigins } from "./placement";
import { podVolumes } from "./volumes";

type Fields = Readonly<Record<string, unknown>>;

/** The pod template of a pool that brings its own workload. */
export function podTemplate(pool: Pool, workload: ContainerWorkload | TemplateWorkload): Fields {
    return workload.kind === "container"
        ? templateOfContainer(pool, workload)
        : templateAsGiven(pool, workload);
}

function templateAsGiven(pool: Pool, { template, serviceAccountName }: TemplateWorkload): Fields {
    return {
        ...template,
        metadata: {
            ...template.metadata,
            labels: templateLabels(pool, template.metadata?.["labels"] as Fields | undefined),
        },
        spec: { ...template.spec, ...(serviceAccountName === undefined ? {} : { serviceAccountName }) },
    };
}

function templateOfContainer(pool: Pool, workload: ContainerWorkload): Fields {
    const { serviceAccountName, runtimeClassName, imagePullSecrets, terminationGracePeriodSeconds } =
        workload;
    const preparing = initContainers(workload);
    const volumes = podVolumes(workload);
    const pods = {
        matchLabels: selectorLabels(pool),
        hasVersions: workload.statefulSet === undefined && workload.job === undefined,
    };
    return {
        metadata: { labels: poolLabels(pool) },
        spec: {
            ...(serviceAccountName === undefined
                ? { automountServiceAccountToken: false }
                : { serviceAccountName }),
            ...(imagePullSecrets.length === 0
                ? {}
                : { imagePullSecrets: imagePullSecrets.map((name) => ({ name })) }),
            ...(runtimeClassName === undefined ? {} : { runtimeClassName }),
            // A Job tries a failed pod again by itself, as a new pod whose predecessor can be looked at.
            ...(workload.job === undefined ? {} : { restartPolicy: "Never" }),
            ...podSecurity(workload),
            terminationGracePeriodSeconds,
            ...(pool.placement === undefined ? {} : placementFields(pool.placement, pods)),
            ...(preparing.length === 0 ? {} : { initContainers: preparing }),
            containers: [mainContainer(pool, workload)],
            ...(volumes.length === 0 ? {} : { volumes }),
        },
    };
}

function podSecurity({ security, fsGroup }: ContainerWorkload): Fields {
    const isRestricted = security === SecurityLevel.Restricted;
    if (!isRestricted && fsGroup === undefined) return {};
    return {
        securityContext: {
            ...(isRestricted ? { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } } : {}),
            // Without the policy every start walks through all files of a volume.
            ...(fsGroup === undefined ? {} : { fsGroup, fsGroupChangePolicy: "OnRootMismatch" }),
        },
    };
}

/** Where the parts of a pod template come from; `template` is its place in the object. */
export function podTemplateOrigins(
    workload: ContainerWorkload | TemplateWorkload,
    template: Path = ["spec", "template"],
): readonly OriginEntry[] {
    if (workload.kind === "podTemplate") return [[template, "workload.podTemplate", "mirrored"]];
    const spec = [...template, "spec"];
    return [
        [template, "workload"],
        [[...template, "metadata", "labels"], "labels", "mirrored"],
        [[...spec, "serviceAccountName"], "workload.serviceAccountName"],
        [[...spec, "imagePullSecrets"], "workload.imagePullSecrets"],
        [[...spec, "runtimeClassName"], "workload.runtimeClassName"],
        [[...spec, "terminationGracePeriodSeconds"], "workload.terminationGracePeriodSeconds"],
        [[...spec, "securityContext"], "workload.security"],
        [[...spec, "securityContext", "fsGroup"], "workload.fsGroup"],
        [[...spec, "volumes"], "workload.volumes"],
        ...placementOrigins(spec),
        ...containerOrigins(workload, spec),
    ];
}
