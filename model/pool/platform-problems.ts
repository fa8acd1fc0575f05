import { problem } from "../arguments";
import type { Finding } from "../findings";
import { TOLERANCE_KUBERNETES, platformProblems, versionAtLeast } from "../platform";
import type { AutoscaledAgentPoolArgs } from "./args";

/** Wrong facts of the cluster, and arguments that the cluster is too old for. */
export function platformFindings(args: AutoscaledAgentPoolArgs): Finding[] {
    const { platform = {} } = args;
    const wrong = platformProblems(platform).map(({ member, message, fix }) =>
        problem(["platform", member], `is wrong: ${message}`, fix),
    );
    return wrong.length > 0 ? wrong : tolerances(args);
}

function tolerances({ platform, scale }: AutoscaledAgentPoolArgs): Finding[] {
    const version = platform?.kubernetesVersion;
    if (version === undefined || versionAtLeast(version, TOLERANCE_KUBERNETES)) return [];
    return (["scaleUp", "scaleDown"] as const)
        .filter((direction) => scale.behavior?.[direction]?.tolerance !== undefined)
        .map((direction) =>
            problem(
                ["scale", "behavior", direction, "tolerance"],
                `needs Kubernetes ${TOLERANCE_KUBERNETES}, and the cluster has ${version}: the API server drops it without a word`,
                `remove it; the tolerance is then the cluster's own, 0.1`,
            ),
        );
}
