import type { Declared, Leaf } from "../declared";
import { declareCloud, joinedText, outputOf } from "../declared";

/** What nodes need to write logs and metrics, and no more (GKE, "Use least privilege service accounts"). */
const NODE_ROLE = "roles/container.defaultNodeServiceAccount";

/** The id of the service account that is made for the nodes of a component. */
export function nodeAccountId(name: string): string {
    return `${name}-nodes`;
}

/** A service account for nodes and its one role, in place of the project's default one, which may edit everything. */
export function nodeAccount(name: string, project: Leaf<string> | undefined): Declared[] {
    return [
        declareCloud(
            "gcp:serviceaccount/account:Account",
            "account",
            `${name}-account`,
            {
                ...(project === undefined ? {} : { project }),
                accountId: nodeAccountId(name),
                displayName: `Nodes of ${name}`,
            },
            [],
        ),
        declareCloud(
            "gcp:projects/iAMMember:IAMMember",
            "account-role",
            `${name}-account-role`,
            {
                project: project ?? outputOf("account", "project"),
                role: NODE_ROLE,
                member: joinedText("serviceAccount:", outputOf("account", "email")),
            },
            [],
        ),
    ];
}
