/** The member by which a value on the wire says that it is not to be taken as it is (Pulumi SDK `runtime/rpc`). */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const OUTPUT_VALUE = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** What stands for a value that is known only after the update. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** An Output among a component's arguments as the engine sends it; without a value it is one that a preview does not know. */
export function outputValue(value?: unknown, options: { secret?: boolean } = {}): Record<string, unknown> {
    return {
        [SIGNATURE]: OUTPUT_VALUE,
        ...(value === undefined ? {} : { value }),
        secret: options.secret ?? false,
        dependencies: [],
    };
}

/** A secret as a program sends it to the engine. */
export function secretValue(value: unknown): Record<string, unknown> {
    return { [SIGNATURE]: SECRET, value };
}
