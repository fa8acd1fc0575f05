import type { Resource } from "@pulumi/pulumi";
import { InputPropertiesError, ResourceError } from "@pulumi/pulumi";
import type { Finding } from "../model/findings";
import { countFindings, formatFinding } from "../model/findings";

/** The error of a component that cannot work. Its message is all that a reader needs, so no stack trace is shown. */
export class RefusedError extends ResourceError {
    override readonly name = "RefusedError";

    constructor(message: string, resource: Resource) {
        super(message, resource, true);
    }
}

/** How a component that cannot work is refused; `what` is what messages call it. */
export type Refusal = (resource: Resource, name: string, findings: readonly Finding[], what: string) => void;

/**
 * Refuses a component in a program: one rejected promise each, so that the program goes on and every bad one is
 * shown under its own name, without a stack trace; the update ends with exit code 1.
 */
const rejectLater: Refusal = (resource, name, findings, what) => {
    void Promise.reject(new RefusedError(refusalMessage(name, findings, what), resource));
};

/**
 * Refuses a component in the plugin: there a rejected promise would answer every call in flight, so the error is thrown
 * and the SDK hands it to the engine in the engine's own form.
 */
export const throwNow: Refusal = (_resource, name, findings, what) => {
    throw new InputPropertiesError({
        message: refusalTitle(name, findings, what),
        errors: findings.map(({ path, message, fix, origin }) => ({
            propertyPath: origin.argument ?? path,
            reason: `${message}; ${fix}`,
        })),
    });
};

let refusal: Refusal = rejectLater;

/** Chooses how components are refused in this process; the plugin's entry chooses `throwNow`. */
export function refuseBy(chosen: Refusal): void {
    refusal = chosen;
}

/** Refuses a component with all of its errors at once; one without errors stands. */
export function refuse(resource: Resource, name: string, findings: readonly Finding[], what: string): void {
    if (findings.length > 0) refusal(resource, name, findings, what);
}

function refusalTitle(name: string, findings: readonly Finding[], what: string): string {
    return `the ${what} "${name}" cannot work (${countFindings(findings)})`;
}

function refusalMessage(name: string, findings: readonly Finding[], what: string): string {
    return [`${refusalTitle(name, findings, what)}:`, ...findings.map(formatFinding)].join("\n");
}
