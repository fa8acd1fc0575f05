import { isGpu } from "../capacity";
import { DNS_NAME, problem, quote } from "../arguments";
import type { Finding } from "../findings";
import { platformProblems, versionAtLeast } from "../platform";
import type { ScheduleArgs } from "../pool";
import { OWN_LABEL_PREFIX, boundProblems, floorProblems, isOwnLabel } from "../pool";
import type { WarmCapacityArgs } from "./args";
import { WarmStrategy } from "./choices";

/** The first minor version of GKE that has standby buffers (1.36.0-gke.2253000). */
const STANDBY_KUBERNETES = "1.36";

/** Combinations of arguments that keep no room, or that no cluster can follow. */
export function warmProblems(name: unknown, args: WarmCapacityArgs): Finding[] {
    return [
        ...nameProblems(name),
        ...numberProblems(args),
        ...bufferProblems(args),
        ...standbyProblems(args),
        ...Object.keys(args.labels ?? {})
            .filter(isOwnLabel)
            .map((key) =>
                problem(
                    ["labels", key],
                    "would overwrite a label that the selector of the placeholders needs",
                    `choose a key that does not start with ${OWN_LABEL_PREFIX}`,
                ),
            ),
        ...platformProblems(args.platform ?? {}).map(({ member, message, fix }) =>
            problem(["platform", member], `is wrong: ${message}`, fix),
        ),
    ];
}

function nameProblems(name: unknown): Finding[] {
    if (typeof name !== "string") return [problem(["name"], "is not text", "give the component a name")];
    return DNS_NAME.accepts(name)
        ? []
        : [problem(["name"], `is ${quote(name)}, which the objects are called by`, DNS_NAME.fix)];
}

function numberProblems({ of, replicas, schedules }: WarmCapacityArgs): Finding[] {
    return [
        ...(Object.keys(of.resources.requests).length === 0
            ? [
                  problem(
                      ["of", "resources", "requests"],
                      "is empty: what requests nothing keeps no room",
                      "give what one pod of the pool requests, with cpu and memory",
                  ),
              ]
            : []),
        ...(replicas === 0 && schedules === undefined
            ? [problem(["replicas"], "is 0, and no schedule asks for more: no room is kept", "use 1 or more")]
            : []),
        ...scheduleProblems(replicas, schedules),
    ];
}

/** There are never more placeholders than the floor says, so a window has no other bound. */
function scheduleProblems(replicas: number, schedules: readonly ScheduleArgs[] = []): Finding[] {
    const at = ["schedules"];
    const bounds = boundProblems(schedules, at, ["minReplicas"], "placeholders");
    return bounds.length > 0 ? bounds : floorProblems(replicas, schedules, at);
}

/** What a CapacityBuffer has no field for. */
function bufferProblems({ strategy, schedules, priority, image }: WarmCapacityArgs): Finding[] {
    if (strategy !== WarmStrategy.BufferActive && strategy !== WarmStrategy.BufferStandby) return [];
    const unused = (member: string, value: unknown): Finding[] =>
        value === undefined
            ? []
            : [
                  problem(
                      [member],
                      `has no effect: ${strategy} makes no placeholder pods`,
                      `remove it, or use ${WarmStrategy.Balloon}`,
                  ),
              ];
    return [
        ...(schedules === undefined
            ? []
            : [
                  problem(
                      ["schedules"],
                      "cannot be followed: a CapacityBuffer has no /scale, so KEDA cannot change its number (kubernetes/autoscaler#10170)",
                      `use ${WarmStrategy.Balloon}, or a ScheduledScaler with a CronJob that patches spec.replicas of the buffer`,
                  ),
              ]),
        ...unused("priority", priority),
        ...unused("image", image),
    ];
}

function standbyProblems({ strategy, of, platform = {} }: WarmCapacityArgs): Finding[] {
    if (strategy !== WarmStrategy.BufferStandby) return [];
    const { provider, kubernetesVersion } = platform;
    const gpus = Object.keys(of.resources.requests).filter(isDevice);
    return [
        ...(provider === "gke"
            ? []
            : [
                  problem(
                      ["strategy"],
                      `is ${strategy}, which only GKE with node pools of one's own has, and platform.provider is ${provider ?? "not given"}`,
                      `use ${WarmStrategy.BufferActive}, or set platform.provider to gke where that is so`,
                  ),
              ]),
        ...(kubernetesVersion === undefined || versionAtLeast(kubernetesVersion, STANDBY_KUBERNETES)
            ? []
            : [
                  problem(
                      ["strategy"],
                      `is ${strategy}, which GKE has from ${STANDBY_KUBERNETES}.0-gke.2253000, and the cluster has ${kubernetesVersion}`,
                      `use ${WarmStrategy.BufferActive}, or upgrade`,
                  ),
              ]),
        ...gpus.map((resource) =>
            problem(
                ["of", "resources", "requests", resource],
                "is a device: a node with one cannot be suspended",
                `use ${WarmStrategy.BufferActive}`,
            ),
        ),
    ];
}

function isDevice(resource: string): boolean {
    return isGpu(resource) || resource === "google.com/tpu";
}
