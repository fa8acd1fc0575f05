import type { Declared, Leaf, OriginEntry } from "../declared";
import { declare } from "../declared";
import type { ClockEdge, ClockWindow } from "../pool";
import { renderSchedule } from "../pool";
import type { ClockTarget } from "./clock-target";
import { boundsPatch, CLOCK_KINDS } from "./clock-target";
import { objectMetadata } from "./object-metadata";

/** Bounds of one object by the clock, and how that is done. */
export interface Clock {
    /** The start of the name of each object. */
    readonly name: string;
    readonly target: ClockTarget;
    readonly windows: readonly ClockWindow[];
    readonly image: Leaf<string>;
    /** Labels of each object, not of the pods, which belong to no pool. */
    readonly labels: Readonly<Record<string, string>>;
    /** Roles or URNs of what must exist before. */
    readonly dependsOn?: readonly string[];
}

/** The label by which the pods of a clock are found, for logs and for a NetworkPolicy that lets them to the API server. */
export const CLOCK_LABEL = "agent-autoscaling/clock";

/**
 * A CronJob for each edge of the windows, and rights that go no further than they must: a ServiceAccount of their own
 * that may read and patch the one object, by its name.
 */
export function clockObjects(clock: Clock): Declared[] {
    const { edges, deadlineSeconds } = renderSchedule(clock.windows);
    return [
        serviceAccount(clock),
        role(clock),
        roleBinding(clock),
        ...edges.map((edge) => cronJob(clock, edge, deadlineSeconds)),
    ];
}

function accountName({ name }: Clock): string {
    return `${name}-clock`;
}

function metadata({ target, labels }: Clock, name: string): Readonly<Record<string, unknown>> {
    return objectMetadata(name, target.namespace, labels);
}

function serviceAccount(clock: Clock): Declared {
    return declare(
        "clock-account",
        {
            apiVersion: "v1",
            kind: "ServiceAccount",
            metadata: metadata(clock, accountName(clock)),
            // Only the pods that say so get a token.
            automountServiceAccountToken: false,
        },
        [],
    );
}

function role(clock: Clock): Declared {
    const { group, resource } = CLOCK_KINDS[clock.target.kind];
    return declare(
        "clock-role",
        {
            apiVersion: "rbac.authorization.k8s.io/v1",
            kind: "Role",
            metadata: metadata(clock, accountName(clock)),
            // kubectl reads the object before it patches it.
            rules: [
                {
                    apiGroups: [group],
                    resources: [resource],
                    resourceNames: [clock.target.name],
                    verbs: ["get", "patch"],
                },
            ],
        },
        [],
    );
}

function roleBinding(clock: Clock): Declared {
    const name = accountName(clock);
    return declare(
        "clock-role-binding",
        {
            apiVersion: "rbac.authorization.k8s.io/v1",
            kind: "RoleBinding",
            metadata: metadata(clock, name),
            roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name },
            subjects: [{ kind: "ServiceAccount", name, namespace: clock.target.namespace }],
        },
        [],
        { dependsOn: ["clock-account", "clock-role"] },
    );
}

function cronJob(clock: Clock, edge: ClockEdge, deadlineSeconds: number): Declared {
    return declare(
        `clock-${edge.name}`,
        {
            apiVersion: "batch/v1",
            kind: "CronJob",
            metadata: metadata(clock, `${clock.name}-${edge.name}`),
            spec: {
                schedule: edge.cron,
                timeZone: edge.timeZone,
                concurrencyPolicy: "Replace",
                startingDeadlineSeconds: deadlineSeconds,
                successfulJobsHistoryLimit: 1,
                failedJobsHistoryLimit: 3,
                jobTemplate: {
                    spec: {
                        backoffLimit: 6,
                        activeDeadlineSeconds: deadlineSeconds,
                        template: {
                            metadata: { labels: { [CLOCK_LABEL]: clock.name } },
                            spec: podSpec(clock, edge),
                        },
                    },
                },
            },
        },
        originsOf(edge),
        { dependsOn: ["clock-role-binding", ...(clock.dependsOn ?? [])] },
    );
}

function originsOf({ argument, member, bounds }: ClockEdge): readonly OriginEntry[] {
    const [bound] = Object.keys(bounds);
    return [
        [["spec"], argument],
        [["spec", "schedule"], `${argument}.${member}`],
        [["spec", "timeZone"], `${argument}.timeZone`],
        [["spec", "jobTemplate"], bound === undefined ? argument : `${argument}.${bound}`],
    ];
}

/** One kubectl that patches and ends, under the rules of the restricted Pod Security Standard. */
function podSpec(clock: Clock, edge: ClockEdge): Readonly<Record<string, unknown>> {
    return {
        restartPolicy: "Never",
        serviceAccountName: accountName(clock),
        automountServiceAccountToken: true,
        securityContext: {
            runAsNonRoot: true,
            runAsUser: 65532,
            runAsGroup: 65532,
            seccompProfile: { type: "RuntimeDefault" },
        },
        containers: [
            {
                name: "kubectl",
                image: clock.image,
                command: ["kubectl"],
                args: patchArguments(clock.target, edge),
                resources: {
                    requests: { cpu: "50m", memory: "64Mi" },
                    limits: { memory: "128Mi" },
                },
                securityContext: {
                    allowPrivilegeEscalation: false,
                    readOnlyRootFilesystem: true,
                    capabilities: { drop: ["ALL"] },
                },
            },
        ],
    };
}

/** Who the field's manager is, so that `kubectl get --show-managed-fields` says who changed it last. */
export const CLOCK_FIELD_MANAGER = "agent-autoscaling-clock";

function patchArguments(target: ClockTarget, { bounds }: ClockEdge): Leaf<string>[] {
    const { group, resource } = CLOCK_KINDS[target.kind];
    return [
        "patch",
        `${resource}.${group}`,
        target.name,
        "--namespace",
        target.namespace,
        "--type=merge",
        `--patch=${JSON.stringify(boundsPatch(target.kind, bounds))}`,
        `--field-manager=${CLOCK_FIELD_MANAGER}`,
    ];
}
