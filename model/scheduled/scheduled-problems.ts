import { DNS_NAME, listed, problem, quote } from "../arguments";
import type { Finding } from "../findings";
import { SCALE_TO_ZERO_KUBERNETES, platformProblems, versionAtLeast } from "../platform";
import type { ScheduleBound, ScheduleBounds } from "../pool";
import { boundProblems, cronJobNameProblems, edgeProblems, floorProblems, gives } from "../pool";
import { ScheduledKind } from "./choices";
import { CLOCK_KINDS } from "./clock-target";
import type { ScheduledScalerArgs } from "./scheduled-scaler-args";

const AT = ["schedules"];

/** What a target has that CronJobs set; nothing for a workload, whose floors KEDA keeps. */
export function clockKind({ kind }: ScheduledScalerArgs["target"]): keyof typeof CLOCK_KINDS | undefined {
    return kind === ScheduledKind.Deployment || kind === ScheduledKind.StatefulSet ? undefined : kind;
}

/** The bounds of a target that windows may give. */
export function boundsOf(target: ScheduledScalerArgs["target"]): readonly ScheduleBound[] {
    const kind = clockKind(target);
    return kind === undefined ? ["minReplicas"] : (Object.keys(CLOCK_KINDS[kind].fields) as ScheduleBound[]);
}

/** Combinations that have the right form and still cannot work. */
export function scheduledProblems(name: string, args: ScheduledScalerArgs): Finding[] {
    const { target, schedules, platform = {} } = args;
    const wrong = platformProblems(platform).map(({ member, message, fix }) =>
        problem(["platform", member], `is wrong: ${message}`, fix),
    );
    const bounds = boundsOf(target);
    const form = [
        ...wrong,
        ...nameProblems(name),
        ...boundProblems(schedules, AT, bounds, `a ${target.kind}`),
        ...outsideProblems(args, bounds),
    ];
    if (form.length > 0) return form;
    return clockKind(target) === undefined ? workloadProblems(args) : clockProblems(name, args, bounds);
}

function nameProblems(name: string): Finding[] {
    return DNS_NAME.accepts(name)
        ? []
        : [problem(["name"], `is ${quote(name)}, which is not ${DNS_NAME.name}`, DNS_NAME.fix)];
}

function outsideProblems(
    { outside, schedules, target }: ScheduledScalerArgs,
    bounds: readonly ScheduleBound[],
): Finding[] {
    const held: ScheduleBounds = outside;
    const foreign = (Object.keys(outside) as ScheduleBound[])
        .filter((bound) => !bounds.includes(bound))
        .map((bound) =>
            problem(
                ["outside", bound],
                `has no effect on a ${target.kind}`,
                `give ${listed(bounds)} instead`,
            ),
        );
    const missing = bounds
        .filter((bound) => held[bound] === undefined)
        .flatMap((bound) => {
            const window = schedules.find((schedule) => schedule[bound] !== undefined);
            return window === undefined
                ? []
                : [
                      problem(
                          ["outside", bound],
                          `is not given, and the window ${quote(window.name)} must be followed by something`,
                          `give the ${bound} that hold where no window is open`,
                      ),
                  ];
        });
    return [...foreign, ...missing];
}

function workloadProblems({ outside, schedules, image }: ScheduledScalerArgs): Finding[] {
    return [
        ...(image === undefined
            ? []
            : [problem(["image"], "has no effect: KEDA keeps the floors of a workload", "remove it")]),
        ...floorProblems(outside.minReplicas ?? 0, schedules, AT),
    ];
}

function clockProblems(name: string, args: ScheduledScalerArgs, bounds: readonly ScheduleBound[]): Finding[] {
    const { schedules } = args;
    return [
        ...kedaOwned(args),
        ...nativeZero(args),
        ...unchanged(args, bounds),
        ...crossed(args),
        ...cronJobNameProblems(name, schedules, AT, bounds),
        ...edgeProblems(schedules, AT, gives(bounds)),
    ];
}

/** KEDA names its autoscalers so, and writes the bounds of their ScaledObject back (2.20.2 controllers/keda/hpa.go). */
function kedaOwned({ target: { kind, name } }: ScheduledScalerArgs): Finding[] {
    const isKedas =
        kind === ScheduledKind.HorizontalPodAutoscaler &&
        typeof name === "string" &&
        name.startsWith("keda-hpa-");
    return isKedas
        ? [
              problem(
                  ["target", "name"],
                  `is ${quote(name)}, an autoscaler that KEDA writes back to what its ScaledObject says`,
                  "aim at the ScaledObject",
              ),
          ]
        : [];
}

function nativeZero({ target, outside, schedules, platform }: ScheduledScalerArgs): Finding[] {
    if (target.kind !== ScheduledKind.HorizontalPodAutoscaler) return [];
    if (versionAtLeast(platform?.kubernetesVersion ?? "", SCALE_TO_ZERO_KUBERNETES)) return [];
    const places = [
        ...(outside.minReplicas === 0 ? [["outside", "minReplicas"]] : []),
        ...schedules.flatMap(({ minReplicas }, index) =>
            minReplicas === 0 ? [[...AT, index, "minReplicas"]] : [],
        ),
    ];
    return places.map((path) =>
        problem(
            path,
            `is 0, which the native autoscaler takes from Kubernetes ${SCALE_TO_ZERO_KUBERNETES} on`,
            "use 1, or state a newer cluster as platform.kubernetesVersion",
        ),
    );
}

/** Bounds of a window that hold outside of it too. */
function unchanged({ outside, schedules }: ScheduledScalerArgs, bounds: readonly ScheduleBound[]): Finding[] {
    const held: ScheduleBounds = outside;
    return schedules.flatMap((schedule, index) =>
        bounds
            .filter((bound) => schedule[bound] !== undefined && schedule[bound] === held[bound])
            .map((bound) =>
                problem(
                    [...AT, index, bound],
                    `is ${schedule[bound] ?? 0}, as it is outside of the window`,
                    "give another one, or remove it",
                ),
            ),
    );
}

/** A floor above the ceiling that is in force with it. */
function crossed({ outside, schedules }: ScheduledScalerArgs): Finding[] {
    const places = [
        { path: ["outside"], bounds: outside, when: "outside of the windows" },
        ...schedules.map((schedule, index) => ({
            path: [...AT, index],
            bounds: schedule,
            when: `in the window ${quote(schedule.name)}`,
        })),
    ];
    return places.flatMap(({ path, bounds, when }) => {
        const min = bounds.minReplicas ?? outside.minReplicas;
        const max = bounds.maxReplicas ?? outside.maxReplicas;
        if (min === undefined || max === undefined || min <= max) return [];
        const member = bounds.maxReplicas === undefined ? "minReplicas" : "maxReplicas";
        return [
            problem(
                [...path, member],
                `makes a floor of ${min} above the ceiling of ${max} ${when}`,
                `use a minReplicas of ${max} or less there, or a maxReplicas of ${min} or more`,
            ),
        ];
    });
}
