import { listed, problem, quote } from "../arguments";
import type { Finding } from "../findings";
import { nearest } from "../findings";
import type { AgentTeamArgs } from "./args";
import { priorityClassName } from "./priority-classes";

/** Priority classes that pools name and the team, whose names they have, does not make. */
export function priorityProblems(name: string, { pools, priorities = {} }: AgentTeamArgs): Finding[] {
    const keys = Object.keys(priorities);
    return Object.entries(pools).flatMap(([key, { placement }]) => {
        const given = placement?.priorityClassName;
        if (typeof given !== "string") return [];
        const path = ["pools", key, "placement", "priorityClassName"];
        if (keys.includes(given)) return [shortName(path, given, priorityClassName(name, given))];
        const classes = keys.map((each) => priorityClassName(name, each));
        const isOfTeam = given.startsWith(priorityClassName(name, ""));
        return isOfTeam && !classes.includes(given) ? [noClass(path, given, classes)] : [];
    });
}

/** A class has the team's name in front; the short one is no class of the cluster. */
function shortName(path: readonly string[], given: string, full: string): Finding {
    return problem(
        path,
        `is ${quote(given)}, and the team's class is called ${quote(full)}, since the whole cluster sees it`,
        `use ${quote(full)}`,
    );
}

/** The API server refuses pods of a class that is not there (plugin/pkg/admission/priority). */
function noClass(path: readonly string[], given: string, classes: readonly string[]): Finding {
    const meant = nearest(given, classes);
    const known = classes.length === 0 ? "no class at all" : listed(classes.map(quote), "and");
    return problem(
        path,
        `is ${quote(given)}, which is called like a class of the team, and priorities makes ${known}`,
        meant === undefined
            ? "add the class to priorities, or name one that is there"
            : `use ${quote(meant)}, or add the class to priorities`,
    );
}
