import type { Path } from "../declared";
import { valueAt } from "../declared";
import { nearest } from "../findings";
import type { Fleet, FleetVertical, UpdateMode } from "../fleet";
import { UPDATE_MODES, isUnknown, known } from "../fleet";
import type { Platform } from "../platform";
import { versionAtLeast } from "../platform";
import { notChecked } from "./not-checked";
import { oneOfNames } from "./one-of-names";
import type { Breach, Rule } from "./rule";

const CONTAINER_MODES: readonly string[] = ["Auto", "Off"];

/** Update policies that VPA refuses, or that its version does not have. */
export const verticalMode: Rule = {
    id: "vertical-mode",
    severity: "error",
    impact: "high",
    tags: ["vertical"],
    title: "The update mode of a VerticalPodAutoscaler is one that the cluster's VPA has.",
    why: "VPA's admission controller refuses the object, or the mode goes away with the next version.",
    source: "VPA 1.7.3 pkg/admission-controller/resource/vpa/validation.go, docs/features.md; kubernetes/autoscaler#8424",
    *check({ verticals, platform }: Fleet) {
        for (const vertical of verticals) {
            yield* checkMode(vertical, platform);
            yield* checkReplicas(vertical);
            yield* checkContainers(vertical);
        }
    },
};

function* checkMode({ declared, mode }: FleetVertical, platform: Platform): Generator<Breach> {
    const { path } = mode;
    if (isUnknown(mode)) {
        yield notChecked(declared, path, "what happens to a recommendation");
        return;
    }
    const hasMember = (at: Path): boolean => (valueAt(declared.object, at) ?? undefined) !== undefined;
    const isMissing = hasMember(path.slice(0, -1)) && !hasMember(path);
    const problem = isMissing ? NO_MODE : modeProblem(known(mode) ?? "", platform);
    if (problem !== undefined) yield { declared, path, ...problem };
}

type Problem = Pick<Breach, "message" | "fix" | "severity">;

const NO_MODE: Problem = {
    message: "the update policy has no updateMode, and VPA refuses one without",
    fix: 'write it: "Off" only recommends, "Recreate" is what VPA does without a policy',
};

function modeProblem(name: string, platform: Platform): Problem | undefined {
    const mode = UPDATE_MODES.get(name);
    if (mode === undefined) {
        const names = [...UPDATE_MODES].flatMap(([each, { replacedBy }]) =>
            replacedBy === undefined ? each : [],
        );
        const meant = nearest(name, names);
        return {
            message: `VPA has no mode ${JSON.stringify(name.slice(0, 80))}`,
            fix: meant === undefined ? `use ${oneOfNames(names)}` : `did you mean ${meant}?`,
        };
    }
    if (mode.replacedBy !== undefined) {
        return {
            severity: "warning",
            message: `the mode ${name} is deprecated and will be removed; it does what ${mode.replacedBy} does`,
            fix: `write "${mode.replacedBy}", or "InPlaceOrRecreate", which restarts fewer pods`,
        };
    }
    return versionProblem(name, mode, platform);
}

function versionProblem(name: string, mode: UpdateMode, { vpaVersion }: Platform): Problem | undefined {
    const { since, onSince, isGated = false } = mode;
    if (since !== undefined && vpaVersion !== undefined && !versionAtLeast(vpaVersion, since)) {
        return {
            message: `the mode ${name} needs VPA ${since}, and the cluster has ${vpaVersion}`,
            fix: "use Recreate, which evicts pods, or Initial, which leaves those that run alone",
        };
    }
    // A version that is not known is taken for one that has it, where any has; the explanation says so.
    const isOn = onSince !== undefined && (vpaVersion === undefined || versionAtLeast(vpaVersion, onSince));
    if (!isGated || isOn) return undefined;
    return {
        severity: "warning",
        message: `VPA refuses the mode ${name} where its feature gate of that name is off, as it is by default${vpaVersion === undefined ? "" : ` in ${vpaVersion}`}`,
        fix: `switch the gate on in VPA's admission controller and updater, or use Initial`,
    };
}

function* checkReplicas({ declared, mode, minReplicas }: FleetVertical): Generator<Breach> {
    // Of a policy of which nothing is known, the mode is noted.
    if (isUnknown(minReplicas) && !isUnknown(mode)) yield notChecked(declared, minReplicas.path);
    const least = known(minReplicas);
    if (least === undefined || least > 0) return;
    yield {
        declared,
        path: minReplicas.path,
        message: `minReplicas is ${least}, and VPA accepts 1 or more`,
        fix: "use 2 or more, so that one pod is left while another is replaced",
    };
}

function* checkContainers({ declared, policies }: FleetVertical): Generator<Breach> {
    for (const { mode } of policies) {
        if (isUnknown(mode)) yield notChecked(declared, mode.path, "whether the container is sized");
        const name = known(mode);
        if (name === undefined || CONTAINER_MODES.includes(name)) continue;
        yield {
            declared,
            path: mode.path,
            message: `a container cannot have mode ${JSON.stringify(name.slice(0, 80))}`,
            fix: 'use "Auto" or "Off"; what happens to a recommendation is the updateMode',
        };
    }
}
