import type { Declared } from "../../../../model/declared";
import { formatFinding } from "../../../../model/findings";
import type { AgentPoolArgs } from "../../../../model/pool";
import type { AgentTeamArgs, TeamResolution } from "../../../../model/team";
import { resolveTeam } from "../../../../model/team";

export const TODAY = "2026-12-31";

/** Works through a queue: 20 pods of 1 CPU and 2 GiB, and 5 more in a rollout. */
export const CRAWLER: AgentPoolArgs = {
    archetype: "QueueWorker",
    workload: {
        container: {
            image: "registry.example/crawler:1",
            resources: { requests: { cpu: "1", memory: "2Gi" } },
        },
    },
    task: { p99Seconds: 90 },
    scale: {
        minReplicas: 0,
        maxReplicas: 20,
        triggers: [{ redis: { address: "redis.queue.svc:6379", listName: "pages" } }],
    },
};

/** Runs each task in a job of its own: 8 pods of half a CPU and 1 GiB. */
export const DIGEST: AgentPoolArgs = {
    ...CRAWLER,
    archetype: "BatchJob",
    workload: {
        container: {
            image: "registry.example/digest:1",
            resources: { requests: { cpu: "500m", memory: "1Gi" } },
        },
    },
    scale: { ...CRAWLER.scale, maxReplicas: 8 },
};

/** Answers requests on port 8080. */
export const GATEWAY: AgentPoolArgs = {
    archetype: "Service",
    workload: {
        container: {
            image: "registry.example/gateway:1",
            ports: [{ containerPort: 8080 }],
            resources: { requests: { cpu: "500m", memory: "512Mi" } },
        },
    },
    scale: { minReplicas: 2, maxReplicas: 10, triggers: [{ cpu: { averageUtilization: 70 } }] },
};

export const TEAM: AgentTeamArgs = { pools: { crawler: CRAWLER, digest: DIGEST } };

export function team(args: object = {}, name: unknown = "research"): TeamResolution {
    return resolveTeam(name as string, { ...TEAM, ...args }, TODAY);
}

/** What is said of a team, as a user reads it; of one severity where it is given. */
export function said(args: object, severity: "error" | "warning" = "error", name?: unknown): string[] {
    return team(args, name)
        .findings.filter((finding) => finding.severity === severity)
        .map(formatFinding);
}

/** The object of a kind, by its name where there are several. */
export function objectOf({ objects }: TeamResolution, kind: string, name?: string): Declared["object"] {
    const found = objects.find(
        ({ object }) => object.kind === kind && (name === undefined || object.metadata["name"] === name),
    );
    if (found === undefined) throw new Error(`there is no ${kind} ${name ?? ""}`);
    return found.object;
}

/** What a quota holds. */
export function hardOf(resolution: TeamResolution, name = "research"): Record<string, string> {
    return (objectOf(resolution, "ResourceQuota", name)["spec"] as { hard: Record<string, string> }).hard;
}
