import type { Leaf } from "../declared";
import { outputOf } from "../declared";
import { GKE_CRITICAL_GRACE_SECONDS, GKE_SPOT_NOTICE_SECONDS, GKE_SPOT_TAINT } from "../node-pool";
import type { TaintArgs } from "../pool";
import { TaintEffect } from "../pool";
import { GkeNodeImage, GkeNodeSandbox } from "./choices";
import type { GkeSpotNodePoolArgs } from "./gke-spot-node-pool-args";

/** GKE's own words for what a taint does. */
const EFFECTS: Readonly<Record<TaintEffect, string>> = {
    NoSchedule: "NO_SCHEDULE",
    PreferNoSchedule: "PREFER_NO_SCHEDULE",
    NoExecute: "NO_EXECUTE",
};

/** The one scope that Google recommends: what the nodes may do is said by the roles of their account. */
const SCOPES = ["https://www.googleapis.com/auth/cloud-platform"];

/** The nodes of a pool as GKE makes them; the base is the same without what belongs to spot. */
export function nodeConfig(
    args: GkeSpotNodePoolArgs,
    serviceAccount: Leaf<string> | undefined,
    isSpot: boolean,
): Record<string, unknown> {
    const { profile, image = GkeNodeImage.ContainerOptimized, sandbox, accelerator, resourceLabels } = args;
    const taints = (profile.taints ?? []).filter(({ key }) => isSpot || key !== GKE_SPOT_TAINT.key);
    return {
        ...(isSpot ? { spot: true } : {}),
        machineType: args.machineType ?? profile.node?.instanceType,
        imageType: image,
        labels: profile.labels ?? {},
        ...(taints.length === 0 ? {} : { taints: taints.map(gkeTaint) }),
        ...(resourceLabels === undefined ? {} : { resourceLabels }),
        serviceAccount: serviceAccount ?? outputOf("account", "email"),
        oauthScopes: SCOPES,
        workloadMetadataConfig: { mode: "GKE_METADATA" },
        gcfsConfig: { enabled: args.imageStreaming ?? image === GkeNodeImage.ContainerOptimized },
        ...(isSpot ? shutdownGrace(args) : {}),
        ...(sandbox === GkeNodeSandbox.Gvisor ? { sandboxConfig: { type: sandbox } } : {}),
        ...(accelerator === undefined ? {} : { guestAccelerators: [guestAccelerator(accelerator)] }),
    };
}

/** A notice that GKE gives by itself needs no setting, which clusters before 1.35 would not take. */
function shutdownGrace({ profile, criticalGraceSeconds }: GkeSpotNodePoolArgs): Record<string, unknown> {
    const { noticeSeconds = GKE_SPOT_NOTICE_SECONDS } = profile;
    const critical = criticalGraceSeconds ?? GKE_CRITICAL_GRACE_SECONDS;
    if (noticeSeconds <= GKE_SPOT_NOTICE_SECONDS) return {};
    return {
        kubeletConfig: {
            shutdownGracePeriodSeconds: noticeSeconds + critical,
            shutdownGracePeriodCriticalPodsSeconds: critical,
        },
    };
}

function gkeTaint({ key, value = "", effect = TaintEffect.NoSchedule }: TaintArgs): Record<string, string> {
    return { key, value, effect: EFFECTS[effect] };
}

function guestAccelerator({ type, count }: { type: string; count: number }): Record<string, unknown> {
    return { type, count, gpuDriverInstallationConfig: { gpuDriverVersion: "DEFAULT" } };
}
