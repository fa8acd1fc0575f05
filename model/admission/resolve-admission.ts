import { checkShape, plainCopy } from "../arguments";
import type { Leaf } from "../declared";
import { withUnknowns } from "../declared";
import type { Finding } from "../findings";
import type { Admission } from "./admission";
import { admissionProblems } from "./admission-problems";
import { ADMISSION_SHAPE } from "./admission-shape";
import type { AutoscalingAdmissionArgs } from "./args";
import { BoundedKind } from "./choices";

/** Resolved bounds, or the reasons why there are none. */
export interface AdmissionResolution {
    /** Absent where the arguments have errors. */
    readonly admission?: Admission;
    /** What is wrong, where, and the fix; all of it. */
    readonly findings: readonly Finding[];
}

/**
 * Decides every value of the bounds that the API server keeps.
 *
 * @param name The component's name, also the start of the name of each policy.
 * @param args The arguments as the user wrote them; nothing about them is taken for granted.
 * @example
 * resolveAdmission("agents", { mode: "Warn", namespaces: ["agents"], pools: [{ name: "research", maxReplicas: 40 }] });
 */
export function resolveAdmission(name: string, args: AutoscalingAdmissionArgs): AdmissionResolution {
    const { copy, findings: unreadable } = plainCopy(args);
    const shape = [...unreadable, ...checkShape(copy, ADMISSION_SHAPE)];
    if (shape.length > 0) return { findings: shape };
    const read = copy as AutoscalingAdmissionArgs;
    const findings = admissionProblems(name, read);
    return findings.length > 0 ? { findings } : { admission: decided(name, read), findings };
}

function decided(name: string, args: AutoscalingAdmissionArgs): Admission {
    const { mode, namespaces, ceiling, pools = [], requestsRequired = false } = args;
    return {
        name,
        mode,
        namespaces: withUnknowns(namespaces, ["namespaces"]) as Leaf<string>[],
        ...(ceiling === undefined ? {} : { ceiling }),
        pools: pools.map(({ kind = BoundedKind.Deployment, minReplicas = 0, ...pool }) => ({
            ...pool,
            kind,
            minReplicas,
        })),
        requestsRequired,
        exemptUsers: args.exemptUsers ?? [],
        labels: args.labels ?? {},
    };
}
