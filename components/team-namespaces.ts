import { runtime } from "@pulumi/pulumi";
import type { Finding } from "../model/findings";
import { problem } from "../model/arguments";

/** The namespaces of a program's teams and who has each; programs in one process have an engine each. */
const taken = new WeakMap<object, Map<string, string>>();

/**
 * Takes a namespace for a team. Two teams in one would share a quota that knows only one of them; in a preview the
 * engine sees no more than two resources of different names.
 */
export function takeNamespace(namespace: string, team: string): Finding[] {
    const teams = teamsOf(runtime.getMonitor());
    const owner = teams.get(namespace);
    if (owner === undefined) {
        teams.set(namespace, team);
        return [];
    }
    return [
        problem(
            ["namespace"],
            `is ${JSON.stringify(namespace)}, which the team ${JSON.stringify(owner)} has already`,
            "give each team a namespace of its own, or the pools of both to one team",
        ),
    ];
}

function teamsOf(engine: object | undefined): Map<string, string> {
    if (engine === undefined) return new Map();
    const found = taken.get(engine) ?? new Map<string, string>();
    taken.set(engine, found);
    return found;
}
