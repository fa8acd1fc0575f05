import { Secret, Unknown } from "../declared";

/**
 * What a name is looked up by in a map: plain text by itself, what is not known by its identity. An identity that
 * is a text, as an engine's placeholder is, never meets the plain text that looks like it.
 */
export function leafKey(leaf: unknown): unknown {
    if (!(leaf instanceof Unknown || leaf instanceof Secret))
        return typeof leaf === "string" ? `=${leaf}` : "";
    return typeof leaf.identity === "string" ? `?${leaf.identity}` : leaf.identity;
}
