import { Secret, Unknown } from "../declared";
import type { Fleet, FleetAuthentication, FleetScaler, FleetTrigger } from "../fleet";
import { known } from "../fleet";
import type { TriggerLogin } from "../triggers";
import { NAMESPACED, authenticationsIn } from "./authentication-index";
import { leafKey } from "./leaf-key";

/** Parts of a TriggerAuthentication that name every parameter that they bring (keda.sh/v1alpha1, 2.20). */
const NAMING_PARTS: ReadonlySet<string> = new Set([
    "podIdentity",
    "secretTargetRef",
    "configMapTargetRef",
    "env",
    "hashiCorpVault",
    "azureKeyVault",
    "gcpSecretManager",
    "boundServiceAccountToken",
]);

const UNSEEN: TriggerLogin = { parameters: new Set(), identity: undefined, isComplete: false };

/**
 * What the authentication that a trigger refers to brings; `undefined` where it refers to none. One that is not
 * declared here, or not in full, may bring anything.
 */
export function loginOf(
    fleet: Fleet,
    { namespace }: FleetScaler,
    { authentication }: FleetTrigger,
): TriggerLogin | undefined {
    if (authentication === undefined) return undefined;
    const kind = known(authentication.kind) ?? NAMESPACED;
    const declared = authenticationsIn(fleet, kind, namespace)?.get(leafKey(authentication.name));
    return declared === undefined ? UNSEEN : readLogin(declared);
}

function readLogin({ declared }: FleetAuthentication): TriggerLogin {
    const { spec } = declared.object;
    if (typeof spec !== "object" || spec === null || spec instanceof Unknown || spec instanceof Secret) {
        return UNSEEN;
    }
    const parts = Object.entries(spec);
    const named = parts.flatMap(([, part]) => namesIn(part));
    const provider = (spec as { podIdentity?: { provider?: unknown } }).podIdentity?.provider;
    return {
        parameters: new Set(named.filter((name) => typeof name === "string")),
        identity: typeof provider === "string" && provider !== "none" ? provider : undefined,
        isComplete:
            parts.every(([key]) => NAMING_PARTS.has(key)) &&
            named.every((name) => typeof name === "string") &&
            (provider === undefined || typeof provider === "string"),
    };
}

/** The parameters that a part brings; a place that is not known yet stands for any. */
function namesIn(part: unknown): unknown[] {
    if (part instanceof Unknown || part instanceof Secret) return [part];
    if (Array.isArray(part)) return part.flatMap(namesIn);
    if (typeof part !== "object" || part === null) return [];
    const { parameter, secrets } = part as { parameter?: unknown; secrets?: unknown };
    return [...(parameter === undefined ? [] : [parameter]), ...namesIn(secrets)];
}
