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
import { fallbackValues } from "./fallback-values";
import { graceCoversTask } from "./grace-covers-task";
import { idleReplicas } from "./idle-replicas";
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
import { objectNames } from "./object-names";
import { oneScalerPerTarget } from "./one-scaler-per-target";
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
    fallbackValues,
    graceCoversTask,
    idleReplicas,
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
    objectNames,
    oneScalerPerTarget,
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
];
