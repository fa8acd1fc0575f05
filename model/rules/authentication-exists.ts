import { isKnown, showLeaf } from "../declared";
import { nearest } from "../findings";
import type { Fleet, FleetScaler, FleetTrigger } from "../fleet";
import { isUnknown, known } from "../fleet";
import { NAMESPACED, OF_CLUSTER, authenticationsIn } from "./authentication-index";
import { leafKey } from "./leaf-key";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

/** Names among which the one that was meant is looked for. */
const MOST_COMPARED = 200;

/** References to an authentication that is not there. */
export const authenticationExists: Rule = {
    id: "authentication-exists",
    severity: "warning",
    impact: "medium",
    tags: ["signal", "security"],
    title: "The TriggerAuthentication that a trigger refers to is declared with it.",
    why: "KEDA only logs a missing one and asks the source without a password.",
    source: "KEDA 2.20.2 pkg/scaling/resolver/scale_resolvers.go resolveAuthRef; ScaledObject CRD",
    *check(fleet: Fleet) {
        for (const scaler of fleet.scalers) {
            for (const { authentication } of scaler.triggers) {
                if (authentication !== undefined) yield* checkReference(fleet, scaler, authentication);
            }
        }
    },
};

function* checkReference(
    fleet: Fleet,
    { declared, namespace }: FleetScaler,
    { name, kind: kindField, path }: NonNullable<FleetTrigger["authentication"]>,
): Generator<Breach> {
    if (isUnknown(kindField)) {
        yield notChecked(declared, kindField.path);
        return;
    }
    const kind = known(kindField) ?? NAMESPACED;
    if (kind !== NAMESPACED && kind !== OF_CLUSTER) {
        yield {
            declared,
            path: kindField.path,
            severity: "error",
            message: `${JSON.stringify(kind.slice(0, 80))} is no kind of authentication`,
            fix: `use ${NAMESPACED} or ${OF_CLUSTER}`,
        };
        return;
    }
    // Who declares none at all in that place keeps them elsewhere.
    const there = authenticationsIn(fleet, kind, namespace);
    if (there === undefined || there.has(leafKey(name))) return;
    if (!isKnown(name)) {
        yield notChecked(declared, path, `the name of the ${kind}`);
        return;
    }
    const others = there.size > MOST_COMPARED ? [] : [...there.values()].map((other) => other.name);
    const names = others.filter((other) => typeof other === "string");
    const meant = nearest(name, names);
    yield {
        declared,
        path,
        message: `${kind} ${showLeaf(name)} is not declared here`,
        fix: meant === undefined ? "declare it, or correct the name" : `did you mean ${meant}?`,
    };
}
