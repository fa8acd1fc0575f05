import type { Path } from "../../model/declared";
import { formatPath, Secret, Unknown } from "../../model/declared";
import type { WireRegistration } from "./messages";
import type { Registration } from "./registration";
import type { Fields } from "./wire";
import { mapMembers, SIGNATURE, Signature, signatureOf, UNKNOWN } from "./wire";

/** Inputs of a provider that say where it acts. The others may be credentials that nobody marked as secret. */
const PLAIN_PROVIDER_INPUTS = new Set(["namespace", "cluster", "context", "region", "project", "version"]);

/** The registration that is told of, with unknown and secret values as leaves. */
export function decodeRegistration(wire: WireRegistration): Registration {
    const provider = wire.type.startsWith("pulumi:providers:");
    return {
        ...wire,
        inputs: Object.fromEntries(
            Object.entries(wire.inputs).map(([key, value]) => [
                key,
                provider && !PLAIN_PROVIDER_INPUTS.has(key)
                    ? new Secret(Symbol("secret"))
                    : decode(value, [key], wire.propertyDependencies[key] ?? []),
            ]),
        ),
    };
}

/** The outputs of a stack, with unknown and secret values as leaves. */
export function decodeOutputs(outputs: Fields): Record<string, unknown> {
    return decode(outputs, [], []) as Record<string, unknown>;
}

/**
 * Turns the wire form into a value. A leaf that is not known is told apart by the resources that it comes from,
 * those of its property where the leaf itself does not say: two leaves from the same resources count as the same
 * value. Outputs of one resource, or of one `StackReference`, are therefore not told apart.
 */
function decode(value: unknown, path: Path, dependencies: readonly string[]): unknown {
    if (typeof value === "string") {
        return value.includes(UNKNOWN)
            ? new Unknown(formatPath(path), identity("unknown", dependencies))
            : value;
    }
    const fields = value as Fields;
    switch (signatureOf(value)) {
        case undefined:
            return mapMembers(value, (member, key) => decode(member, [...path, key], dependencies));
        case Signature.Secret:
            return new Secret(identity("secret", ownDependencies(fields) ?? []));
        case Signature.OutputValue: {
            const own = ownDependencies(fields) ?? [];
            if (fields["value"] === undefined) return new Unknown(formatPath(path), identity("unknown", own));
            return decode(fields["value"], path, own);
        }
        case Signature.Resource:
            return new Unknown(formatPath(path), identity("unknown", [String(fields["urn"])]));
        default: {
            // Assets and archives: where their content comes from.
            const content = Object.entries(fields).filter(([key]) => key !== SIGNATURE);
            return mapMembers(Object.fromEntries(content), (member, key) =>
                decode(member, [...path, key], dependencies),
            );
        }
    }
}

function ownDependencies(envelope: Fields): readonly string[] | undefined {
    const dependencies = envelope["dependencies"];
    return Array.isArray(dependencies) ? dependencies.map(String) : undefined;
}

/** What stands for a value that comes from these resources; without any, the value is only equal to itself. */
function identity(kind: "unknown" | "secret", dependencies: readonly string[]): unknown {
    if (dependencies.length === 0) return Symbol(kind);
    return `${kind} from ${[...new Set(dependencies)].sort().join(", ")}`;
}
