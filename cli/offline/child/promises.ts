import type { Sdk } from "./sdk";

/**
 * Lets the SDK watch its promises without a stack trace for each. It takes one for every output, to be printed
 * when PULUMI_DEBUG_PROMISE_LEAKS is set and a promise never settles; that was a third of the time and of the
 * memory that a large program needs.
 */
export function watchPromisesWithoutStacks(sdk: Sdk): void {
    if (process.env["PULUMI_DEBUG_PROMISE_LEAKS"] !== undefined) return;
    const watch = sdk.leaks.debuggablePromise;
    sdk.leaks.debuggablePromise = (promise, context) => {
        const limit = Error.stackTraceLimit;
        Error.stackTraceLimit = 0;
        try {
            return watch(promise, context);
        } finally {
            Error.stackTraceLimit = limit;
        }
    };
}
