import { runtime } from "@pulumi/pulumi";
import { problem, quote } from "../model/arguments";
import type { Path } from "../model/declared";
import { formatPath } from "../model/declared";
import type { Finding } from "../model/findings";
import type { Team } from "../model/team";
import { priorityClassName, teamPoolName } from "../model/team";

/** What a program, or a cluster, has only one of under a name. */
type Kind = "team" | "namespace" | "priority class" | "pool";

/** A name that a team has, and the argument that it is from. */
interface TeamName {
    readonly kind: Kind;
    readonly name: string;
    readonly team: string;
    readonly path: Path;
}

/** The name under which the engine gets a team; it stops a program at a second component of one name before it says why. */
export function engineName(name: string, clashes: readonly Finding[]): string {
    return clashes.some(({ path }) => path === "name") ? `${name} (again)` : name;
}

/** The names of a program's teams and who has each; programs in one process have an engine each. */
const taken = new WeakMap<object, Map<string, TeamName>>();

/**
 * Takes the names of a team, or none of them where another team has one. In a preview two objects of one name are no
 * more than two resources to the engine, and two pools of one name stop it when half of a team is registered.
 */
export function takeNames(team: Team): Finding[] {
    const owners = ownersOf(runtime.getMonitor());
    const names = namesOf(team);
    const clashes = names.flatMap((name) => {
        const owner = owners.get(keyOf(name));
        return owner === undefined ? [] : [{ name, owner }];
    });
    if (clashes.length === 0) for (const name of names) owners.set(keyOf(name), name);
    // Two teams of one name may have all other names in common too, and that is one mistake.
    const ofTeam = clashes.filter(({ name }) => name.kind === "team");
    return (ofTeam.length > 0 ? ofTeam : clashes).map(({ name, owner }) => clash(name, owner));
}

function namesOf({ name: team, namespace, priorities, pools }: Team): TeamName[] {
    return [
        { kind: "team", name: team, team, path: ["name"] },
        { kind: "namespace", name: namespace, team, path: ["namespace"] },
        ...Object.keys(priorities).map((key): TeamName => {
            return {
                kind: "priority class",
                name: priorityClassName(team, key),
                team,
                path: ["priorities", key],
            };
        }),
        ...pools.map(({ key }): TeamName => {
            return { kind: "pool", name: teamPoolName(team, key), team, path: ["pools", key] };
        }),
    ];
}

function keyOf({ kind, name }: TeamName): string {
    return `${kind} ${name}`;
}

function clash({ kind, name, team, path }: TeamName, owner: TeamName): Finding {
    if (kind === "team") {
        const message = `is ${quote(name)}, which another team of the program is called already`;
        return problem(path, message, "give each team a name of its own");
    }
    if (kind === "namespace") {
        return problem(
            path,
            `is ${quote(name)}, which the team ${quote(owner.team)} has already`,
            "give each team a namespace of its own, or the pools of both to one team",
        );
    }
    return problem(
        path,
        `of the team ${quote(team)} is the ${kind} ${quote(name)}, and so is ${formatPath(owner.path)} of the team ${quote(owner.team)}`,
        "call one of the two something else: its name is <team>-<key>",
    );
}

function ownersOf(engine: object | undefined): Map<string, TeamName> {
    if (engine === undefined) return new Map();
    const found = taken.get(engine) ?? new Map<string, TeamName>();
    taken.set(engine, found);
    return found;
}
