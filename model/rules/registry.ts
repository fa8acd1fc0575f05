import { authenticationExists } from "./authentication-exists";
import { behaviorValues } from "./behavior-values";
import { containerImage } from "./container-image";
import { containerResources } from "./container-resources";
import { cronDaylightSaving } from "./cron-daylight-saving";
import { cronFloor } from "./cron-floor";
import { cronNever } from "./cron-never";
import { cronPairing } from "./cron-pairing";
import { cronSyntax } from "./cron-syntax";
import { disruptionBudgetFloor } from "./disruption-budget-floor";
import { externalMetricsOwner } from "./external-metrics-owner";
import { fallbackValues } from "./fallback-values";
import { graceCoversTask } from "./grace-covers-task";
import { idleReplicas } from "./idle-replicas";
import { objectNames } from "./object-names";
import { oneScalerPerTarget } from "./one-scaler-per-target";
import { platformComponentMissing } from "./platform-component-missing";
import { qosClass } from "./qos-class";
import { replicasOwned } from "./replicas-owned";
import { resourceOnlyMinZero } from "./resource-only-min-zero";
import { resourceTriggerRequest } from "./resource-trigger-request";
import type { Rule } from "./rule";
import { scaleBounds } from "./scale-bounds";
import { scaleMaxStated } from "./scale-max-stated";
import { scaleTarget } from "./scale-target";
import { secretInMetadata } from "./secret-in-metadata";
import { startupCoversColdStart } from "./startup-covers-cold-start";
import { targetPositive } from "./target-positive";
import { triggerDeprecated } from "./trigger-deprecated";
import { triggerIdentity } from "./trigger-identity";
import { triggerMetadata } from "./trigger-metadata";
import { triggerMetricType } from "./trigger-metric-type";
import { triggerRaw } from "./trigger-raw";
import { triggerType } from "./trigger-type";
import { verticalBounds } from "./vertical-bounds";
import { verticalContainers } from "./vertical-containers";
import { verticalMode } from "./vertical-mode";
import { verticalRestarts } from "./vertical-restarts";
import { verticalSameResource } from "./vertical-same-resource";
import { verticalSingle } from "./vertical-single";

/** Every rule, sorted by id. */
export const RULES: readonly Rule[] = [
    authenticationExists,
    behaviorValues,
    containerImage,
    containerResources,
    cronDaylightSaving,
    cronFloor,
    cronNever,
    cronPairing,
    cronSyntax,
    disruptionBudgetFloor,
    externalMetricsOwner,
    fallbackValues,
    graceCoversTask,
    idleReplicas,
    objectNames,
    oneScalerPerTarget,
    platformComponentMissing,
    qosClass,
    replicasOwned,
    resourceOnlyMinZero,
    resourceTriggerRequest,
    scaleBounds,
    scaleMaxStated,
    scaleTarget,
    secretInMetadata,
    startupCoversColdStart,
    targetPositive,
    triggerDeprecated,
    triggerIdentity,
    triggerMetadata,
    triggerMetricType,
    triggerRaw,
    triggerType,
    verticalBounds,
    verticalContainers,
    verticalMode,
    verticalRestarts,
    verticalSameResource,
    verticalSingle,
];
