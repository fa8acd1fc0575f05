import type { Input, Output, Resource } from "@pulumi/pulumi";
import { concat, jsonStringify, output, secret } from "@pulumi/pulumi";
import type { Path } from "../model/declared";
import {
    ChildOutput,
    JoinedText,
    JsonText,
    Secret,
    Unknown,
    WithoutPrefix,
    cutPrefix,
} from "../model/declared";

/** The children of a component that are registered already, by role. */
export type Children = ReadonlyMap<string, Resource>;

const NONE: Children = new Map();

/** Puts the Outputs back that the model carried as leaves; everything else stays as it is. */
export function withOutputs(value: unknown, children: Children = NONE): unknown {
    if (value instanceof Unknown) return identified(value.identity, children);
    if (value instanceof Secret) return secret(identified(value.identity, children));
    if (Array.isArray(value)) return value.map((item) => withOutputs(item, children));
    if (typeof value === "object" && value !== null) {
        return Object.fromEntries(
            Object.entries(value).map(([key, item]) => [key, withOutputs(item, children)]),
        );
    }
    return value;
}

/** What an identity stands for: an Output of the user, or one that is made of other objects of the component. */
function identified(identity: unknown, children: Children): unknown {
    if (identity instanceof ChildOutput) return childOutput(identity, children);
    if (identity instanceof JoinedText)
        return concat(...identity.parts.map((part) => withOutputs(part, children) as string));
    if (identity instanceof JsonText) return jsonStringify(withOutputs(identity.value, children));
    if (identity instanceof WithoutPrefix) {
        const { prefix, text } = identity;
        return output(withOutputs(text, children) as Input<string>).apply((all) => cutPrefix(prefix, all));
    }
    return identity;
}

function childOutput({ role, path }: ChildOutput, children: Children): Output<unknown> {
    const child = children.get(role);
    if (child === undefined) throw new Error(`no child has the role ${role} yet`);
    const [member = "id", ...rest] = path;
    const given: Output<unknown> = output(memberOf(child, member));
    return given.apply((value) => rest.reduce<unknown>(memberOf, value));
}

function memberOf(value: unknown, segment: string | number): unknown {
    return (value as Record<string | number, unknown> | undefined)?.[segment];
}

/** A text among the outputs of a child; empty where the component has no such child, as one that was refused has none. */
export function outputOfChild(children: Children, role: string, ...path: Path): Output<string> {
    if (!children.has(role)) return output("");
    return childOutput(new ChildOutput(role, path), children) as Output<string>;
}
