import type { ComponentResource, Inputs, Resource } from "@pulumi/pulumi";
import { log } from "@pulumi/pulumi";
import type { Declared } from "../model/declared";
import type { Finding } from "../model/findings";
import { dayOf, findingData, formatFinding } from "../model/findings";
import type { Fleet } from "../model/fleet";
import { readFleet } from "../model/fleet";
import type { Platform } from "../model/platform";
import { RULES, check } from "../model/rules";
import { registerChildren } from "./register";
import type { ResourceClasses } from "./resource-class";

/** What a component decided about its arguments. */
export interface Decided {
    /** What it consists of; nothing where its arguments have errors. */
    readonly declared: readonly Declared[];
    /** What is wrong with its arguments. */
    readonly findings: readonly Finding[];
    readonly platform?: Platform;
}

/** A component whose children are registered, unless it is refused. */
export interface Built {
    readonly children: ReadonlyMap<string, Resource>;
    /** What makes it impossible; with any there are no children. */
    readonly errors: readonly Finding[];
    /** What it consists of, as rules and prices read it. */
    readonly fleet: Fleet;
}

/**
 * Registers what a component consists of when nothing in it is impossible, and logs what is doubtful. The rules judge it
 * as they judge anyone's resources.
 */
export function build(
    component: ComponentResource,
    name: string,
    { declared, findings, platform }: Decided,
    classes?: ResourceClasses,
): Built {
    const fleet = readFleet(declared, platform);
    const all = [...findings, ...judge(fleet)];
    const errors = all.filter(({ severity }) => severity === "error");
    if (errors.length > 0) return { children: new Map(), errors, fleet };
    warn(component, all);
    note(component, findings);
    return { children: registerChildren(component, name, declared, classes), errors, fleet };
}

/** What the rules find in a component today. */
export function judge(fleet: Fleet): Finding[] {
    return check(fleet, RULES, { today: dayOf(new Date()) });
}

/** Logs what is only doubtful, unless the component is exempt from it. */
export function warn(component: ComponentResource, findings: readonly Finding[]): void {
    for (const finding of findings) {
        if (finding.severity === "warning" && finding.exemption === undefined)
            void log.warn(formatFinding(finding), component);
    }
}

/** Tells what of the arguments could not be checked; notes of the rules are for the doors that show all findings. */
function note(component: ComponentResource, findings: readonly Finding[]): void {
    for (const finding of findings) {
        if (finding.severity === "note") void log.info(formatFinding(finding), component);
    }
}

/**
 * The outputs of a component for the engine; one that is refused says why in them, for the doors that read a program
 * without an engine.
 */
export function outputsOf(outputs: Inputs, errors: readonly Finding[]): Inputs {
    return errors.length === 0 ? outputs : { ...outputs, refused: errors.map(findingData) };
}
