import type { Declared } from "../../../../model/declared";
import { declared } from "./objects";

/** A ResourceQuota `team` for the namespace of the pools. */
export function resourceQuota(hard: unknown, spec: object = {}, metadata: object = {}): Declared {
    return declared({
        apiVersion: "v1",
        kind: "ResourceQuota",
        metadata: { name: "team", namespace: "agents", ...metadata },
        spec: { hard, ...spec },
    });
}

/** The namespace of the pools, or another. */
export function namespace(name: unknown = "agents"): Declared {
    return declared({ apiVersion: "v1", kind: "Namespace", metadata: { name } });
}

/** A LimitRange for the containers of the namespace of the pools, or another. */
export function limitRange(limit: object, namespace: unknown = "agents"): Declared {
    return declared({
        apiVersion: "v1",
        kind: "LimitRange",
        metadata: { name: "team", namespace },
        spec: { limits: [{ type: "Container", ...limit }] },
    });
}
