import type { Declared } from "../declared";
import { declare } from "../declared";
import { PodSecurity } from "./choices";
import type { Team } from "./team";
import { NAMESPACE_ROLE, clusterMetadata, teamLabels } from "./team-metadata";

const PREFIX = "pod-security.kubernetes.io";

/** The namespace of a team; the API server holds its pods to a Pod Security Standard, and warns of what is below the strictest. */
export function namespace(team: Team): Declared {
    const { namespace: name, podSecurity } = team;
    const labels = {
        ...teamLabels(team),
        [`${PREFIX}/enforce`]: podSecurity,
        [`${PREFIX}/warn`]: PodSecurity.Restricted,
    };
    return declare(
        NAMESPACE_ROLE,
        { apiVersion: "v1", kind: "Namespace", metadata: { ...clusterMetadata(team, name), labels } },
        [
            [["metadata", "name"], "namespace"],
            [["metadata", "labels"], "labels", "mirrored"],
            [["metadata", "labels", `${PREFIX}/enforce`], "podSecurity"],
        ],
        // A namespace that is deleted takes everything with it, so one that is renamed comes before the old one goes.
        {},
    );
}
