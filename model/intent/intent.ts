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
    };
    /** The quality-of-service class that was asked for. */
    readonly qosClass?: string;
}

/** An intent that was read, or why it cannot be. */
export type IntentReading =
    | { readonly intent: Intent; readonly problem?: undefined }
    | { readonly intent?: undefined; readonly problem: string };

/** Longest annotation that is read; a real one has a few hundred characters. */
const LONGEST = 16_384;

/** Writes an intent; members in a fixed order, so that the same intent is always the same text. */
export function writeIntent(intent: Intent): string {
    return JSON.stringify(inOrder(intent));
}

/** An intent with its own members only, in their order; what is absent stays absent. */
function inOrder({ archetype, task, qosClass }: Intent): Intent {
    return {
        version: 1,
        ...(archetype === undefined ? {} : { archetype }),
        ...(task === undefined ? {} : { task: pick(task, [...TASK_NUMBERS, "redelivered"]) }),
        ...(qosClass === undefined ? {} : { qosClass }),
    };
}

function pick<T extends object>(members: T, names: readonly (keyof T)[]): T {
    return Object.fromEntries(
        names.filter((name) => members[name] !== undefined).map((name) => [name, members[name]]),
    ) as T;
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
    const { version, task, archetype, qosClass } = value;
    if (version !== 1) {
        return {
            problem: `has version ${typeof version === "number" ? version : "of the wrong type or none"}; this release reads version 1`,
        };
    }
    const wrong = wrongMember({ archetype, qosClass }, "string") ?? wrongTask(task);
    return wrong === undefined ? { intent: inOrder(value as unknown as Intent) } : { problem: wrong };
}

const TASK_NUMBERS = ["typicalSeconds", "p99Seconds", "concurrency", "coldStartSeconds"] as const;

function wrongTask(task: unknown): string | undefined {
    if (task === undefined) return undefined;
    if (!isRecord(task)) return "has a task that is not an object";
    for (const name of TASK_NUMBERS) {
        const value = task[name];
        // JSON has no infinity, and yet 1e999 is read as one.
        if (value !== undefined && !(typeof value === "number" && value >= 0 && Number.isFinite(value))) {
            return `has task.${name} that is not a number of 0 or more`;
        }
    }
    return wrongMember({ "task.redelivered": task["redelivered"] }, "boolean");
}

function wrongMember(
    members: Readonly<Record<string, unknown>>,
    type: "string" | "boolean",
): string | undefined {
    const wrong = Object.entries(members).find(([, value]) => value !== undefined && typeof value !== type);
    return wrong === undefined ? undefined : `has ${wrong[0]} that is not a ${type}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
