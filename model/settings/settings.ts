import type { PlatformArgs } from "../platform";
import type { Guardrails } from "../rules";

/** What an organisation asks of its fleets, and the facts of the cluster that they run on. */
export interface Settings {
    readonly guardrails: Guardrails;
    readonly platform: PlatformArgs;
}
