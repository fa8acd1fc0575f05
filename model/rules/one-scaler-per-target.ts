import { isKnown, sameLeaf, showLeaf } from "../declared";
import type { Fleet, FleetScaler } from "../fleet";
import type { Rule } from "./rule";
import { byEngineAndName, isSameScaler } from "./scaler-order";

/** Two autoscalers that fight over one workload. */
export const oneScalerPerTarget: Rule = {
    id: "one-scaler-per-target",
    severity: "error",
    impact: "critical",
    tags: ["scaler"],
    title: "One autoscaler owns the replicas of a target.",
    why: "Two autoscalers set the replicas against each other; KEDA's webhook refuses the second where it runs.",
    source: "KEDA 2.20.2 verifyHpas, verifyScaledObjects; kedacore/keda#3646, fluxcd/flagger#1646",
    *check({ scalers }: Fleet) {
        const owners = new Map<string, FleetScaler>();
        const numbers = new Map<unknown, number>();
        for (const scaler of [...scalers].sort(byEngineAndName)) {
            const key = targetKey(scaler, numbers);
            if (key === undefined) continue;
            const owner = owners.get(key);
            if (owner === undefined) {
                owners.set(key, scaler);
                continue;
            }
            if (isSameScaler(owner, scaler) || isTransfer(owner, scaler)) continue;
            const { kind, name } = scaler.target;
            yield {
                declared: scaler.declared,
                path: ["spec", "scaleTargetRef"],
                // KEDA was told to let it pass; the two still set the replicas against each other.
                ...(scaler.toleratesOthers ? { severity: "warning" as const } : {}),
                message: `${kind} ${showLeaf(name)} is scaled by ${describe(owner)} already`,
                fix: "merge the triggers into one scaler, or point this one at its own workload",
            };
        }
    },
};

/** KEDA takes over the HPA that the ScaledObject names, when its annotation says so. */
function isTransfer(keda: FleetScaler, hpa: FleetScaler): boolean {
    return (
        keda.takesOverHpa &&
        hpa.engine === "hpa" &&
        hpa.name !== undefined &&
        sameLeaf(keda.hpaName.value, hpa.name)
    );
}

/** One text for one target; an unknown name or namespace counts by its identity, which `numbers` tells apart. */
export function targetKey(
    { target, namespace }: Pick<FleetScaler, "target" | "namespace">,
    numbers: Map<unknown, number>,
): string | undefined {
    const parts = [namespace, target.name].map((leaf) => {
        if (leaf === undefined || isKnown(leaf)) return `=${leaf ?? ""}`;
        const number = numbers.get(leaf.identity) ?? numbers.size;
        numbers.set(leaf.identity, number);
        return `?${number}`;
    });
    const [group = ""] = target.apiVersion.split("/", 1);
    return target.name === undefined ? undefined : [group, target.kind, ...parts].join("\0");
}

function describe(scaler: FleetScaler): string {
    return `${scaler.declared.object.kind} ${showLeaf(scaler.name)}`;
}
