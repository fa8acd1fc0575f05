import type { Declared, Path } from "../declared";
import { isKnown } from "../declared";
import type { Fleet, FleetScaler, Identity } from "../fleet";
import { known } from "../fleet";
import type { Breach, Rule } from "./rule";

/** A label value, and the name of anything that becomes one. */
const LONGEST_LABEL = 63;
const LONGEST_NAME = 253;
const HPA_PREFIX = "keda-hpa-";
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** Names that Kubernetes or KEDA refuses. */
export const objectNames: Rule = {
    id: "object-names",
    severity: "error",
    impact: "high",
    tags: ["scaler"],
    title: "Names are lower case, of letters, digits and dashes, and short enough for what is made from them.",
    why: "KEDA puts the scaler's name into a label, of jobs too, and in front of its HPA's name; both end at 63 characters.",
    source: "KEDA 2.20.2 verifyName (#6998), scale_jobs.go generateJobs; Kubernetes names, RFC 1123, ValidateStatefulSetName",
    *check({ scalers, workloads, disruptionBudgets }: Fleet) {
        // A ScaledJob is a scaler and a workload, and has one name.
        const scaling = new Set(scalers.map(({ declared }) => declared));
        const others = workloads.filter(({ declared }) => !scaling.has(declared));
        for (const object of [...scalers, ...others, ...disruptionBudgets]) yield* checkSyntax(object);
        for (const scaler of scalers) {
            if (scaler.engine === "keda") yield* checkHpaName(scaler);
            if (scaler.engine === "keda-jobs") yield* checkLabel(scaler, LONGEST_LABEL, "a label leaves");
        }
    },
};

const NAME: Path = ["metadata", "name"];

/** An object without a name gets one from Pulumi or from `generateName`; one that is not known yet is left to the API server. */
function* checkSyntax({ declared, name }: Identity & { readonly declared: Declared }): Generator<Breach> {
    if (name === undefined || !isKnown(name)) return;
    // The names of a StatefulSet's pods are host names too.
    const isHost = declared.object.kind === "StatefulSet";
    const [syntax, longest] = isHost ? [LABEL, LONGEST_LABEL] : [SUBDOMAIN, LONGEST_NAME];
    if (name.length <= longest && syntax.test(name)) return;
    const mended = name
        .slice(0, LONGEST_LABEL)
        .toLowerCase()
        .replace(isHost ? /[^a-z0-9-]+/g : /[^a-z0-9.-]+/g, "-")
        .replace(/[-.]*\.[-.]*/g, ".")
        .replace(/^[-.]+|[-.]+$/g, "");
    yield {
        declared,
        path: NAME,
        message: `${JSON.stringify(name.slice(0, 80))} is not a name that Kubernetes accepts`,
        fix: mended === "" ? "use lower-case letters, digits and dashes" : `use ${JSON.stringify(mended)}`,
    };
}

function* checkHpaName(scaler: FleetScaler): Generator<Breach> {
    const { declared, hpaName } = scaler;
    const chosen = known(hpaName);
    if (chosen !== undefined && (chosen.length > LONGEST_LABEL || !SUBDOMAIN.test(chosen))) {
        yield {
            declared,
            path: hpaName.path,
            message:
                chosen.length > LONGEST_LABEL
                    ? `the HPA's name has ${chosen.length} characters, and a label leaves room for ${LONGEST_LABEL}`
                    : `${JSON.stringify(chosen)} is not a name that Kubernetes accepts`,
            fix: `use ${LONGEST_LABEL} lower-case letters, digits and dashes or fewer`,
        };
    }
    // A chosen name that is not known yet leaves the scaler's own the room of a label, as any chosen one does.
    yield* hpaName.value === undefined
        ? checkLabel(scaler, LONGEST_LABEL - HPA_PREFIX.length, `its HPA "${HPA_PREFIX}..." leaves`)
        : checkLabel(scaler, LONGEST_LABEL, "a label leaves");
}

/** KEDA labels what it makes with the name; what it makes jobs of, it names after it. */
function* checkLabel({ declared, name }: FleetScaler, longest: number, what: string): Generator<Breach> {
    if (name === undefined || !isKnown(name) || name.length <= longest) return;
    yield {
        declared,
        path: NAME,
        message: `the name has ${name.length} characters, and ${what} room for ${longest}`,
        fix: `use ${longest} characters or fewer`,
    };
}
