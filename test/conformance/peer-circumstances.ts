import type { Declared } from "../../model/declared";
import { valueAt } from "../../model/declared";
import type { Fleet, FleetScaler } from "../../model/fleet";
import { known } from "../../model/fleet";

/** An object of which a peer says something, among the objects that stand beside it. */
export interface Judged {
    readonly fleet: Fleet;
    readonly declared: Declared;
    /** What decides its replicas, where that is in the files: also the object itself. */
    readonly scaler: FleetScaler | undefined;
}

/** Whether something holds for an object. */
export type Circumstance = (judged: Judged) => boolean;

/** The kinds of work for which somebody waits. */
const SERVING = ["Service", "SessionServer"];

/** The object with what is about it: its scaler, the workload and the budgets of that. */
export function poolOf(fleet: Fleet, declared: Declared): readonly Declared[] {
    const pools = fleet.scalers.map(({ declared: scaler, workload }) => [
        scaler,
        ...(workload === undefined ? [] : [workload.declared]),
        ...(workload?.disruptionBudgets ?? []).map((budget) => budget.declared),
    ]);
    return pools.find((pool) => pool.includes(declared)) ?? [declared];
}

export const isNotScaled: Circumstance = ({ scaler }) => scaler === undefined;

/** No Service is in front of it, and its author does not say that it answers requests. */
export const servesNobody: Circumstance = ({ fleet, scaler }) =>
    fleet.services.length === 0 && !SERVING.includes(scaler?.intent?.archetype ?? "");

/** It keeps two replicas, enough to lose one. */
export const keepsTwo: Circumstance = ({ scaler, declared }) =>
    Number(scaler === undefined ? valueAt(declared.object, ["spec", "replicas"]) : known(scaler.min)) >= 2;

/** It may rest at fewer than two, and nobody would wait for an answer. */
export const mayLoseAll: Circumstance = (judged) => servesNobody(judged) && !keepsTwo(judged);

export const staysSmall: Circumstance = ({ scaler }) =>
    scaler !== undefined && Number(known(scaler.max)) <= 2;

export const boundsDiffer: Circumstance = ({ scaler }) =>
    scaler !== undefined && known(scaler.min) !== known(scaler.max);

/** No workload of its namespace is in the files, so its target is somebody else's. */
export const standsAlone: Circumstance = ({ fleet, scaler }) =>
    fleet.podTemplates.every(({ namespace }) => namespace !== scaler?.namespace);

/** Its target is in the files, of a kind that the peers do not read. */
export const scalesCustomResource: Circumstance = ({ fleet, scaler }) =>
    fleet.declared.some(
        ({ object }) => object.kind === scaler?.target.kind && object.metadata.name === scaler.target.name,
    );

export const hasSpread: Circumstance = ({ declared }) =>
    valueAt(podOf(declared), ["topologySpreadConstraints"]) !== undefined;

export const hasPriorityClass: Circumstance = ({ declared }) =>
    valueAt(podOf(declared), ["priorityClassName"]) !== undefined;

/** Every container has both requests and a limit of memory: only CPU may be without one. */
export const lacksOnlyCpuLimit: Circumstance = ({ declared }) =>
    containersOf(declared).every((container) =>
        [
            ["requests", "cpu"],
            ["requests", "memory"],
            ["limits", "memory"],
        ].every((field) => valueAt(container, ["resources", ...field]) !== undefined),
    );

/** No probe looks up a port by its name. */
export const probesByNumber: Circumstance = ({ declared }) =>
    containersOf(declared).every((container) =>
        ["livenessProbe", "readinessProbe", "startupProbe"].every((probe) =>
            ["httpGet", "tcpSocket"].every(
                (handler) => typeof valueAt(container, [probe, handler, "port"]) !== "string",
            ),
        ),
    );

export const statesNoStrategy: Circumstance = ({ declared }) =>
    valueAt(declared.object, ["spec", "strategy"]) === undefined &&
    valueAt(declared.object, ["spec", "updateStrategy"]) === undefined;

export const isOfAnotherGroup: Circumstance = ({ declared }) =>
    !declared.object.apiVersion.startsWith("extensions/");

function containersOf(declared: Declared): readonly unknown[] {
    const containers = valueAt(podOf(declared), ["containers"]);
    return Array.isArray(containers) ? containers : [];
}

function podOf({ object }: Declared): unknown {
    const spec = object.kind === "PodTemplate" ? object : valueAt(object, ["spec"]);
    return valueAt(spec, ["template", "spec"]);
}
