import { isCaptured } from "./errors";
import { report } from "./report";
import type { Sdk } from "./sdk";

/** Reports what the program logs through Pulumi, in place of printing it. */
export function captureLogs(sdk: Sdk): void {
    const record = (severity: "info" | "warning" | "error") => (message: string) => {
        if (severity === "error") {
            // The SDK skips its own complaint about unfinished promises when an error was logged.
            sdk.store.logErrorCount++;
            if (isCaptured(message)) return Promise.resolve();
        }
        report({ kind: "log", severity, message });
        return Promise.resolve();
    };
    Object.assign(sdk.log, {
        debug: () => Promise.resolve(),
        info: record("info"),
        warn: record("warning"),
        error: record("error"),
    });
}
