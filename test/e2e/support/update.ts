import { describeFailure, type CommandResult } from "./command";

/** What one Pulumi operation (up, preview, refresh, destroy) did, read from the engine's events. */
export interface Update {
    readonly exitCode: number | undefined;
    readonly seconds: number;
    /** How many resources for each kind of change, as the CLI's own summary says: `{ create: 3, same: 1 }`. */
    readonly changes: Readonly<Record<string, number>>;
    /** One for each resource, in the engine's order. */
    readonly steps: readonly Step[];
    /** What was said to the user, without the debug messages. */
    readonly diagnostics: readonly Diagnostic[];
    /** What the CLI showed while a resource was worked on, and not again in its diagnostics. */
    readonly progress: readonly Diagnostic[];
    readonly policyViolations: readonly PolicyViolation[];
    /** The stack's outputs after the operation; of a preview, those that are known. */
    readonly outputs: Readonly<Record<string, unknown>>;
}

export interface Step {
    /** `create`, `update`, `same`, `delete`, `replace`, `create-replacement`, ...; `failed` if it was tried in vain. */
    readonly op: string;
    readonly urn: string;
    readonly type: string;
    /** The resource's name in the program. */
    readonly name: string;
    /** The paths of the inputs that differ, such as `spec.replicas`. */
    readonly diffs: readonly string[];
}

export interface Diagnostic {
    readonly severity: "info" | "info#err" | "warning" | "error";
    readonly message: string;
    readonly urn: string | undefined;
}

export interface PolicyViolation {
    readonly policy: string;
    readonly pack: string;
    readonly enforcementLevel: string;
    readonly message: string;
    readonly urn: string | undefined;
}

/** The parts that we read of the engine's events (`sdk/go/common/apitype/events.go`). */
interface EngineEvent {
    readonly diagnosticEvent?: {
        readonly severity: string;
        readonly message: string;
        readonly prefix?: string;
        readonly urn?: string;
        readonly ephemeral?: boolean;
    };
    readonly policyEvent?: {
        readonly resourceUrn?: string;
        readonly message: string;
        readonly policyName: string;
        readonly policyPackName: string;
        readonly enforcementLevel: string;
    };
    readonly resOutputsEvent?: { readonly metadata: StepMetadata };
    readonly resOpFailedEvent?: { readonly metadata: StepMetadata };
    readonly summaryEvent?: { readonly resourceChanges: Record<string, number> };
}

interface StepMetadata {
    readonly op: string;
    readonly urn: string;
    readonly type: string;
    readonly detailedDiff: Readonly<Record<string, unknown>> | null;
    readonly diffs?: readonly string[] | null;
    readonly new: { readonly outputs: Readonly<Record<string, unknown>> } | null;
}

/**
 * Reads what the CLI printed with `--json`: one engine event a line.
 *
 * @throws {Error} if there is no summary, that is if the CLI failed before the engine began
 */
export function readUpdate(command: string, result: CommandResult): Update {
    const events = result.stdout
        .split("\n")
        .filter((line) => line.startsWith("{"))
        .map((line) => JSON.parse(line) as EngineEvent);
    const summary = events.findLast((event) => event.summaryEvent)?.summaryEvent;
    if (summary === undefined) throw new Error(describeFailure(command, result));
    const steps = events.flatMap(({ resOutputsEvent, resOpFailedEvent }) => [
        ...(resOutputsEvent ? [step(resOutputsEvent.metadata, resOutputsEvent.metadata.op)] : []),
        ...(resOpFailedEvent ? [step(resOpFailedEvent.metadata, "failed")] : []),
    ]);
    return {
        exitCode: result.exitCode,
        seconds: result.seconds,
        changes: summary.resourceChanges,
        // A preview reports a resource a second time when its outputs are registered.
        steps: [...new Map(steps.map((each) => [`${each.op} ${each.urn}`, each])).values()],
        diagnostics: events.flatMap((event) => diagnostic(event, false)),
        progress: events.flatMap((event) => diagnostic(event, true)),
        policyViolations: events.flatMap(policyViolation),
        outputs: stackOutputs(events),
    };
}

/** What the operation did to Kubernetes objects and components, in its order: `update ScaledObject research-scaler`. */
export function changed({ steps }: Update): string[] {
    return steps
        .filter(({ op, type }) => op !== "same" && !type.startsWith("pulumi:"))
        .map(({ op, type, name }) => `${op} ${type.slice(type.lastIndexOf(":") + 1)} ${name}`);
}

/** The operation's changes and messages, for an error's text. */
export function describeUpdate(update: Update): string {
    const steps = update.steps
        .filter(({ op }) => op !== "same")
        .map(({ op, type, name }) => `  ${op} ${type} ${name}`);
    const messages = update.diagnostics.map(({ severity, message }) => `  ${severity}: ${message}`);
    return [JSON.stringify(update.changes), ...steps, ...messages].join("\n");
}

function step({ urn, type, detailedDiff, diffs }: StepMetadata, op: string): Step {
    const name = urn.slice(urn.lastIndexOf("::") + 2);
    return {
        op,
        urn,
        type,
        name,
        diffs: Object.keys(detailedDiff ?? {}).concat(detailedDiff ? [] : (diffs ?? [])),
    };
}

function diagnostic({ diagnosticEvent }: EngineEvent, wanted: boolean): Diagnostic[] {
    if (diagnosticEvent === undefined) return [];
    const { severity, message, urn, ephemeral = false } = diagnosticEvent;
    if (ephemeral !== wanted) return [];
    if (severity === "debug" || OTHER_PROVIDER_VERSION.test(message)) return [];
    return [{ severity: severity as Diagnostic["severity"], message: message.trimEnd(), urn }];
}

/**
 * What the CLI says of a Kubernetes provider that it found on the PATH in another version than the SDK's. A machine
 * without access to Pulumi's downloads has no other, and no test is about it.
 */
const OTHER_PROVIDER_VERSION =
    /^(using pulumi-resource-kubernetes from \$PATH|resource plugin kubernetes is expected to have version)/;

function policyViolation({ policyEvent }: EngineEvent): PolicyViolation[] {
    if (policyEvent === undefined) return [];
    const { policyName, policyPackName, enforcementLevel, message, resourceUrn } = policyEvent;
    return [{ policy: policyName, pack: policyPackName, enforcementLevel, message, urn: resourceUrn }];
}

function stackOutputs(events: readonly EngineEvent[]): Readonly<Record<string, unknown>> {
    const stack = events.findLast((event) => event.resOutputsEvent?.metadata.type === "pulumi:pulumi:Stack");
    return stack?.resOutputsEvent?.metadata.new?.outputs ?? {};
}
