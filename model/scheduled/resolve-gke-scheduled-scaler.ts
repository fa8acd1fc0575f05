import type { GroupShape, Syntax } from "../arguments";
import { checkShape, choice, group, input, integer, plainCopy, problem, quote, textOf } from "../arguments";
import type { Declared } from "../declared";
import { withUnknowns } from "../declared";
import type { Finding } from "../findings";
import { GkeLocationPolicy } from "../gcp";
import { schedulesShape } from "../pool";
import { nodeWindowProblems } from "./cloud-windows";
import type { GkeNodePoolJobs } from "./gke-node-pool";
import { gkeNodePoolJobs } from "./gke-node-pool";
import type { GkeScheduledScalerArgs } from "./gke-scheduled-scaler-args";

/** Pulumi's type token of the component. */
export const GKE_SCHEDULED_SCALER_TYPE = "agent-autoscaling:index:GkeScheduledScaler";

/** The account part of a Google service account's address (google_service_account: 6 to 30 characters). */
const ACCOUNT_ID: Syntax = {
    name: "the id of a service account",
    accepts: (text) => /^[a-z][-a-z0-9]{4,28}[a-z0-9]$/.test(text),
    fix: "use 6 to 30 lower-case letters, digits and dashes, a letter in front and no dash at the end",
};

/** The form of `GkeScheduledScalerArgs`. */
export const GKE_SCHEDULED_SHAPE: GroupShape = group(
    {
        project: input,
        location: input,
        clusterName: input,
        nodePoolName: input,
        schedulerRegion: input,
        minNodes: integer(0),
        maxNodes: integer(1),
        locationPolicy: choice(GkeLocationPolicy),
        schedules: schedulesShape({ nonEmpty: true }),
        accountId: textOf(ACCOUNT_ID),
    },
    {
        required: [
            "project",
            "location",
            "clusterName",
            "nodePoolName",
            "schedulerRegion",
            "minNodes",
            "maxNodes",
            "locationPolicy",
            "schedules",
        ],
    },
);

/** Jobs that scale a node pool, or the reasons why there are none. */
export interface GkeScheduledScalerResolution {
    readonly declared: readonly Declared[];
    readonly findings: readonly Finding[];
}

/**
 * Decides what Cloud Scheduler does to a node pool.
 *
 * @param name The component's name, also the start of the name of each resource.
 * @param args The arguments as the user wrote them; nothing about them is taken for granted.
 */
export function resolveGkeScheduledScaler(
    name: string,
    args: GkeScheduledScalerArgs,
): GkeScheduledScalerResolution {
    const { copy, findings: unreadable } = plainCopy(args);
    const shape = [...unreadable, ...checkShape(copy, GKE_SCHEDULED_SHAPE)];
    if (shape.length > 0) return { declared: [], findings: shape };
    const read = copy as GkeScheduledScalerArgs;
    const { accountId = name, ...pool } = read;
    const findings = [
        ...accountProblems(accountId),
        ...regionProblems(read),
        ...nodeWindowProblems(read.schedules, read, "a node pool"),
    ];
    if (findings.length > 0) return { declared: [], findings };
    const jobs = withUnknowns({ ...pool, accountId }, []) as GkeNodePoolJobs;
    return { declared: gkeNodePoolJobs(name, jobs), findings };
}

/** The component's name becomes the account's id where none is given. */
function accountProblems(accountId: string): Finding[] {
    return ACCOUNT_ID.accepts(accountId)
        ? []
        : [
              problem(
                  ["accountId"],
                  `would be the component's name ${quote(accountId)}, which is not ${ACCOUNT_ID.name}`,
                  `give an accountId: ${ACCOUNT_ID.fix}`,
              ),
          ];
}

function regionProblems({ schedulerRegion }: GkeScheduledScalerArgs): Finding[] {
    if (typeof schedulerRegion !== "string" || !/-[a-z]$/.test(schedulerRegion)) return [];
    const region = schedulerRegion.slice(0, -2);
    return [
        problem(
            ["schedulerRegion"],
            `is ${quote(schedulerRegion)}, a zone, and Cloud Scheduler is in regions`,
            `use ${region}`,
        ),
    ];
}
