import { listOf, text } from "../arguments";
import type { Declared } from "../declared";
import { isKnown, valueAt } from "../declared";
import { nearest } from "../findings";
import type { Fleet, FleetScaler, FleetVertical } from "../fleet";
import { leafKey } from "./leaf-key";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

/** Autoscalers of something that is not there. */
export const targetDeclared: Rule = {
    id: "target-declared",
    severity: "warning",
    impact: "medium",
    tags: ["scaler"],
    from: "strict",
    settings: {
        external: {
            shape: listOf(text),
            meaning: "Names of workloads that are declared somewhere else.",
            value: [],
        },
    },
    title: "What an autoscaler refers to is declared with it.",
    why: "A slip in the name leaves the workload at the replicas it has, and only a condition of the autoscaler says so.",
    source: "kube-linter dangling-horizontalpodautoscaler, Kubescape C-0300; Gatekeeper enforceScaleTargetRef",
    *check({ declared, scalers, verticals, podTemplates }: Fleet, { settings }) {
        const external = new Set<unknown>(settings.texts("external"));
        const places = new Set(podTemplates.map(({ namespace }) => leafKey(namespace)));
        const names = namesByKind(declared);
        const referring = [...scalers.filter(({ jobs }) => jobs === undefined), ...verticals];
        for (const each of referring) {
            // Where no workload of a namespace is declared, its workloads are somebody else's.
            if (external.has(each.target.name) || !places.has(leafKey(each.namespace))) continue;
            yield* checkTarget(each, names);
        }
    },
};

function* checkTarget(
    { declared, namespace, target }: FleetScaler | FleetVertical,
    names: ReadonlyMap<string, ReadonlyMap<unknown, ReadonlyMap<unknown, unknown>>>,
): Generator<Breach> {
    const { kind, name } = target;
    // A target without a name is refused by scale-target.
    if (name === undefined || name === "") return;
    const declaredNames = names.get(kind)?.get(leafKey(namespace)) ?? new Map<unknown, unknown>();
    if (declaredNames.has(leafKey(name))) return;
    const path = ["spec", "scaleTargetRef" in specOf(declared) ? "scaleTargetRef" : "targetRef", "name"];
    if (!isKnown(name)) {
        yield notChecked(declared, path, "the name of the target");
        return;
    }
    const meant = nearest(
        name,
        [...declaredNames.values()].filter((each) => typeof each === "string"),
    );
    yield {
        declared,
        path,
        message: `there is no ${kind} ${name} among the objects of its namespace`,
        fix:
            meant === undefined
                ? `declare it, or add ${name} to the setting external of this rule`
                : `did you mean ${meant}?`,
    };
}

function specOf({ object }: Declared): object {
    const spec = valueAt(object, ["spec"]);
    return typeof spec === "object" && spec !== null ? spec : {};
}

/** The names of all objects, by their kind, their namespace and what a name is found by. */
function namesByKind(declared: readonly Declared[]) {
    const names = new Map<string, Map<unknown, Map<unknown, unknown>>>();
    for (const { object } of declared) {
        const [namespace, name] = ["namespace", "name"].map((member) =>
            valueAt(object, ["metadata", member]),
        );
        const ofKind = names.get(object.kind) ?? new Map<unknown, Map<unknown, unknown>>();
        const inNamespace = ofKind.get(leafKey(namespace)) ?? new Map<unknown, unknown>();
        names.set(object.kind, ofKind.set(leafKey(namespace), inNamespace.set(leafKey(name), name)));
    }
    return names;
}
