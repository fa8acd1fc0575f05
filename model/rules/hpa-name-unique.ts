import { isKnown, sameLeaf, showLeaf } from "../declared";
import type { Fleet, FleetScaler } from "../fleet";
import { hasHpa } from "./has-hpa";
import { leafKey } from "./leaf-key";
import type { Breach, Rule } from "./rule";
import { byEngineAndName, isSameScaler } from "./scaler-order";

const HPA_PREFIX = "keda-hpa-";

/** ScaledObjects that make one and the same HPA, or one that is somebody else's. */
export const hpaNameUnique: Rule = {
    id: "hpa-name-unique",
    severity: "error",
    impact: "high",
    tags: ["scaler"],
    title: "No other autoscaler has the name of the HPA that a ScaledObject makes.",
    why: "KEDA's webhook refuses two ScaledObjects with one HPA; an HPA of somebody else it rewrites, and deletes in the end.",
    source: "KEDA 2.20.2 verifyScaledObjects, controllers/keda/hpa.go updateHPAIfNeeded",
    *check({ scalers }: Fleet) {
        const owners = new Map<unknown, Map<unknown, FleetScaler>>();
        for (const scaler of [...scalers].sort(byEngineAndName)) {
            const name = hpaNameKey(scaler);
            if (name === undefined) continue;
            const namespace = leafKey(scaler.namespace);
            const there = owners.get(namespace) ?? new Map<unknown, FleetScaler>();
            owners.set(namespace, there);
            const owner = there.get(name);
            if (owner === undefined) there.set(name, scaler);
            else if (!isSameScaler(owner, scaler)) yield* clash(owner, scaler);
        }
    },
};

function* clash(owner: FleetScaler, scaler: FleetScaler): Generator<Breach> {
    const { declared, engine, name, hpaName } = scaler;
    if (engine === "keda") {
        yield {
            declared,
            path: hpaName.value === undefined ? ["metadata", "name"] : hpaName.path,
            message: `its HPA has the name of the HPA of ScaledObject ${showLeaf(owner.name)}`,
            fix: "give advanced.horizontalPodAutoscalerConfig.name a name of its own",
        };
    } else if (!hasSameTarget(owner, scaler)) {
        // Of one target it is a transfer, or one-scaler-per-target refuses it.
        const { kind, name: target } = scaler.target;
        yield {
            declared,
            path: ["metadata", "name"],
            message: `ScaledObject ${showLeaf(owner.name)} takes the HPA ${showLeaf(name)} over, and ${kind} ${showLeaf(target)} has none then`,
            fix: "give the HPA another name",
        };
    }
}

/** What the HPA's name is looked up by; `undefined` where it is not known enough to be compared. */
function hpaNameKey(scaler: FleetScaler): unknown {
    const { engine, name, hpaName } = scaler;
    if (!hasHpa(scaler)) return undefined;
    if (engine === "hpa") return name === undefined ? undefined : leafKey(name);
    if (hpaName.value !== undefined) return leafKey(hpaName.value);
    return name === undefined || !isKnown(name) ? undefined : leafKey(`${HPA_PREFIX}${name}`);
}

function hasSameTarget(a: FleetScaler, b: FleetScaler): boolean {
    return a.target.kind === b.target.kind && sameLeaf(a.target.name, b.target.name);
}
