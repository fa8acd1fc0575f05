import type { PricesArgs } from "./prices";

/** Who runs the cluster; decides node drain, spot notice and what the control plane lets one change. */
export const ClusterProvider = {
    Eks: "eks",
    EksAuto: "eks-auto",
    Gke: "gke",
    GkeAutopilot: "gke-autopilot",
    Generic: "generic",
} as const;
export type ClusterProvider = (typeof ClusterProvider)[keyof typeof ClusterProvider];

/**
 * Facts of the cluster, stated once by the platform team. What is left out is not known, and a rule that
 * needs it says so instead of guessing.
 *
 * @example { provider: ClusterProvider.Eks, kubernetesVersion: "1.36", kedaVersion: "2.20" }
 */
export interface PlatformArgs {
    /** Who runs the cluster. Default: not known. */
    provider?: ClusterProvider;
    /** Version of the API server as `major.minor`, from `1.33`. Default: not known. */
    kubernetesVersion?: string;
    /** Version of KEDA as `major.minor`, from `2.18`. Default: not known; newer fields are then not used. */
    kedaVersion?: string;
    /** Version of the VerticalPodAutoscaler as `major.minor`, from `1.0`. Default: not known. */
    vpaVersion?: string;
    /** Whether KEDA is installed. Default: yes where `kedaVersion` is given, else not known. */
    keda?: boolean;
    /** Whether the VerticalPodAutoscaler is installed. Default: yes where `vpaVersion` is given, else not known. */
    vpa?: boolean;
    /**
     * Whether metrics-server (or an equal) serves `metrics.k8s.io`. Default: yes on `gke`, `gke-autopilot` and
     * `eks-auto`, which come with it, else not known.
     */
    metricsServer?: boolean;
    /** Whether an adapter serves `custom.metrics.k8s.io`, for metrics of pods and objects. Default: not known. */
    customMetrics?: boolean;
    /** Whether an adapter other than KEDA serves `external.metrics.k8s.io`; only one of the two can. Default: not known. */
    externalMetrics?: boolean;
    /**
     * Whether the node autoscaler acts on CapacityBuffer objects (`autoscaling.x-k8s.io/v1beta1`): cluster-autoscaler 1.35
     * with both `--capacity-buffer-...` flags, Karpenter 1.14 with its gate `capacityBuffer`, GKE 1.35.2-gke.1842000.
     * Default: not known; warm capacity is then kept by placeholder pods.
     */
    capacityBuffers?: boolean;
    /**
     * Longest time in seconds that a node waits for its pods when it is drained, whatever their grace
     * period asks for. Default: not known; 600 is what cluster-autoscaler uses (kubernetes/kubernetes#94435).
     */
    nodeDrainSeconds?: number;
    /** The cloud region, `eu-west-1`; prices are of a region. Default: not known. */
    region?: string;
    /** Prices of one's own. Default: the built-in table. */
    prices?: PricesArgs;
}

/** The oldest versions that are supported, and the newest ones whose behaviour is known. */
const SUPPORTED = {
    kubernetes: { first: "1.33", last: "1.37" },
    keda: { first: "2.18", last: "2.20" },
    vpa: { first: "1.0", last: "1.7" },
} as const;

/** The first version whose HPA goes to zero, on an object or external metric (HPAScaleToZero, beta and on by default). */
export const SCALE_TO_ZERO_KUBERNETES = "1.37";

/** The first version whose API server keeps an HPA's `tolerance`; before, a gate that is off drops it (KEP-4951). */
export const TOLERANCE_KUBERNETES = "1.35";

/** A problem in the platform's facts: the member and what is wrong with it. */
export interface PlatformProblem {
    readonly member: keyof PlatformArgs;
    readonly message: string;
    readonly fix: string;
}

/** Facts of the cluster after checking; a member that is absent is not known. */
export type Platform = Readonly<PlatformArgs>;

/** A platform of which nothing is known. */
export const UNKNOWN_PLATFORM: Platform = {};

function version(text: string): [number, number] | undefined {
    const match = /^v?(\d{1,4})\.(\d{1,4})(\.\d{1,9})?([-+][\w.+-]{1,64})?$/.exec(text);
    return match === null ? undefined : [Number(match[1]), Number(match[2])];
}

/**
 * Compares two versions by major and minor number; what is no version is at least nothing. A patch and a build may
 * follow, as clusters report them: `v1.33.5-gke.100`.
 *
 * @example versionAtLeast("1.35.2", "1.33") // true
 */
export function versionAtLeast(have: string, need: string): boolean {
    const [a, b] = [version(have), version(need)];
    if (a === undefined || b === undefined) return false;
    return a[0] !== b[0] ? a[0] > b[0] : a[1] >= b[1];
}

function versionProblem(
    member: "kubernetesVersion" | "kedaVersion" | "vpaVersion",
    value: unknown,
    range: { first: string; last: string },
): PlatformProblem | undefined {
    if (value === undefined) return undefined;
    if (typeof value !== "string" || version(value) === undefined) {
        return {
            member,
            message: `${show(value)} is not a version`,
            fix: `write it as "major.minor", for example "${range.last}"`,
        };
    }
    if (!versionAtLeast(value, range.first)) {
        return {
            member,
            message: `${value} is older than ${range.first}, the first version whose behaviour is known here`,
            fix: `use ${range.first} to ${range.last}`,
        };
    }
    return undefined;
}

/** A component that is said to be missing, and to have a version. */
function versionOfNothing(
    member: "keda" | "vpa",
    isThere: boolean | undefined,
    version: string | undefined,
): PlatformProblem | undefined {
    if (isThere !== false || version === undefined) return undefined;
    return {
        member,
        message: `it is false, and ${member}Version is ${show(version)}`,
        fix: `remove ${member}Version, or set ${member} to true`,
    };
}

/** A wrong value in a message: short, whatever it is. */
function show(value: unknown): string {
    if (typeof value === "string") return JSON.stringify(value.slice(0, 40));
    return typeof value === "object" && value !== null ? "an object" : String(value).slice(0, 40);
}

/** Checks the platform's facts; everything that is wrong is reported at once. */
export function platformProblems(platform: PlatformArgs): PlatformProblem[] {
    const problems = [
        versionProblem("kubernetesVersion", platform.kubernetesVersion, SUPPORTED.kubernetes),
        versionProblem("kedaVersion", platform.kedaVersion, SUPPORTED.keda),
        versionProblem("vpaVersion", platform.vpaVersion, SUPPORTED.vpa),
        versionOfNothing("keda", platform.keda, platform.kedaVersion),
        versionOfNothing("vpa", platform.vpa, platform.vpaVersion),
    ].filter((problem) => problem !== undefined);
    const providers: readonly string[] = Object.values(ClusterProvider);
    if (platform.provider !== undefined && !providers.includes(platform.provider)) {
        problems.push({
            member: "provider",
            message: `${show(platform.provider)} is not a provider`,
            fix: `use one of ${providers.join(", ")}`,
        });
    }
    const drain = platform.nodeDrainSeconds;
    if (drain !== undefined && !(Number.isInteger(drain) && drain > 0)) {
        problems.push({
            member: "nodeDrainSeconds",
            message: `${show(drain)} is not a whole number of seconds above 0`,
            fix: "give the longest time that a node drain waits for a pod, in seconds",
        });
    }
    return problems;
}
