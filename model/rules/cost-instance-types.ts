import type { Declared, Path } from "../declared";
import { isKnown } from "../declared";
import type { Fleet, FleetScaler } from "../fleet";
import { hiddenAffinity, nodeRequirements } from "../fleet";
import { INTENT_ANNOTATION } from "../intent";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

/** The label by which every cloud's nodes name their machine type (k8s.io/api core/v1 LabelInstanceTypeStable). */
const INSTANCE_TYPE = "node.kubernetes.io/instance-type";

/** Machines that the organisation does not pay for. */
export const costInstanceTypes: Rule = {
    id: "cost-instance-types",
    severity: "warning",
    impact: "high",
    tags: ["capacity", "cost"],
    settings: {
        allowed: {
            shape: { kind: "list", of: { kind: "text" } },
            meaning: "Machine types that pools may name.",
        },
    },
    title: "Pods ask only for machine types that the organisation allows.",
    why: "One pool that names a machine with GPUs costs more than all others, and nobody asked before it ran.",
    source: `the organisation's own list; placement.nodePool.node.instanceType and the node label ${INSTANCE_TYPE}`,
    *check({ scalers }: Fleet, { settings }) {
        const allowed = settings.texts("allowed");
        if (allowed.length === 0) return;
        for (const scaler of scalers) {
            for (const { declared, path, value } of machinesOf(scaler)) {
                if (!isKnown(value)) yield notChecked(declared, path, "the machine type");
                else if (typeof value === "string" && !allowed.includes(value)) {
                    yield refused(declared, path, value, allowed);
                }
            }
        }
    },
};

interface NamedMachine {
    readonly declared: Declared;
    readonly path: Path;
    readonly value: unknown;
}

/** The machine types that a pool names: of its node pool, and by the labels that its nodes must have. */
function machinesOf({ declared, workload, intent }: FleetScaler): NamedMachine[] {
    const stated = intent?.nodePool?.node?.instanceType;
    const holder = workload?.intent === undefined ? declared : workload.declared;
    const ofNodePool =
        stated === undefined
            ? []
            : [{ declared: holder, path: ["metadata", "annotations", INTENT_ANNOTATION], value: stated }];
    if (workload === undefined) return ofNodePool;
    const at = (path: Path, value: unknown): NamedMachine => ({
        declared: workload.declared,
        path: [...workload.podSpecPath, ...path],
        value,
    });
    const hidden = hiddenAffinity(workload.podSpec);
    return [
        ...ofNodePool,
        ...nodeRequirements(workload.podSpec, [INSTANCE_TYPE])
            .filter(({ operator }) => operator === "In")
            .flatMap(({ path, values }) => values.map((value) => at(path, value))),
        ...(hidden === undefined ? [] : [at(["affinity"], hidden)]),
    ];
}

function refused(declared: Declared, path: Path, machine: string, allowed: readonly string[]): Breach {
    return {
        declared,
        path,
        message: `the machine type ${JSON.stringify(machine)} is not one of those that are allowed`,
        fix: `use ${listed(allowed)}`,
    };
}

/** Machine types in a fix: all of a short list, and the first of a long one. */
function listed(allowed: readonly string[]): string {
    const [shown, rest] = [allowed.slice(0, MOST_SHOWN), allowed.length - MOST_SHOWN];
    return `one of ${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

const MOST_SHOWN = 10;
