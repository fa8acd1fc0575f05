import { UNKNOWN } from "../wire";

const text = (): string => UNKNOWN;

/**
 * A plain value that is not known, for programs that await a provider's function instead of passing its
 * output on. Every member of it is unknown too; as a list it has one unknown element, as a text it is Pulumi's
 * mark for an unknown value, so that whatever is made of it ends as an unknown input instead of `undefined`.
 */
export const unknownValue: unknown = new Proxy<unknown[]>([], {
    get(target, key): unknown {
        if (key === "__pulumiUnknown") return true;
        if (key === "toString" || key === "toJSON" || key === "valueOf" || key === Symbol.toPrimitive)
            return text;
        if (key === "length") return 1;
        if (key in Array.prototype) return Reflect.get(target, key);
        // A promise that resolves to this value must not take it for another promise; the SDK's marks are false.
        if (typeof key === "symbol" || key === "then" || key.startsWith("__")) return undefined;
        const method: unknown = Reflect.get(String.prototype, key);
        return typeof method === "function" ? method.bind(UNKNOWN) : unknownValue;
    },
    has: (target, key) => key === "0" || Reflect.has(target, key),
});
