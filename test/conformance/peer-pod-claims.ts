import type { PeerClaim } from "./peer-claim";
import { NOT_SCALED } from "./peer-claim";
import * as when from "./peer-circumstances";

/** What the peers say of the pods of pools. */
export const POD_CLAIMS: readonly PeerClaim[] = [
    {
        concern: "requests and limits",
        checks: {
            "kube-linter": ["unset-cpu-requirements"],
            polaris: ["cpuRequestsMissing", "memoryRequestsMissing"],
        },
        rules: ["pod-requests", "resource-trigger-request"],
        silences: [NOT_SCALED],
    },
    {
        concern: "requests and limits",
        checks: { "kube-linter": ["unset-memory-requirements"], polaris: ["memoryLimitsMissing"] },
        rules: ["memory-limit"],
        silences: [NOT_SCALED],
    },
    {
        concern: "requests and limits",
        checks: { "kube-score": ["container-resources"] },
        rules: ["memory-limit", "pod-requests"],
        silences: [
            NOT_SCALED,
            {
                of: when.lacksOnlyCpuLimit,
                because: "only the CPU limit is missing, which throttles a pod that could use idle CPU",
            },
        ],
    },
    {
        concern: "requests and limits",
        checks: { polaris: ["cpuLimitsMissing"] },
        rules: [],
        silences: [
            { because: "a CPU limit throttles a pod that could use idle CPU; the request is its share" },
        ],
    },
    {
        concern: "requests and limits",
        checks: {
            "kube-score": [
                "container-resource-requests-equal-limits",
                "container-cpu-requests-equal-limits",
                "container-memory-requests-equal-limits",
            ],
        },
        rules: ["memory-limit", "qos-class"],
        silences: [
            {
                because:
                    "whether a pool is Guaranteed is its author's choice, and qos-class holds to a declared one",
            },
        ],
    },
    {
        concern: "requests and limits",
        checks: {
            "kube-score": [
                "container-ephemeral-storage-request-and-limit",
                "container-ephemeral-storage-request-equals-limit",
            ],
        },
        rules: [],
        silences: [{ because: "no autoscaler is measured in it, and most node pools are not sized by it" }],
    },
    {
        concern: "probes",
        checks: {
            "kube-linter": ["no-readiness-probe"],
            "kube-score": ["pod-probes"],
            polaris: ["readinessProbeMissing"],
        },
        rules: ["readiness-probe"],
        silences: [
            NOT_SCALED,
            {
                of: when.servesNobody,
                because: "no Service is in front of it: nothing would ask whether it is ready",
            },
        ],
    },
    {
        concern: "probes",
        checks: { "kube-linter": ["no-liveness-probe"], polaris: ["livenessProbeMissing"] },
        rules: [],
        silences: [
            {
                because:
                    "a liveness probe restarts an agent that is only busy, and loses its work; none is a fair choice",
            },
        ],
    },
    {
        concern: "probes",
        checks: { "kube-score": ["pod-probes-identical"] },
        rules: ["probes-differ"],
        silences: [NOT_SCALED],
    },
    {
        concern: "probes",
        checks: { "kube-linter": ["liveness-port", "readiness-port", "startup-port"] },
        rules: ["probe-values"],
        silences: [
            {
                of: when.probesByNumber,
                because: "a number reaches its port whether or not the container lists it",
            },
        ],
    },
    {
        concern: "images",
        checks: {
            "kube-linter": ["latest-tag"],
            "kube-score": ["container-image-tag"],
            polaris: ["tagNotSpecified"],
        },
        rules: ["image-tag"],
        silences: [NOT_SCALED],
    },
    {
        concern: "images",
        checks: {
            "kube-score": ["container-image-pull-policy"],
            polaris: ["pullPolicyNotAlways"],
        },
        rules: [],
        silences: [
            {
                because:
                    "a tag that stays needs no second pull, and a pool scales up without its registry then",
            },
        ],
    },
    {
        concern: "priority",
        checks: { "kube-linter": ["priority-class-name"], polaris: ["priorityClassNotSet"] },
        rules: ["pod-priority"],
        silences: [
            NOT_SCALED,
            {
                of: when.hasPriorityClass,
                because: "it has a class; the peer accepts only those of the cluster's own parts",
            },
        ],
    },
    {
        concern: "spread",
        checks: {
            "kube-linter": ["no-anti-affinity"],
            "kube-score": ["deployment-has-host-podantiaffinity", "statefulset-has-host-podantiaffinity"],
            polaris: ["topologySpreadConstraint"],
        },
        rules: ["pod-spread"],
        silences: [
            NOT_SCALED,
            {
                of: when.staysSmall,
                because: "it never has more than two pods, and we ask from three on",
            },
            {
                of: when.hasSpread,
                because: "it is spread by constraints; anti-affinity by node would stop it at one pod a node",
            },
        ],
    },
    {
        concern: "spread",
        checks: { "kube-linter": ["no-node-affinity"] },
        rules: [],
        silences: [{ because: "which nodes a pool runs on is its author's choice, and any node is one" }],
    },
];
