import type { Declared, Leaf, OriginEntry } from "../declared";
import { declareCloud, joinedText, outputOf } from "../declared";
import type { ClockEdge, ScheduleArgs } from "../pool";
import { clockWindows, renderSchedule } from "../pool";

/** The bounds of a node pool by the clock. */
export interface GkeNodePoolJobs {
    readonly project: Leaf<string>;
    readonly location: Leaf<string>;
    readonly clusterName: Leaf<string>;
    readonly nodePoolName: Leaf<string>;
    readonly schedulerRegion: Leaf<string>;
    readonly minNodes: number;
    readonly maxNodes: number;
    readonly locationPolicy: string;
    readonly schedules: readonly ScheduleArgs[];
    readonly accountId: string;
}

/** What `setAutoscaling` needs (GKE's REST reference, projects.locations.clusters.nodePools.setAutoscaling), and no more. */
const PERMISSIONS = ["container.clusters.update"];
const SCOPE = "https://www.googleapis.com/auth/cloud-platform";

/**
 * Two jobs of Cloud Scheduler for each window, which call `setAutoscaling` with the whole setting, since that replaces
 * it; and a service account that may do that in its project, and nothing else.
 *
 * @param name The start of the name of each resource. The windows were checked by `nodeWindowProblems`.
 */
export function gkeNodePoolJobs(name: string, pool: GkeNodePoolJobs): Declared[] {
    const { schedules, minNodes } = pool;
    const { edges } = renderSchedule(clockWindows(schedules, { minNodes }, ["minNodes"]));
    return [...caller(name, pool), ...edges.map((edge) => job(name, pool, edge))];
}

function caller(name: string, { project, accountId }: GkeNodePoolJobs): Declared[] {
    return [
        declareCloud(
            "gcp:serviceaccount/account:Account",
            "account",
            `${name}-account`,
            { project, accountId, displayName: `Scales node pools by the clock: ${name}` },
            [[["accountId"], "accountId"]],
        ),
        declareCloud(
            "gcp:projects/iAMCustomRole:IAMCustomRole",
            "role",
            `${name}-role`,
            {
                project,
                // Ids of roles have no dashes.
                roleId: accountId.replaceAll("-", "_"),
                title: `Scale node pools by the clock: ${name}`,
                permissions: PERMISSIONS,
            },
            [],
        ),
        declareCloud(
            "gcp:projects/iAMMember:IAMMember",
            "member",
            `${name}-member`,
            {
                project,
                role: outputOf("role", "name"),
                member: joinedText("serviceAccount:", outputOf("account", "email")),
            },
            [],
        ),
    ];
}

function job(name: string, pool: GkeNodePoolJobs, edge: ClockEdge): Declared {
    return declareCloud(
        "gcp:cloudscheduler/job:Job",
        edge.name,
        `${name}-${edge.name}`,
        {
            name: `${name}-${edge.name}`,
            project: pool.project,
            region: pool.schedulerRegion,
            schedule: edge.cron,
            timeZone: edge.timeZone,
            attemptDeadline: "60s",
            retryConfig: { retryCount: 5, minBackoffDuration: "30s" },
            httpTarget: {
                httpMethod: "POST",
                uri: setAutoscalingUri(pool),
                body: btoa(JSON.stringify(setAutoscalingBody(pool, edge))),
                headers: { "Content-Type": "application/json" },
                oauthToken: { serviceAccountEmail: outputOf("account", "email"), scope: SCOPE },
            },
        },
        originsOf(edge),
        { dependsOn: ["member"] },
    );
}

function originsOf({ argument, member }: ClockEdge): readonly OriginEntry[] {
    return [
        [["schedule"], `${argument}.${member}`],
        [["timeZone"], `${argument}.timeZone`],
        [["region"], "schedulerRegion"],
        [["httpTarget"], "nodePoolName"],
        [["httpTarget", "body"], member === "start" ? `${argument}.minNodes` : "minNodes"],
    ];
}

function setAutoscalingUri({ project, location, clusterName, nodePoolName }: GkeNodePoolJobs): Leaf<string> {
    return joinedText(
        "https://container.googleapis.com/v1/projects/",
        project,
        "/locations/",
        location,
        "/clusters/",
        clusterName,
        "/nodePools/",
        nodePoolName,
        ":setAutoscaling",
    );
}

function setAutoscalingBody({ maxNodes, minNodes, locationPolicy }: GkeNodePoolJobs, { bounds }: ClockEdge) {
    return {
        autoscaling: {
            enabled: true,
            totalMinNodeCount: bounds.minNodes ?? minNodes,
            totalMaxNodeCount: maxNodes,
            locationPolicy,
        },
    };
}
