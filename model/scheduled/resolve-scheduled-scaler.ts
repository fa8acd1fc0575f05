import { checkShape, plainCopy } from "../arguments";
import type { Declared, Leaf } from "../declared";
import { withUnknowns } from "../declared";
import type { Finding } from "../findings";
import type { Platform } from "../platform";
import { clockWindows } from "../pool";
import { clockObjects } from "./clock-objects";
import { kubectlImage } from "./kubectl-image";
import { boundsOf, clockKind, scheduledProblems } from "./scheduled-problems";
import type { ScheduledScalerArgs } from "./scheduled-scaler-args";
import { SCHEDULED_SHAPE } from "./scheduled-shape";
import { workloadFloors } from "./workload-floors";

/** Pulumi's type token of the component. */
export const SCHEDULED_SCALER_TYPE = "agent-autoscaling:index:ScheduledScaler";

/** What scales by the clock, or the reasons why there is none. */
export interface ScheduledScalerResolution {
    /** A ScaledObject; or an account, its rights and two CronJobs for each window. */
    readonly declared: readonly Declared[];
    readonly findings: readonly Finding[];
    readonly platform?: Platform;
}

/**
 * Decides what scales one object by the clock.
 *
 * @param name The component's name, also the start of the name of each object.
 * @param args The arguments as the user wrote them; nothing about them is taken for granted.
 */
export function resolveScheduledScaler(name: string, args: ScheduledScalerArgs): ScheduledScalerResolution {
    const { copy, findings: unreadable } = plainCopy(args);
    const shape = [...unreadable, ...checkShape(copy, SCHEDULED_SHAPE)];
    if (shape.length > 0) return { declared: [], findings: shape };
    const read = copy as ScheduledScalerArgs;
    const findings = scheduledProblems(name, read);
    if (findings.length > 0) return { declared: [], findings };
    const { platform = {} } = read;
    return { declared: declaredObjects(name, read), findings, platform };
}

function declaredObjects(name: string, args: ScheduledScalerArgs): Declared[] {
    const { target, schedules, outside, labels = {}, platform = {} } = args;
    const { namespace, image } = withUnknowns({ namespace: args.namespace, image: args.image }, []) as {
        namespace: Leaf<string>;
        image?: Leaf<string>;
    };
    const targetName = withUnknowns(target.name, ["target", "name"]) as Leaf<string>;
    const kind = clockKind(target);
    if (kind === undefined) return [workloadFloors(name, args, namespace, targetName)];
    return clockObjects({
        name,
        target: { kind, name: targetName, namespace },
        windows: clockWindows(schedules, outside, boundsOf(target)),
        image: image ?? kubectlImage(platform),
        labels,
    });
}
