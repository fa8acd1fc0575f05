import { isKnown } from "../declared";

/** The annotation that carries what Kubernetes objects cannot say. */
export const INTENT_ANNOTATION = "agent-autoscaling/intent";

/**
 * What the author of a pool means and no Kubernetes field holds. It stands as JSON in one annotation on the
 * workload's own metadata (on the scaler where the workload is somebody else's), never on the pod template, where
 * an edit would restart pods. Hand-written objects may carry it too.
 *
 * @example { "version": 1, "archetype": "QueueWorker", "task": { "p99Seconds": 90 } }
 */
export interface Intent {
    /** The form of this text. */
    readonly version: 1;
    readonly archetype?: string;
    readonly task?: {
        readonly typicalSeconds?: number;
        readonly p99Seconds?: number;
        readonly concurrency?: number;
        readonly coldStartSeconds?: number;
        readonly redelivered?: boolean;
        readonly interruptible?: boolean;
        /** Where the agent keeps what it must not lose: `External`, `Volume` or `Memory`. */
        readonly state?: string;
    };
    /** The node pool that the pods run on, where its author stated it. */
    readonly nodePool?: {
        readonly name?: string;
        /** `OnDemand`, `Spot`, `SpotPreferred` or `Fargate`. */
        readonly capacity?: string;
        /** Of `SpotPreferred`, the percentage of pods that is meant to run on demand. */
        readonly onDemandShare?: number;
        /** Seconds that a pod gets when its node is taken away. */
        readonly noticeSeconds?: number;
        /** What one node offers to pods. */
        readonly node?: {
            readonly cpu?: string;
            readonly memory?: string;
            readonly gpus?: number;
            readonly pods?: number;
            readonly instanceType?: string;
        };
    };
    /** Of warm capacity: what the pods are like for which there is room. */
    readonly headroom?: {
        /** How long one that starts in the room takes until it does work, in seconds. */
        readonly coldStartSeconds?: number;
    };
    /** What the pool may cost at the most. */
    readonly budget?: { readonly usdPerMonth?: number };
    /** The quality-of-service class that was asked for. */
    readonly qosClass?: string;
}

/** An intent that was read, or why it cannot be. */
export type IntentReading =
    | { readonly intent: Intent; readonly problem?: undefined }
    | { readonly intent?: undefined; readonly problem: string };

/** Longest annotation that is read; a real one has a few hundred characters. */
const LONGEST = 16_384;

type MemberType = "string" | "boolean" | "number" | MemberTypes;

interface MemberTypes {
    readonly [name: string]: MemberType;
}

/** The members of an intent in their order, each with its type; the one table for reading and writing. */
const MEMBERS: MemberTypes = {
    archetype: "string",
    task: {
        typicalSeconds: "number",
        p99Seconds: "number",
        concurrency: "number",
        coldStartSeconds: "number",
        redelivered: "boolean",
        interruptible: "boolean",
        state: "string",
    },
    qosClass: "string",
    nodePool: {
        name: "string",
        capacity: "string",
        onDemandShare: "number",
        noticeSeconds: "number",
        node: { cpu: "string", memory: "string", gpus: "number", pods: "number", instanceType: "string" },
    },
    headroom: { coldStartSeconds: "number" },
    budget: { usdPerMonth: "number" },
};

/** Writes an intent; members in a fixed order, so that the same intent is always the same text. */
export function writeIntent(intent: Intent): string {
    return JSON.stringify(inOrder(intent));
}

/** An intent with its own members only, in their order; what is absent stays absent. */
function inOrder(intent: Intent): Intent {
    return { version: 1, ...pick(intent, MEMBERS) };
}

function pick(given: object, members: MemberTypes): object {
    const values = given as Readonly<Record<string, unknown>>;
    return Object.fromEntries(
        Object.entries(members)
            .filter(([name]) => values[name] !== undefined)
            .map(([name, type]) => [
                name,
                typeof type === "string" ? values[name] : pick(values[name] as object, type),
            ]),
    );
}

/** Reads the annotation of an object; `undefined` where there is none or its text is not known yet. */
export function readIntent(annotation: unknown): IntentReading | undefined {
    if (annotation === undefined || !isKnown(annotation)) return undefined;
    if (typeof annotation !== "string") return { problem: "is not text" };
    if (annotation.length > LONGEST) {
        return { problem: `has ${annotation.length} characters, more than ${LONGEST}` };
    }
    let value: unknown;
    try {
        value = JSON.parse(annotation);
    } catch {
        return { problem: "is not valid JSON" };
    }
    if (!isRecord(value)) return { problem: "is not a JSON object" };
    const { version } = value;
    if (version !== 1) {
        return {
            problem: `has version ${typeof version === "number" ? version : "of the wrong type or none"}; this release reads version 1`,
        };
    }
    const problem = wrongMember(value, MEMBERS);
    return problem === undefined ? { intent: inOrder(value as unknown as Intent) } : { problem };
}

function wrongMember(
    value: Readonly<Record<string, unknown>>,
    members: MemberTypes,
    prefix = "",
): string | undefined {
    for (const [name, type] of Object.entries(members)) {
        const member = value[name];
        if (member === undefined) continue;
        const problem = wrongValue(prefix + name, member, type);
        if (problem !== undefined) return problem;
    }
    return undefined;
}

function wrongValue(name: string, value: unknown, type: MemberType): string | undefined {
    if (typeof type === "object") {
        return isRecord(value) ? wrongMember(value, type, `${name}.`) : `has a ${name} that is not an object`;
    }
    if (type !== "number") return typeof value === type ? undefined : `has ${name} that is not a ${type}`;
    // JSON has no infinity, and yet 1e999 is read as one.
    return typeof value === "number" && value >= 0 && Number.isFinite(value)
        ? undefined
        : `has ${name} that is not a number of 0 or more`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
