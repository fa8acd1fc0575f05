import type { Declared, DeclaredOptions, KubernetesObject, OriginEntry } from "../declared";
import { declare } from "../declared";
import type { Team } from "./team";

/** The role of the namespace, which every object in it needs to exist first. */
export const NAMESPACE_ROLE = "namespace";

/** The label by which an object is a team's; those of its pools have it too, in front of their own. */
export function teamLabels({ name, labels }: Team): Readonly<Record<string, string>> {
    return { "app.kubernetes.io/name": name, "app.kubernetes.io/component": "agent-team", ...labels };
}

/** Name and labels of an object that the whole cluster sees. */
export function clusterMetadata(team: Team, name: string): Readonly<Record<string, unknown>> {
    return { name, labels: teamLabels(team) };
}

/** Declares an object in the namespace of a team. */
export function declareInTeam(
    team: Team,
    role: string,
    name: string,
    { apiVersion, kind, ...fields }: Omit<KubernetesObject, "metadata">,
    origins: readonly OriginEntry[],
    options: DeclaredOptions = {},
): Declared {
    const metadata = { name, namespace: team.namespace, labels: teamLabels(team) };
    return declare(
        role,
        { apiVersion: apiVersion as string, kind: kind as string, metadata, ...fields },
        [
            [["metadata", "namespace"], "namespace"],
            [["metadata", "labels"], "labels", "mirrored"],
            ...origins,
        ],
        { deleteBeforeReplace: true, dependsOn: [NAMESPACE_ROLE], ...options },
    );
}
