import type { Syntax } from "./syntax";
import { LABEL_VALUE, QUALIFIED_NAME } from "./syntax";

/**
 * The form that an argument must have, as data: one table says what is checked, what the messages offer and what
 * a test holds against the package's schema.
 */
export type Shape =
    | {
          readonly kind: "integer" | "number";
          readonly min?: number;
          readonly max?: number;
          readonly above?: number;
      }
    | { readonly kind: "boolean" }
    /** Plain text that decides scale or names an object here. */
    | ({ readonly kind: "text" } & TextRules)
    /** An identity: text, or an Output of it. */
    | ({ readonly kind: "input" } & TextRules)
    | { readonly kind: "choice"; readonly choices: readonly string[] }
    /** Items of one form; where it is an input, an Output of the whole list is taken too. */
    | { readonly kind: "list"; readonly of: Shape; readonly nonEmpty?: boolean; readonly isInput?: boolean }
    | { readonly kind: "map"; readonly of: Shape; readonly keys?: Syntax; readonly nonEmpty?: boolean }
    | GroupShape
    /** Any data: plain values, lists, objects and Outputs, without cycles. */
    | { readonly kind: "data" };

/** What a plain text must look like. */
export interface TextRules {
    readonly syntax?: Syntax;
    /** Whether the empty text is a value like any other. Default: false. */
    readonly mayBeEmpty?: boolean;
}

/** An object with named members. */
export interface GroupShape {
    readonly kind: "group";
    readonly members: Readonly<Record<string, Shape>>;
    readonly required: readonly string[];
    /** Sets of members of which exactly one must be given. */
    readonly exactlyOne: readonly (readonly string[])[];
}

/** A whole number of replicas, pods or seconds: what a Kubernetes int32 can hold. */
export const INT32_MAX = 2_147_483_647;

export const integer = (min: number, max = INT32_MAX): Shape => ({ kind: "integer", min, max });
/** Seconds from 0. */
export const seconds = integer(0);
export const boolean: Shape = { kind: "boolean" };
export const text: Shape = { kind: "text" };
export const textOf = (syntax: Syntax): Shape => ({ kind: "text", syntax });
export const anyText: Shape = { kind: "text", mayBeEmpty: true };
export const input: Shape = { kind: "input" };
export const inputOf = (syntax: Syntax): Shape => ({ kind: "input", syntax });
export const anyInput: Shape = { kind: "input", mayBeEmpty: true };
export const data: Shape = { kind: "data" };
export const choice = (choices: Readonly<Record<string, string>>): Shape => ({
    kind: "choice",
    choices: Object.values(choices),
});
export const listOf = (of: Shape, nonEmpty = false): Shape => ({ kind: "list", of, nonEmpty });
/** Identities, or an Output of all of them. */
export const inputListOf = (of: Shape, nonEmpty = false): Shape => ({
    kind: "list",
    of,
    nonEmpty,
    isInput: true,
});
export const mapOf = (of: Shape, keys: Syntax, nonEmpty = false): Shape => ({
    kind: "map",
    of,
    keys,
    nonEmpty,
});
/** Labels of Kubernetes objects or nodes. */
export const labelsOf = ({ nonEmpty = false } = {}): Shape =>
    mapOf({ kind: "text", syntax: LABEL_VALUE, mayBeEmpty: true }, QUALIFIED_NAME, nonEmpty);
export const group = (
    members: Readonly<Record<string, Shape>>,
    constraints: { required?: readonly string[]; exactlyOne?: readonly (readonly string[])[] } = {},
): GroupShape => ({
    kind: "group",
    members,
    required: constraints.required ?? [],
    exactlyOne: constraints.exactlyOne ?? [],
});
