import { problem, quote } from "../arguments";
import { AUTO_NAME_SUFFIX } from "../declared";
import type { Finding } from "../findings";
import { GKE_CRITICAL_GRACE_SECONDS, GKE_SPOT_NOTICE_SECONDS } from "../node-pool";
import { platformProblems, versionAtLeast } from "../platform";
import { NodeCapacity } from "../pool";
import { GkeNodeImage, GkeNodeSandbox } from "./choices";
import type { GkeSpotNodePoolArgs } from "./gke-spot-node-pool-args";
import { ACCOUNT_ID, LONGEST_POOL_NAME, POOL_NAME } from "./google-names";
import { nodeAccountId } from "./node-account";

/** The longest time between notice and power-off, and the first version that has it (GKE, Spot VMs). */
const LONGEST_GRACE_SECONDS = 120;
const GRACE_KUBERNETES = "1.35";

/** Combinations of arguments that GKE refuses, or that do something else than they say. */
export function spotNodePoolProblems(name: unknown, args: GkeSpotNodePoolArgs): Finding[] {
    return [
        ...nameProblems(name, args),
        ...profileProblems(args),
        ...graceProblems(args),
        ...machineProblems(args),
        ...imageProblems(args),
        ...upgradeProblems(args),
        ...platformProblems(args.platform ?? {}).map(({ member, message, fix }) =>
            problem(["platform", member], `is wrong: ${message}`, fix),
        ),
    ];
}

function nameProblems(name: unknown, { onDemandBase, serviceAccount }: GkeSpotNodePoolArgs): Finding[] {
    if (typeof name !== "string") return [problem(["name"], "is not text", "give the component a name")];
    const longest = LONGEST_POOL_NAME - AUTO_NAME_SUFFIX - (onDemandBase === undefined ? 0 : "-base".length);
    if (!POOL_NAME.accepts(name)) {
        return [problem(["name"], `is ${quote(name)}, which is not ${POOL_NAME.name}`, POOL_NAME.fix)];
    }
    if (name.length > longest) {
        return [
            problem(
                ["name"],
                `has ${name.length} letters, and a node pool's name has ${LONGEST_POOL_NAME} at most with what is put behind it`,
                `use ${longest} or fewer`,
            ),
        ];
    }
    if (serviceAccount !== undefined || ACCOUNT_ID.accepts(nodeAccountId(name))) return [];
    return [
        problem(
            ["serviceAccount"],
            `is missing, and ${quote(nodeAccountId(name))} is not ${ACCOUNT_ID.name}`,
            "give one, or a shorter name to the component",
        ),
    ];
}

function profileProblems({ profile }: GkeSpotNodePoolArgs): Finding[] {
    const { capacity = NodeCapacity.OnDemand, labels = {} } = profile;
    const findings: Finding[] = [];
    if (capacity !== NodeCapacity.Spot) {
        findings.push(
            problem(
                ["profile", "capacity"],
                `is ${capacity}, and the nodes are on spot: pods, prices and rules would take them for others`,
                "make the profile with nodePools.gkeSpot",
            ),
        );
    }
    if (Object.keys(labels).length === 0) {
        findings.push(
            problem(
                ["profile", "labels"],
                "are none, so no pool of agents can ask for these nodes",
                "make the profile with nodePools.gkeSpot",
            ),
        );
    }
    return findings;
}

function graceProblems({ profile, platform, criticalGraceSeconds }: GkeSpotNodePoolArgs): Finding[] {
    const { noticeSeconds: notice = GKE_SPOT_NOTICE_SECONDS } = profile;
    if (notice <= GKE_SPOT_NOTICE_SECONDS) {
        return criticalGraceSeconds === undefined
            ? []
            : [
                  problem(
                      ["criticalGraceSeconds"],
                      `has no effect: the profile's notice is ${notice} s, which GKE gives by itself`,
                      `remove it, or give the profile a notice above ${GKE_SPOT_NOTICE_SECONDS} s`,
                  ),
              ];
    }
    const critical = criticalGraceSeconds ?? GKE_CRITICAL_GRACE_SECONDS;
    if (notice + critical > LONGEST_GRACE_SECONDS) {
        return [
            problem(
                ["profile", "noticeSeconds"],
                `is ${notice}, and GKE leaves pods ${Math.max(0, LONGEST_GRACE_SECONDS - critical)} s at most: ${LONGEST_GRACE_SECONDS} s, of which critical pods have ${critical}`,
                `use a shutdownGraceSeconds of ${LONGEST_GRACE_SECONDS} or less in nodePools.gkeSpot`,
            ),
        ];
    }
    const version = platform?.kubernetesVersion;
    if (version === undefined || versionAtLeast(version, GRACE_KUBERNETES)) return [];
    return [
        problem(
            ["profile", "noticeSeconds"],
            `is ${notice}, which needs GKE ${GRACE_KUBERNETES}, and the cluster has ${version}`,
            `leave shutdownGraceSeconds out of nodePools.gkeSpot: the notice is then ${GKE_SPOT_NOTICE_SECONDS} s`,
        ),
    ];
}

function machineProblems({ machineType, profile, accelerator }: GkeSpotNodePoolArgs): Finding[] {
    const { instanceType, gpus = 0 } = profile.node ?? {};
    const findings: Finding[] = [];
    if (machineType === undefined && instanceType === undefined) {
        findings.push(
            problem(
                ["machineType"],
                "is missing, and the profile names no machine either",
                "give machineType",
            ),
        );
    }
    if (machineType !== undefined && instanceType !== undefined && machineType !== instanceType) {
        findings.push(
            problem(
                ["machineType"],
                `is ${quote(machineType)}, and the profile fits and prices pods by ${quote(instanceType)}`,
                "remove it, or give both the same",
            ),
        );
    }
    if (profile.node !== undefined && gpus !== (accelerator?.count ?? 0)) {
        findings.push(
            problem(
                ["accelerator"],
                `${accelerator === undefined ? "is missing" : `has ${accelerator.count}`}, and the profile's node has ${gpus} GPUs`,
                gpus === 0
                    ? "remove it, or state node.gpus in the profile"
                    : `give type and a count of ${gpus}`,
            ),
        );
    }
    return findings;
}

/** The provider's declarations: both need `imageType = "COS_CONTAINERD"`. */
function imageProblems({ image, imageStreaming, sandbox }: GkeSpotNodePoolArgs): Finding[] {
    if (image === undefined || image === GkeNodeImage.ContainerOptimized) return [];
    const needs = `needs Container-Optimized OS, and image is ${image}`;
    return [
        ...(sandbox === GkeNodeSandbox.Gvisor
            ? [problem(["sandbox"], `is gVisor, which ${needs}`, "leave image out")]
            : []),
        ...(imageStreaming === true
            ? [problem(["imageStreaming"], `is true, which ${needs}`, "leave one of the two out")]
            : []),
    ];
}

function upgradeProblems({ upgrade }: GkeSpotNodePoolArgs): Finding[] {
    const { maxSurge = 1, maxUnavailable = 0 } = upgrade ?? {};
    if (maxSurge + maxUnavailable > 0) return [];
    return [
        problem(
            ["upgrade"],
            "allows neither a node more nor a node less, so no node could ever be upgraded",
            "use a maxSurge of 1 or more",
        ),
    ];
}
