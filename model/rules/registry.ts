import { activationBelowTarget } from "./activation-below-target";
import { authenticationExists } from "./authentication-exists";
import { authenticationValues } from "./authentication-values";
import { awaitAtZero } from "./await-at-zero";
import { behaviorValues } from "./behavior-values";
import { clientIpAffinity } from "./client-ip-affinity";
import { containerImage } from "./container-image";
import { containerResources } from "./container-resources";
import { cooldownCoversTask } from "./cooldown-covers-task";
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
import { cronPairing } from "./cron-pairing";
import { cronSyntax } from "./cron-syntax";
import { cronTolerance } from "./cron-tolerance";
import { disruptionBudgetFloor } from "./disruption-budget-floor";
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
import { objectNames } from "./object-names";
import { oneScalerPerTarget } from "./one-scaler-per-target";
import { platformComponentMissing } from "./platform-component-missing";
import { probeValues } from "./probe-values";
import { probesDiffer } from "./probes-differ";
import { qosClass } from "./qos-class";
import { replicasOwned } from "./replicas-owned";
import { resourceOnlyMinZero } from "./resource-only-min-zero";
import { resourceTriggerRequest } from "./resource-trigger-request";
import type { Rule } from "./rule";
import { scaleBounds } from "./scale-bounds";
import { scaleMaxStated } from "./scale-max-stated";
import { scaleTarget } from "./scale-target";
import { scalerPaused } from "./scaler-paused";
import { scalingModifiers } from "./scaling-modifiers";
import { secretInMetadata } from "./secret-in-metadata";
import { selectorShared } from "./selector-shared";
import { signalFitsWork } from "./signal-fits-work";
import { spotGrace } from "./spot-grace";
import { spotSafe } from "./spot-safe";
import { startupCoversColdStart } from "./startup-covers-cold-start";
import { stateSurvives } from "./state-survives";
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
    behaviorValues,
    clientIpAffinity,
    containerImage,
    containerResources,
    cooldownCoversTask,
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
    cronPairing,
    cronSyntax,
    cronTolerance,
    disruptionBudgetFloor,
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
    objectNames,
    oneScalerPerTarget,
    platformComponentMissing,
    probeValues,
    probesDiffer,
    qosClass,
    replicasOwned,
    resourceOnlyMinZero,
    resourceTriggerRequest,
    scaleBounds,
    scaleMaxStated,
    scaleTarget,
    scalerPaused,
    scalingModifiers,
    secretInMetadata,
    selectorShared,
    signalFitsWork,
    spotGrace,
    spotSafe,
    startupCoversColdStart,
    stateSurvives,
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
    verticalMode,
    verticalRestarts,
    verticalSameResource,
    verticalSingle,
    windowCoversColdStart,
];
