import { activationBelowTarget } from "./activation-below-target";
import { authenticationExists } from "./authentication-exists";
import { authenticationValues } from "./authentication-values";
import { awaitAtZero } from "./await-at-zero";
import { balloonPriority } from "./balloon-priority";
import { behaviorValues } from "./behavior-values";
import { boundsSpread } from "./bounds-spread";
import { capacityPoolFits } from "./capacity-pool-fits";
import { ceilingLimit } from "./ceiling-limit";
import { clientIpAffinity } from "./client-ip-affinity";
import { containerImage } from "./container-image";
import { containerResources } from "./container-resources";
import { cooldownCoversTask } from "./cooldown-covers-task";
import { costBudgetResource } from "./cost-budget-resource";
import { costInstanceTypes } from "./cost-instance-types";
import { costLabels } from "./cost-labels";
import { costNearBudget } from "./cost-near-budget";
import { costPoolBudget } from "./cost-pool-budget";
import { costPriceAge } from "./cost-price-age";
import { costStackBudget } from "./cost-stack-budget";
import { costUnpriced } from "./cost-unpriced";
import { cronDaylightSaving } from "./cron-daylight-saving";
import { cronFloor } from "./cron-floor";
import { cronNever } from "./cron-never";
import { cronOverlap } from "./cron-overlap";
import { cronPairing } from "./cron-pairing";
import { cronSyntax } from "./cron-syntax";
import { cronTolerance } from "./cron-tolerance";
import { deprecatedApi } from "./deprecated-api";
import { disruptionBudgetFloor } from "./disruption-budget-floor";
import { disruptionBudgetMissing } from "./disruption-budget-missing";
import { disruptionBudgetSingle } from "./disruption-budget-single";
import { disruptionBudgetUnhealthy } from "./disruption-budget-unhealthy";
import { disruptionBudgetZero } from "./disruption-budget-zero";
import { emptyResult } from "./empty-result";
import { environmentSource } from "./environment-source";
import { exemption } from "./exemption";
import { externalMetricsOwner } from "./external-metrics-owner";
import { fallbackValues } from "./fallback-values";
import { formulaNames } from "./formula-names";
import { graceCoversTask } from "./grace-covers-task";
import { graceWithinDrain } from "./grace-within-drain";
import { hpaNameUnique } from "./hpa-name-unique";
import { idleReplicas } from "./idle-replicas";
import { imageTag } from "./image-tag";
import { jobCombination } from "./job-combination";
import { jobCount } from "./job-count";
import { jobDeadline } from "./job-deadline";
import { jobExtra } from "./job-extra";
import { jobMembers } from "./job-members";
import { jobPending } from "./job-pending";
import { jobRepeats } from "./job-repeats";
import { jobRestartPolicy } from "./job-restart-policy";
import { jobRollout } from "./job-rollout";
import { jobStrategy } from "./job-strategy";
import { jobTriggers } from "./job-triggers";
import { jobValues } from "./job-values";
import { kedaAnnotations } from "./keda-annotations";
import { memoryLimit } from "./memory-limit";
import { metricsServerSingle } from "./metrics-server-single";
import { nodeBudgetWindow } from "./node-budget-window";
import { nodeImagePinned } from "./node-image-pinned";
import { nodePoolBounds } from "./node-pool-bounds";
import { nodePoolLimits } from "./node-pool-limits";
import { nodePoolSizeOwned } from "./node-pool-size-owned";
import { nodePoolTolerated } from "./node-pool-tolerated";
import { nodeScheduleSizes } from "./node-schedule-sizes";
import { objectNames } from "./object-names";
import { oneScalerPerTarget } from "./one-scaler-per-target";
import { platformComponentMissing } from "./platform-component-missing";
import { podFitsNode } from "./pod-fits-node";
import { podPriority } from "./pod-priority";
import { podPrioritySystem } from "./pod-priority-system";
import { podRequests } from "./pod-requests";
import { podSpread } from "./pod-spread";
import { probeValues } from "./probe-values";
import { probesDiffer } from "./probes-differ";
import { qosClass } from "./qos-class";
import { quotaCoversCeiling } from "./quota-covers-ceiling";
import { quotaNeedsRequest } from "./quota-needs-request";
import { quotaPresent } from "./quota-present";
import { readinessProbe } from "./readiness-probe";
import { replicasOwned } from "./replicas-owned";
import { resourceOnlyMinZero } from "./resource-only-min-zero";
import { resourceTriggerRequest } from "./resource-trigger-request";
import { rolloutStrategy } from "./rollout-strategy";
import type { Rule } from "./rule";
import { scaleBounds } from "./scale-bounds";
import { scaleMaxStated } from "./scale-max-stated";
import { scaleTarget } from "./scale-target";
import { scaleUpBounded } from "./scale-up-bounded";
import { scalerPaused } from "./scaler-paused";
import { scalingModifiers } from "./scaling-modifiers";
import { secretInMetadata } from "./secret-in-metadata";
import { selectorShared } from "./selector-shared";
import { servingFloor } from "./serving-floor";
import { signalFitsWork } from "./signal-fits-work";
import { spotDiversity } from "./spot-diversity";
import { spotGrace } from "./spot-grace";
import { spotPreemptible } from "./spot-preemptible";
import { spotSafe } from "./spot-safe";
import { spotShutdownGrace } from "./spot-shutdown-grace";
import { spotTaint } from "./spot-taint";
import { spotWarmPool } from "./spot-warm-pool";
import { startupCoversColdStart } from "./startup-covers-cold-start";
import { stateSurvives } from "./state-survives";
import { targetDeclared } from "./target-declared";
import { targetPositive } from "./target-positive";
import { triggerDeprecated } from "./trigger-deprecated";
import { triggerIdentity } from "./trigger-identity";
import { triggerMetadata } from "./trigger-metadata";
import { triggerMetricType } from "./trigger-metric-type";
import { triggerRaw } from "./trigger-raw";
import { triggerType } from "./trigger-type";
import { utilizationFloor } from "./utilization-floor";
import { utilizationRange } from "./utilization-range";
import { verticalBounds } from "./vertical-bounds";
import { verticalContainers } from "./vertical-containers";
import { verticalFloor } from "./vertical-floor";
import { verticalMode } from "./vertical-mode";
import { verticalRestarts } from "./vertical-restarts";
import { verticalSameResource } from "./vertical-same-resource";
import { verticalSingle } from "./vertical-single";
import { windowCoversColdStart } from "./window-covers-cold-start";

/** Every rule, sorted by id. */
export const RULES: readonly Rule[] = [
    activationBelowTarget,
    authenticationExists,
    authenticationValues,
    awaitAtZero,
    balloonPriority,
    behaviorValues,
    boundsSpread,
    capacityPoolFits,
    ceilingLimit,
    clientIpAffinity,
    containerImage,
    containerResources,
    cooldownCoversTask,
    costBudgetResource,
    costInstanceTypes,
    costLabels,
    costNearBudget,
    costPoolBudget,
    costPriceAge,
    costStackBudget,
    costUnpriced,
    cronDaylightSaving,
    cronFloor,
    cronNever,
    cronOverlap,
    cronPairing,
    cronSyntax,
    cronTolerance,
    deprecatedApi,
    disruptionBudgetFloor,
    disruptionBudgetMissing,
    disruptionBudgetSingle,
    disruptionBudgetUnhealthy,
    disruptionBudgetZero,
    emptyResult,
    environmentSource,
    exemption,
    externalMetricsOwner,
    fallbackValues,
    formulaNames,
    graceCoversTask,
    graceWithinDrain,
    hpaNameUnique,
    idleReplicas,
    imageTag,
    jobCombination,
    jobCount,
    jobDeadline,
    jobExtra,
    jobMembers,
    jobPending,
    jobRepeats,
    jobRestartPolicy,
    jobRollout,
    jobStrategy,
    jobTriggers,
    jobValues,
    kedaAnnotations,
    memoryLimit,
    metricsServerSingle,
    nodeBudgetWindow,
    nodeImagePinned,
    nodePoolBounds,
    nodePoolLimits,
    nodePoolSizeOwned,
    nodePoolTolerated,
    nodeScheduleSizes,
    objectNames,
    oneScalerPerTarget,
    platformComponentMissing,
    podFitsNode,
    podPriority,
    podPrioritySystem,
    podRequests,
    podSpread,
    probeValues,
    probesDiffer,
    qosClass,
    quotaCoversCeiling,
    quotaNeedsRequest,
    quotaPresent,
    readinessProbe,
    replicasOwned,
    resourceOnlyMinZero,
    resourceTriggerRequest,
    rolloutStrategy,
    scaleBounds,
    scaleMaxStated,
    scaleTarget,
    scaleUpBounded,
    scalerPaused,
    scalingModifiers,
    secretInMetadata,
    selectorShared,
    servingFloor,
    signalFitsWork,
    spotDiversity,
    spotGrace,
    spotPreemptible,
    spotSafe,
    spotShutdownGrace,
    spotTaint,
    spotWarmPool,
    startupCoversColdStart,
    stateSurvives,
    targetDeclared,
    targetPositive,
    triggerDeprecated,
    triggerIdentity,
    triggerMetadata,
    triggerMetricType,
    triggerRaw,
    triggerType,
    utilizationFloor,
    utilizationRange,
    verticalBounds,
    verticalContainers,
    verticalFloor,
    verticalMode,
    verticalRestarts,
    verticalSameResource,
    verticalSingle,
    windowCoversColdStart,
];
