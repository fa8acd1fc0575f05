import { problem } from "../arguments";
import type { Finding } from "../findings";
import type { AgentPoolArgs } from "./args";
import { OWN_LABEL_PREFIX, isOwnLabel } from "./own-labels";

/** The longest value of a label, which the pool's name becomes. */
const LONGEST_LABEL = 63;

/** Labels, annotations and names that would break what the pool writes itself. */
export function labelProblems(
    name: unknown,
    { labels = {}, annotations = {}, adopt }: AgentPoolArgs,
): Finding[] {
    const selector = adopt?.deployment?.matchLabels ?? {};
    return [
        ...nameProblems(name),
        ...ownKeys("labels", labels, "a label that the pool's selector needs"),
        ...ownKeys("annotations", annotations, "an annotation that the pool writes itself"),
        ...Object.entries(labels)
            .filter(([key, value]) => Object.hasOwn(selector, key) && selector[key] !== value)
            .map(([key]) =>
                problem(
                    ["labels", key],
                    `is not ${JSON.stringify(selector[key])}, which the adopted Deployment selects`,
                    `use ${JSON.stringify(selector[key])}, or remove it`,
                ),
            ),
    ];
}

function nameProblems(name: unknown): Finding[] {
    if (typeof name !== "string") return [problem(["name"], "is not text", "give the pool a name")];
    if (name.length <= LONGEST_LABEL) return [];
    return [
        problem(
            ["name"],
            `has ${name.length} characters, and as a label it may have ${LONGEST_LABEL}`,
            `use a name of at most ${LONGEST_LABEL} characters`,
        ),
    ];
}

function ownKeys(
    member: "labels" | "annotations",
    texts: Readonly<Record<string, string>>,
    what: string,
): Finding[] {
    return Object.keys(texts)
        .filter(isOwnLabel)
        .map((key) =>
            problem(
                [member, key],
                `would overwrite ${what}`,
                `choose a key that does not start with ${OWN_LABEL_PREFIX}`,
            ),
        );
}
