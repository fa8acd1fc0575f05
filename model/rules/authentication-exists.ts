import { sameLeaf, showLeaf } from "../declared";
import type { Fleet } from "../fleet";
import type { Rule } from "./rule";

/** References to an authentication that is not there. */
export const authenticationExists: Rule = {
    id: "authentication-exists",
    severity: "warning",
    title: "The TriggerAuthentication that a trigger refers to is declared with it.",
    why: "KEDA only logs a missing one and asks the source without a password.",
    source: "KEDA 2.20.2 pkg/scaling/resolver/scale_resolvers.go resolveAuthRef",
    *check({ scalers, authentications }: Fleet) {
        // Someone who declares none at all keeps them elsewhere.
        if (authentications.length === 0) return;
        for (const { declared, namespace, triggers } of scalers) {
            for (const { authentication } of triggers) {
                if (authentication === undefined) continue;
                const found = authentications.some(
                    ({ object: { kind, metadata } }) =>
                        kind === authentication.kind &&
                        sameLeaf(metadata["name"], authentication.name) &&
                        (kind === "ClusterTriggerAuthentication" ||
                            sameLeaf(metadata["namespace"], namespace)),
                );
                if (found || typeof authentication.name === "object") continue;
                yield {
                    declared,
                    path: authentication.path,
                    message: `${authentication.kind} ${showLeaf(authentication.name)} is not declared here`,
                    fix: "declare it, or correct the name",
                };
            }
        }
    },
};
