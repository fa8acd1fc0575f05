import { cell, page, table } from "./markdown.mjs";

/** What each default of an archetype decides. */
const TITLES = {
    kind: "what runs the pods (`workload.kind`)",
    scaleUp: "adding replicas (`scale.behavior.scaleUp`)",
    scaleDown: "taking replicas away (`scale.behavior.scaleDown`)",
    cooldownSeconds: "seconds of quiet until replicas go (`scale.cooldownSeconds`)",
    maxUnavailable: "pods that a drain may take (`disruption.maxUnavailable`)",
    preStopSeconds: "seconds before a container with a port is asked to stop (`workload.container.preStop`)",
    assumedColdStartSeconds: "cold start where `task.coldStartSeconds` is not given",
    placement: "on which nodes (`placement.strategy`)",
    nodeLossSeconds: "seconds on a lost node (`placement.nodeLossSeconds`)",
    weakSignals: "triggers that say too little alone",
    spot: "may run on spot nodes",
};

/**
 * docs/archetypes.md: every default that one word about the work decides, with its reason and its source.
 *
 * @param {Record<string, Record<string, { value: unknown, reason: string, source: string }>>} archetypes
 * @param {(value: unknown) => string} showValue
 */
export function archetypesPage(archetypes, showValue) {
    const names = Object.keys(archetypes);
    const members = Object.keys(archetypes[names[0]]);
    const shown = (value) => {
        if (typeof value === "boolean") return value ? "yes" : "no";
        return Array.isArray(value) && value.length === 0 ? "none" : cell(showValue(value));
    };
    return page(
        "Archetypes",
        "Written by npm run docs from model/pool/archetypes.",
        "One word about the work decides every default that is not given; each can be overridden by the argument in brackets. `agent-autoscaling preview` shows for every pool what was decided, and why.",
        table(
            ["", ...names],
            members.map((member) => [
                TITLES[member],
                ...names.map((name) => shown(archetypes[name][member].value)),
            ]),
        ),
        ...names.map((name) =>
            [
                `## ${name}`,
                table(
                    ["default", "value", "reason", "source"],
                    members.map((member) => {
                        const { value, reason, source } = archetypes[name][member];
                        return [TITLES[member], shown(value), cell(reason), cell(source)];
                    }),
                ),
            ].join("\n\n"),
        ),
    );
}
