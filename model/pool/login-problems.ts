import { listed, problem } from "../arguments";
import type { Path } from "../declared";
import { nearest } from "../findings";
import type { Finding } from "../findings";
import type { PodIdentity, TriggerArgs } from "../triggers";
import { scalerOf } from "../triggers";

/** KEDA's name of each identity, by the member of the authentication. */
const IDENTITIES: readonly (readonly ["awsPodIdentity" | "azureWorkload" | "gcpPodIdentity", PodIdentity])[] =
    [
        ["awsPodIdentity", "aws"],
        ["azureWorkload", "azure-workload"],
        ["gcpPodIdentity", "gcp"],
    ];

/** Parameters and identities that the trigger's scaler does not read: KEDA would ignore them without a word. */
export function loginProblems(trigger: TriggerArgs, index: number): Finding[] {
    const { authentication } = trigger;
    const scaler = scalerOf(trigger);
    if (authentication === undefined || scaler === undefined) return [];
    const at: Path = ["scale", "triggers", index, "authentication"];
    const findings = IDENTITIES.flatMap(([member, identity]) =>
        authentication[member] === undefined || scaler.identities.includes(identity)
            ? []
            : [
                  problem(
                      [...at, member],
                      `has no effect: ${scaler.type} cannot log in with it`,
                      scaler.parameters.length === 0
                          ? "remove it"
                          : `give parameters from a secret: ${listed(scaler.parameters)}`,
                  ),
              ],
    );
    if (authentication.gcpPodIdentity === false) {
        findings.push(problem([...at, "gcpPodIdentity"], "is false", "set it to true, or leave it out"));
    }
    for (const name of Object.keys(authentication.secret?.parameters ?? {})) {
        if (scaler.parameters.includes(name)) continue;
        const meant = nearest(name, scaler.parameters);
        findings.push(
            problem(
                [...at, "secret", "parameters", name],
                `is no parameter of ${scaler.type}`,
                meant === undefined ? parametersOf(scaler.parameters) : `did you mean ${meant}?`,
            ),
        );
    }
    return findings;
}

function parametersOf(parameters: readonly string[]): string {
    return parameters.length === 0 ? "remove it" : `use ${listed(parameters)}`;
}
