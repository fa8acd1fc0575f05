import type { Fields } from "./wire";

/** A place in the project's own files; lines and columns from 1, the file relative to the project's folder. */
export interface SourcePosition {
    readonly file: string;
    readonly line: number;
    readonly column: number;
}

/** A resource as the program's process reports it: inputs in wire form, secrets without their content. */
export interface WireRegistration {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly parent?: string;
    readonly custom: boolean;
    readonly remote: boolean;
    readonly inputs: Fields;
    readonly autoName?: string;
    readonly ignoreChanges: readonly string[];
    readonly deleteBeforeReplace: boolean;
    readonly dependsOn: readonly string[];
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
    readonly aliases: readonly Alias[];
    readonly provider?: string;
    readonly providers: Readonly<Record<string, string>>;
    readonly source?: SourcePosition;
}

/** A former identity of a resource: its URN, or the parts that differ. */
export type Alias =
    | string
    | {
          readonly name?: string;
          readonly type?: string;
          readonly stack?: string;
          readonly project?: string;
          readonly parent?: string;
          readonly noParent?: boolean;
      };

/** An error that nothing in the program caught. */
export interface ProgramError {
    readonly name: string;
    readonly message: string;
    readonly stack: string;
    /** Node's code, `MODULE_NOT_FOUND`. */
    readonly code?: string;
    /** Whether the message alone is meant for the reader: Pulumi's `RunError` and its like. */
    readonly clean: boolean;
}

/** What could not be found out offline. */
export interface Note {
    /** What it is about: a resource, a provider's function, a configuration key. */
    readonly subject: string;
    readonly message: string;
    readonly urn?: string;
}

/** What the program's process tells its parent. */
export type Message =
    | { readonly kind: "registration"; readonly registration: WireRegistration }
    | { readonly kind: "error"; readonly error: ProgramError }
    | { readonly kind: "outputs"; readonly urn: string; readonly outputs: Fields }
    | { readonly kind: "log"; readonly severity: "info" | "warning" | "error"; readonly message: string }
    | { readonly kind: "note"; readonly note: Note }
    | { readonly kind: "finished" };

/**
 * Results that a real provider would give, for a program that cannot do without.
 *
 * @example { invokes: { "aws:index/getRegion:getRegion": { name: "eu-west-1" } } }
 */
export interface Answers {
    /** Results of provider functions by token. */
    readonly invokes?: Readonly<Record<string, Fields>>;
    /** Outputs of referenced stacks by the name given to `StackReference`, `acme/network/prod`. */
    readonly stacks?: Readonly<Record<string, Fields>>;
}

/** What the parent tells the program's process before it starts. */
export interface Settings {
    /** Path of the program's `@pulumi/pulumi/package.json`. */
    readonly sdk: string;
    /** The folder of `Pulumi.yaml`. */
    readonly projectDir: string;
    readonly project: string;
    readonly stack: string;
    readonly organization: string;
    /** Environment variables that Pulumi's language host would set. */
    readonly environment: Readonly<Record<string, string>>;
    readonly answers: Answers;
}

/** The note on a function of a provider that nobody answered. */
export const UNANSWERED = "is a function of a provider: its result is taken as not known";

/** The file descriptor on which the program's process reports. */
export const REPORT_DESCRIPTOR = 3;
