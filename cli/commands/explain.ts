import type { Demand, Explanation, Fleet, FleetScaler, FleetTrigger } from "../../model";
import { demandAt, explain, readFleet, triggerLabel } from "../../model";
import { explanationData } from "../explanation-data";
import { explanationLines } from "../explanation-text";
import { InputError } from "../input-error";
import { JSON_VERSION } from "../json-version";
import { readManifests } from "../manifests/read-manifests";
import { joinSections, section } from "../section";
import { settingsOf } from "../settings-file";
import type { TriggerValue } from "../trigger-value";
import { triggersNamed } from "../trigger-value";

/** What `explain` can write. */
export const EXPLAIN_FORMATS = ["text", "json"] as const;

const NOT_KNOWN = "not known";

/** What a scaler wants, where that is known. */
type Answer = Demand | typeof NOT_KNOWN;

export interface ExplainOptions {
    readonly format: (typeof EXPLAIN_FORMATS)[number];
    /** Values of triggers, for which the replicas are told. */
    readonly when: readonly TriggerValue[];
    /** Replicas that run at that moment. */
    readonly replicas: number;
    /** A file of settings, for the facts of the cluster. */
    readonly config?: string;
}

/** `agent-autoscaling explain PATH...`: what the scalers in manifests will do, in sentences. Returns the exit code. */
export async function explainCommand(
    files: readonly string[],
    { format, when, replicas, ...options }: ExplainOptions,
    write: (text: string) => void,
): Promise<number> {
    const { platform } = await settingsOf(options);
    const { declared, skipped } = await readManifests(files);
    const fleet = readFleet(declared, platform);
    const answers = whenAsked(fleet, when, replicas);
    const explained = explain(fleet).map((explanation, index) => ({
        explanation,
        answer: answers[index],
    }));
    if (format === "json") {
        const explanations = explained.map(({ explanation, answer }) => ({
            ...explanationData(explanation),
            ...(answer === undefined ? {} : { demand: answer === NOT_KNOWN ? null : demandData(answer) }),
        }));
        write(JSON.stringify({ version: JSON_VERSION, explanations, skipped }, null, 2));
        return 0;
    }
    const none =
        explained.length === 0
            ? [["no ScaledObject, ScaledJob, HorizontalPodAutoscaler or VerticalPodAutoscaler was found"]]
            : [];
    write(
        joinSections([
            ...explained.map(({ explanation, answer }) => linesOf(explanation, answer, when, replicas)),
            ...none,
            skipped.map((reason) => `skipped: ${reason}`),
        ]),
    );
    return 0;
}

function linesOf(
    explanation: Explanation,
    answer: Answer | undefined,
    when: readonly TriggerValue[],
    replicas: number,
): string[] {
    const lines = explanationLines(explanation);
    if (answer === undefined) return lines;
    const given = when.map(({ name, value }) => `${name} = ${value}`).join(", ");
    const title = `With ${given} and ${replicas} running`;
    return [...lines, ...section(title, demandSentences(answer)).map((line) => `  ${line}`)];
}

function demandSentences(answer: Answer): string[] {
    if (answer === NOT_KNOWN) {
        return ["What it does then is not known: a number that decides it is missing, or is none."];
    }
    const { demands, replicas, boundBy, started } = answer;
    const [first] = demands;
    const by =
        boundBy === undefined ? (first === undefined ? "" : triggerLabel(first.trigger)) : `the ${boundBy}`;
    return [
        ...demands.map((each) => `${triggerLabel(each.trigger)} asks for ${each.replicas}.`),
        started === undefined
            ? `It goes to ${replicas}, decided by ${by}.`
            : `${started} more ${started === 1 ? "starts" : "start"}, which makes ${replicas}, decided by ${by}.`,
    ];
}

function demandData({ demands, replicas, boundBy, started }: Demand): Record<string, unknown> {
    return {
        replicas,
        ...(started === undefined ? {} : { started }),
        ...(boundBy === undefined ? {} : { boundBy }),
        triggers: demands.map((each) => ({
            trigger: triggerLabel(each.trigger),
            value: each.value,
            replicas: each.replicas,
        })),
    };
}

/** What each scaler that was asked about wants at the values that were given; every value must belong to some trigger. */
function whenAsked(
    { scalers }: Fleet,
    when: readonly TriggerValue[],
    replicas: number,
): readonly (Answer | undefined)[] {
    const unused = when.filter(({ name }) =>
        scalers.every((scaler) => triggersNamed(scaler, name).length === 0),
    );
    if (unused.length > 0) throw new InputError(unused.map(({ name }) => notFound(name, scalers)).join("\n"));
    return scalers.map((scaler) => {
        const values = new Map<FleetTrigger, number>();
        for (const { name, value } of when) {
            for (const trigger of triggersNamed(scaler, name)) values.set(trigger, value);
        }
        return values.size === 0 ? undefined : (demandAt(scaler, values, replicas) ?? NOT_KNOWN);
    });
}

function notFound(name: string, scalers: readonly FleetScaler[]): string {
    const labels = scalers.flatMap(({ triggers }) => triggers.map(triggerLabel));
    const there =
        labels.length === 0 ? "there are none" : `there are ${[...new Set(labels)].slice(0, 20).join(", ")}`;
    return `--when ${name}: no trigger is called that; ${there}`;
}
