import { isHidden } from "../declared";
import type { Pool } from "../pool";
import { SecurityLevel } from "../pool";
import { PodSecurity } from "./choices";

/** What of a pod the standard `baseline` forbids, or may forbid by its value (kubernetes.io, Pod Security Standards). */
const OF_THE_NODE: ReadonlySet<string> = new Set([
    "hostNetwork",
    "hostPID",
    "hostIPC",
    "hostPath",
    "hostPort",
    "hostProcess",
    "privileged",
    "add",
    "procMount",
    "sysctls",
    "seLinuxOptions",
    "appArmorProfile",
]);

/** The strictest standard that every pool keeps to. */
export function strictestStandard(pools: readonly Pool[]): PodSecurity {
    const standards = pools.map(standardOf);
    for (const standard of [PodSecurity.Privileged, PodSecurity.Baseline]) {
        if (standards.includes(standard)) return standard;
    }
    return PodSecurity.Restricted;
}

/** A container that is not locked down runs as its image says, which `restricted` refuses; it takes nothing of the node. */
function standardOf({ workload }: Pool): PodSecurity {
    switch (workload.kind) {
        case "container":
            return workload.security === SecurityLevel.Restricted
                ? PodSecurity.Restricted
                : PodSecurity.Baseline;
        case "podTemplate":
            return takesOfTheNode(workload.template.spec) ? PodSecurity.Privileged : PodSecurity.Baseline;
        case "existing":
            return PodSecurity.Privileged;
    }
}

function takesOfTheNode(value: unknown): boolean {
    if (isHidden(value)) return true;
    if (typeof value !== "object" || value === null) return value === "Unconfined";
    return Object.entries(value).some(
        ([member, item]) => (OF_THE_NODE.has(member) && item !== false) || takesOfTheNode(item),
    );
}
