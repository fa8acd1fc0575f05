import { problem, unknownMember } from "../arguments";
import type { Path } from "../declared";
import { isOpaque } from "../declared";
import type { Finding } from "../findings";
import type { AgentPoolArgs } from "./args";
import { isOwnLabel } from "./own-labels";

const AT: Path = ["workload", "podTemplate"];

/**
 * What is wrong with a whole pod template. Values in it may be Outputs; the objects that the pool itself adds to
 * (metadata, labels, spec) must be there to be added to. Everything else in it is for the API server and the rules.
 */
export function podTemplateProblems({ workload, adopt }: AgentPoolArgs): Finding[] {
    const template: unknown = workload.podTemplate;
    if (template === undefined) return [];
    const wrong = notAnObject(template, AT);
    if (wrong !== undefined) return [wrong];
    const { metadata, spec, ...others } = template as Record<string, unknown>;
    const labels = isPlainObject(metadata) ? metadata["labels"] : undefined;
    return [
        ...Object.keys(others).map((key) => unknownMember(key, ["metadata", "spec"], AT)),
        notAnObject(metadata ?? {}, [...AT, "metadata"]),
        notAnObject(labels ?? {}, [...AT, "metadata", "labels"]),
        spec === undefined || spec === null
            ? problem([...AT, "spec"], "is missing", "give the pod's spec, with its containers")
            : notAnObject(spec, [...AT, "spec"]),
        ...selectorConflicts(labels, adopt?.deployment?.matchLabels ?? {}),
        bothAccounts(spec, workload.serviceAccountName),
    ].filter((finding) => finding !== undefined);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && !Array.isArray(value) && !isOpaque(value);
}

function notAnObject(value: unknown, path: Path): Finding | undefined {
    if (isPlainObject(value)) return undefined;
    return isOpaque(value)
        ? problem(
              path,
              "is an Output or a promise, and the pool adds to it",
              "give a plain object; the values in it may be Outputs",
          )
        : problem(path, "is not an object", "give an object as in a Kubernetes PodTemplateSpec");
}

/** Labels of the template that select other pods than the pool's; the pool would have to overwrite them. */
function selectorConflicts(labels: unknown, matchLabels: Readonly<Record<string, string>>): Finding[] {
    if (!isPlainObject(labels)) return [];
    return Object.entries(labels).flatMap(([key, value]) => {
        const at = [...AT, "metadata", "labels", key];
        const selected = Object.hasOwn(matchLabels, key) ? matchLabels[key] : undefined;
        if (selected !== undefined && selected !== value) {
            const wanted = JSON.stringify(selected);
            const message = `is not ${wanted}, which the adopted Deployment selects`;
            return [problem(at, message, `use ${wanted}, or remove it`)];
        }
        return selected === undefined && isOwnLabel(key)
            ? [problem(at, "is a label that the pool writes itself", "remove it")]
            : [];
    });
}

function bothAccounts(spec: unknown, serviceAccountName: unknown): Finding | undefined {
    if (serviceAccountName === undefined || !isPlainObject(spec)) return undefined;
    if (spec["serviceAccountName"] === undefined) return undefined;
    return problem(
        ["workload", "serviceAccountName"],
        "is given in the pod template too",
        "keep one of the two",
    );
}
