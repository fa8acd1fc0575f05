import util from "node:util";
import type { ProgramError } from "../messages";
import { flushReport, report } from "./report";

const LONGEST = 200_000;

const reported = new Set<unknown>();
const messages = new Set<string>();

/** Reports every error that nothing in the program caught, once each and in their order. */
export function captureErrors(): void {
    const capture = (error: unknown): void => {
        if (reported.has(error)) return;
        reported.add(error);
        const described = describe(error);
        messages.add(described.message);
        report({ kind: "error", error: described });
        flushReport();
    };
    process.on("uncaughtException", capture);
    process.on("unhandledRejection", capture);
}

/** Whether a text that the launcher logs only says again what was captured. */
export function isCaptured(text: string): boolean {
    return messages.has(text) || /^Running program '.*' failed with an unhandled exception:/.test(text);
}

function describe(error: unknown): ProgramError {
    if (!(error instanceof Error)) {
        return { name: "", message: clip(String(error)), stack: "", clean: true };
    }
    const { code, hideStack, errors } = error as Error & {
        code?: unknown;
        hideStack?: unknown;
        errors?: unknown;
    };
    return {
        name: error.name,
        message: clip([error.message, ...parts(errors), ...cause(error.cause)].join("\n")),
        stack: clip(error.stack ?? ""),
        ...(typeof code === "string" ? { code } : {}),
        clean: hideStack === true || (error as { __pulumiRunError?: unknown }).__pulumiRunError === true,
    };
}

/** The members of an `AggregateError`, or the properties of Pulumi's `InputPropertiesError`. */
function parts(errors: unknown): string[] {
    if (!Array.isArray(errors)) return [];
    return (errors as unknown[]).map((part) => {
        const { propertyPath, reason } = part as { propertyPath?: unknown; reason?: unknown };
        if (typeof propertyPath === "string" && typeof reason === "string")
            return `- ${propertyPath}: ${reason}`;
        return `- ${part instanceof Error ? part.message : String(part)}`;
    });
}

function cause(error: unknown): string[] {
    return error instanceof Error ? [`caused by: ${error.message}`] : [];
}

function clip(text: string): string {
    return text.length <= LONGEST
        ? text
        : `${text.slice(0, LONGEST)}\n(${text.length - LONGEST} more characters)`;
}

/**
 * Makes `util.inspect` write without colours. With colours it does not end on a stack frame in
 * `node_modules/@pulumi/output.ts`, which the SDK's source maps produce (Node 20.20).
 */
export function inspectWithoutColors(): void {
    util.inspect = new Proxy(util.inspect, {
        apply: (inspect, self, [value, options, ...rest]: [unknown, unknown, ...unknown[]]): unknown => {
            const plain =
                typeof options === "object" && options !== null
                    ? [{ ...options, colors: false }]
                    : [options, rest[0], false];
            return Reflect.apply(inspect as (...all: unknown[]) => string, self, [value, ...plain]);
        },
    });
}
