import type { Path } from "../declared";
import { isKnown } from "../declared";
import type { Fleet, FleetScaler, Identity } from "../fleet";
import { known } from "../fleet";
import type { Declared } from "../declared";
import type { Breach, Rule } from "./rule";

/** A label value, and the name of anything that becomes one. */
const LONGEST_LABEL = 63;
const HPA_PREFIX = "keda-hpa-";
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LONGEST_NAME = 253;

/** Names that Kubernetes or KEDA refuses. */
export const objectNames: Rule = {
    id: "object-names",
    severity: "error",
    title: "Names are lower case, of letters, digits and dashes, and short enough for what is made from them.",
    why: "KEDA puts the scaler's name into a label and in front of its HPA's name; both end at 63 characters.",
    source: "KEDA 2.20.2 verifyName (#6998); Kubernetes names, RFC 1123",
    *check({ scalers, workloads, disruptionBudgets }: Fleet) {
        for (const object of [...scalers, ...workloads, ...disruptionBudgets]) yield* checkSyntax(object);
        for (const scaler of scalers) if (scaler.engine === "keda") yield* checkLength(scaler);
    },
};

const NAME: Path = ["metadata", "name"];

function* checkSyntax({ declared, name }: Identity & { readonly declared: Declared }): Generator<Breach> {
    if (name === undefined || !isKnown(name)) return;
    if (name.length <= LONGEST_NAME && SUBDOMAIN.test(name)) return;
    const mended = name
        .toLowerCase()
        .slice(0, LONGEST_LABEL)
        .replace(/[^a-z0-9.-]+/g, "-")
        .replace(/^[-.]+|[-.]+$/g, "");
    yield {
        declared,
        path: NAME,
        message: `${JSON.stringify(name.slice(0, 80))} is not a name that Kubernetes accepts`,
        fix: mended === "" ? "use lower-case letters, digits and dashes" : `use ${JSON.stringify(mended)}`,
    };
}

function* checkLength({ declared, name, hpaName }: FleetScaler): Generator<Breach> {
    if (name === undefined || !isKnown(name)) return;
    const chosen = known(hpaName);
    const longest = chosen === undefined ? LONGEST_LABEL - HPA_PREFIX.length : LONGEST_LABEL;
    if (name.length > longest) {
        yield {
            declared,
            path: NAME,
            message: `the name has ${name.length} characters, and ${
                chosen === undefined ? `its HPA "${HPA_PREFIX}..." leaves` : "a label leaves"
            } room for ${longest}`,
            fix: `use ${longest} characters or fewer`,
        };
    }
    if (chosen !== undefined && chosen.length > LONGEST_LABEL) {
        yield {
            declared,
            path: hpaName.path,
            message: `the HPA's name has ${chosen.length} characters, and a label leaves room for ${LONGEST_LABEL}`,
            fix: `use ${LONGEST_LABEL} characters or fewer`,
        };
    }
}
