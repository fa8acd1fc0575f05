import type { PeerClaim } from "./peer-claim";
import { NOT_SCALED } from "./peer-claim";
import * as when from "./peer-circumstances";

/** What the peers say of pools: of their autoscalers, replicas, budgets and rollouts. */
export const POOL_CLAIMS: readonly PeerClaim[] = [
    {
        concern: "autoscalers",
        checks: {
            "kube-linter": ["dangling-horizontalpodautoscaler"],
            "kube-score": ["horizontalpodautoscaler-has-target"],
        },
        rules: ["target-declared"],
        silences: [
            {
                of: when.scalesCustomResource,
                because: "its target is there; the peer does not read custom resources",
            },
            {
                of: when.standsAlone,
                because: "no workload of its namespace is in the files, so its target is somebody else's",
            },
        ],
    },
    {
        concern: "autoscalers",
        checks: { polaris: ["hpaMaxAvailability"] },
        rules: ["bounds-spread"],
        silences: [
            {
                of: when.boundsDiffer,
                because: "the bounds differ; the peer takes a floor of 0, or a ceiling of 1, for a mistake",
            },
        ],
    },
    {
        concern: "autoscalers",
        checks: { "kube-score": ["deployment-targeted-by-hpa-does-not-have-replicas-configured"] },
        rules: ["replicas-owned"],
    },
    {
        concern: "replicas",
        checks: {
            "kube-linter": ["hpa-minimum-three-replicas", "minimum-three-replicas"],
            "kube-score": ["deployment-replicas", "horizontalpodautoscaler-replicas"],
            polaris: ["deploymentMissingReplicas", "hpaMinAvailability"],
        },
        rules: ["serving-floor"],
        silences: [
            { of: when.keepsTwo, because: "it keeps two replicas, enough to lose one" },
            NOT_SCALED,
            {
                of: when.servesNobody,
                because:
                    "nothing says that it answers requests: what takes work from a queue may rest at one or none",
            },
        ],
    },
    {
        concern: "disruption budgets",
        checks: {
            "kube-score": ["deployment-has-poddisruptionbudget", "statefulset-has-poddisruptionbudget"],
            polaris: ["missingPodDisruptionBudget"],
        },
        rules: ["disruption-budget-missing"],
        silences: [
            NOT_SCALED,
            {
                of: when.mayLoseAll,
                because:
                    "it answers no requests and may rest at one or none: a budget would only hold up drains",
            },
        ],
    },
    {
        concern: "disruption budgets",
        checks: { "kube-linter": ["pdb-max-unavailable"], polaris: ["pdbDisruptionsIsZero"] },
        rules: ["disruption-budget-zero"],
        silences: [NOT_SCALED],
    },
    {
        concern: "disruption budgets",
        checks: {
            "kube-linter": ["pdb-min-available"],
            polaris: ["pdbMinAvailableGreaterThanHPAMinReplicas"],
        },
        rules: ["disruption-budget-floor", "disruption-budget-zero"],
        silences: [NOT_SCALED],
    },
    {
        concern: "disruption budgets",
        checks: { "kube-linter": ["pdb-unhealthy-pod-eviction-policy"] },
        rules: ["disruption-budget-unhealthy"],
        silences: [NOT_SCALED],
    },
    {
        concern: "rollouts",
        checks: {
            "kube-linter": ["no-rolling-update-strategy"],
            "kube-score": ["deployment-strategy"],
        },
        rules: ["rollout-strategy"],
        silences: [
            NOT_SCALED,
            {
                of: when.statesNoStrategy,
                because: "a Deployment that states no strategy is rolled; the peer asks for the word",
            },
            {
                of: when.servesNobody,
                because: "no Service is in front of it: nobody waits for an answer while it is replaced",
            },
        ],
    },
    {
        concern: "rollouts",
        checks: { "kube-linter": ["restart-policy"] },
        rules: [],
        silences: [{ because: "a Deployment restarts its pods always: the API accepts nothing else" }],
    },
    {
        concern: "rollouts",
        checks: { "kube-linter": ["no-extensions-v1beta"], "kube-score": ["stable-version"] },
        rules: ["deprecated-api"],
        silences: [
            {
                of: when.isOfAnotherGroup,
                because: "its group only begins like extensions, and is served",
            },
        ],
    },
];
