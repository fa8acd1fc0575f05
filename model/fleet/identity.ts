import type { Leaf } from "../declared";

/** An object's name and namespace, which may be known only after apply. */
export interface Identity {
    readonly name: Leaf<string> | undefined;
    readonly namespace: Leaf<string> | undefined;
}

/** What an autoscaler refers to, in its own namespace; of jobs only the kind, since KEDA makes each job and its name. */
export interface FleetTarget {
    readonly apiVersion: string;
    readonly kind: string;
    readonly name: Leaf<string> | undefined;
}
