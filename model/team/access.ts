import type { Declared } from "../declared";
import type { TeamMembersArgs } from "./args";
import type { Team } from "./team";
import { declareInTeam } from "./team-metadata";

/** What a role lets someone do. */
interface PolicyRule {
    readonly apiGroups: readonly string[];
    readonly resources: readonly string[];
    readonly verbs: readonly string[];
}

const READ = ["get", "list", "watch"];

/** Everything that a pool consists of or makes, its logs and events, and never a secret. */
const VIEWING: readonly PolicyRule[] = [
    {
        apiGroups: [""],
        resources: [
            "configmaps",
            "events",
            "limitranges",
            "persistentvolumeclaims",
            "pods",
            "pods/log",
            "resourcequotas",
            "serviceaccounts",
            "services",
        ],
        verbs: READ,
    },
    { apiGroups: ["apps"], resources: ["deployments", "replicasets", "statefulsets"], verbs: READ },
    { apiGroups: ["autoscaling"], resources: ["horizontalpodautoscalers"], verbs: READ },
    { apiGroups: ["autoscaling.k8s.io"], resources: ["verticalpodautoscalers"], verbs: READ },
    { apiGroups: ["batch"], resources: ["cronjobs", "jobs"], verbs: READ },
    { apiGroups: ["events.k8s.io"], resources: ["events"], verbs: READ },
    {
        apiGroups: ["keda.sh"],
        resources: ["scaledjobs", "scaledobjects", "triggerauthentications"],
        verbs: READ,
    },
    { apiGroups: ["metrics.k8s.io"], resources: ["pods"], verbs: ["get", "list"] },
    { apiGroups: ["networking.k8s.io"], resources: ["networkpolicies"], verbs: READ },
    { apiGroups: ["policy"], resources: ["poddisruptionbudgets"], verbs: READ },
];

/** Work on what runs; what is declared stays with the program that declares it. */
const EDITING: readonly PolicyRule[] = [
    ...VIEWING,
    { apiGroups: [""], resources: ["pods"], verbs: ["delete"] },
    // A WebSocket asks with GET, and from Kubernetes 1.35 on needs "create" as well (kubernetes/kubernetes#134577).
    { apiGroups: [""], resources: ["pods/exec", "pods/portforward"], verbs: ["create", "get"] },
    {
        apiGroups: ["apps"],
        resources: ["deployments/scale", "statefulsets/scale"],
        verbs: ["get", "patch", "update"],
    },
    { apiGroups: ["batch"], resources: ["jobs"], verbs: ["delete"] },
];

/** Roles and bindings for those who were named. */
export function access(team: Team): Declared[] {
    const { viewers, editors } = team.access;
    return [
        ...(viewers === undefined ? [] : roleFor(team, "viewer", "access.viewers", viewers, VIEWING)),
        ...(editors === undefined ? [] : roleFor(team, "editor", "access.editors", editors, EDITING)),
    ];
}

function roleFor(
    team: Team,
    who: "viewer" | "editor",
    argument: string,
    { groups = [], users = [] }: TeamMembersArgs,
    rules: readonly PolicyRule[],
): Declared[] {
    const apiVersion = "rbac.authorization.k8s.io/v1";
    const apiGroup = "rbac.authorization.k8s.io";
    const name = `${team.name}-${who}`;
    const subjects = [
        ...groups.map((group) => ({ apiGroup, kind: "Group", name: group })),
        ...users.map((user) => ({ apiGroup, kind: "User", name: user })),
    ];
    return [
        declareInTeam(team, who, name, { apiVersion, kind: "Role", rules }, [[[], argument]]),
        declareInTeam(
            team,
            `${who}-binding`,
            name,
            { apiVersion, kind: "RoleBinding", roleRef: { apiGroup, kind: "Role", name }, subjects },
            [[[], argument]],
            { dependsOn: ["namespace", who] },
        ),
    ];
}
