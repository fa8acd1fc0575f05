import type { Reasoned } from "./archetypes";
import type { SourcedValue, ValueSource } from "./pool";

/** Records each decided value with its source while a pool is resolved. */
export class Ledger {
    readonly values: SourcedValue[] = [];

    /** A value that the user gave. */
    given<T>(path: string, value: T): T {
        return this.record(path, value, "given", "");
    }

    /** A value that the user may leave out, and that has no default. */
    givenIfAny<T>(path: string, value: T | undefined): T | undefined {
        return value === undefined ? undefined : this.given(path, value);
    }

    /** A value that the user gave and that changes nothing, with the reason. */
    withoutEffect(path: string, value: unknown, reason: string): void {
        if (value !== undefined) this.record(path, value, "unused", reason);
    }

    /** The given value, or a default with its reason. */
    or<T>(
        path: string,
        given: T | undefined,
        fallback: T,
        reason: string,
        source: ValueSource = "default",
    ): T {
        return given === undefined ? this.record(path, fallback, source, reason) : this.given(path, given);
    }

    /** The given value, or the archetype's. */
    archetype<T>(path: string, given: T | undefined, fallback: Reasoned<T>): T {
        return this.or(path, given, fallback.value, fallback.reason, "archetype");
    }

    private record<T>(path: string, value: T, source: ValueSource, reason: string): T {
        this.values.push({ path, value, source, reason });
        return value;
    }
}
