import { secret } from "@pulumi/pulumi";
import { Secret, Unknown } from "../model/declared";

/** Puts the Outputs back that the model carried as leaves; everything else stays as it is. */
export function withOutputs(value: unknown): unknown {
    if (value instanceof Unknown) return value.identity;
    if (value instanceof Secret) return secret(value.identity);
    if (Array.isArray(value)) return value.map(withOutputs);
    if (typeof value === "object" && value !== null) {
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withOutputs(item)]));
    }
    return value;
}
