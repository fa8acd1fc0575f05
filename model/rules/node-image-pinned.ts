import type { Declared } from "../declared";
import { Secret, Unknown, valueAt } from "../declared";
import type { Fleet } from "../fleet";
import { notChecked } from "./not-checked";
import type { Breach, Rule } from "./rule";

const TERMS = ["spec", "amiSelectorTerms"];

/** Machine images that change by themselves. */
export const nodeImagePinned: Rule = {
    id: "node-image-pinned",
    severity: "warning",
    impact: "medium",
    tags: ["capacity"],
    title: "A Karpenter EC2NodeClass names a version of its machine image.",
    why: "On the day that AWS publishes an image, Karpenter replaces every node, and every agent on it starts again.",
    source: "Karpenter, NodeClasses: alias @latest is not recommended for production",
    *check({ declared }: Fleet) {
        for (const object of declared) {
            if (object.type === "kubernetes:karpenter.k8s.aws/v1:EC2NodeClass") yield* checkTerms(object);
        }
    },
};

function* checkTerms(declared: Declared): Generator<Breach> {
    const terms = valueAt(declared.object, TERMS);
    if (terms instanceof Unknown || terms instanceof Secret) {
        yield notChecked(declared, TERMS);
        return;
    }
    for (const index of Array.isArray(terms) ? terms.keys() : []) {
        const path = [...TERMS, index, "alias"];
        const alias = valueAt(declared.object, path);
        if (alias instanceof Unknown || alias instanceof Secret) yield notChecked(declared, path);
        if (typeof alias !== "string" || !alias.endsWith("@latest")) continue;
        yield {
            declared,
            path,
            message: `the image is ${alias}, which changes whenever AWS publishes one`,
            fix: `name a version, for example ${alias.replace("@latest", "@v20261101")}`,
        };
    }
}
