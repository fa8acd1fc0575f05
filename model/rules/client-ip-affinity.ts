import { showLeaf } from "../declared";
import type { Fleet } from "../fleet";
import { isUnknown, known } from "../fleet";
import { notChecked } from "./not-checked";
import type { Rule } from "./rule";
import { scaledServices } from "./scaled-services";

/** Services that keep clients away from new replicas. */
export const clientIpAffinity: Rule = {
    id: "client-ip-affinity",
    severity: "warning",
    impact: "medium",
    tags: ["pods"],
    title: "A Service in front of an autoscaled workload does not stick to client addresses.",
    why: "Behind a proxy all clients have one address: a single replica gets all of them, and the new ones stay idle.",
    source: "stacklok/toolhive#5738: the other replica was idle for four days",
    *check(fleet: Fleet) {
        for (const { service, scaler } of scaledServices(fleet)) {
            const { declared, sessionAffinity } = service;
            if (isUnknown(sessionAffinity)) yield notChecked(declared, sessionAffinity.path);
            if (known(sessionAffinity) !== "ClientIP") continue;
            const { kind, name } = scaler.workload ?? scaler.target;
            yield {
                declared,
                path: sessionAffinity.path,
                message: `each client address stays with one pod of ${kind} ${showLeaf(name)}, however many the autoscaler adds`,
                fix: "remove sessionAffinity, and let a gateway follow a header or a cookie where sessions must stick",
            };
        }
    },
};
