import { copyFileSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import { readManifests } from "../../cli/manifests/read-manifests";
import type { Declared } from "../../model/declared";
import { showLeaf } from "../../model/declared";
import type { Finding } from "../../model/findings";
import type { Fleet } from "../../model/fleet";
import { readFleet } from "../../model/fleet";
import { RULES, check } from "../../model/rules";
import type { PeerClaim, Silence } from "./peer-claim";
import { CLAIMS, OUTSIDE } from "./peer-claims";
import type { Judged } from "./peer-circumstances";
import { poolOf } from "./peer-circumstances";
import type { Fired, Peer, PeerName } from "./peers";
import { PEERS, firedOn } from "./peers";

const MANIFESTS = path.join(__dirname, "../../../shared/data/real-manifests/manifests.jsonl");
/** Our examples, and mistakes that the published configurations do not have. */
const OURS = { example: "../../examples/check", mistake: "peer-mistakes" };

/** What a peer says of an object in our area, and what we say of it. */
export interface Said {
    readonly file: string;
    readonly peer: PeerName;
    readonly check: string;
    readonly object: string;
    readonly claim: PeerClaim;
    /** Whether one of our rules says it too. */
    readonly isSaidByUs: boolean;
    /** Why none does, where there is a reason. */
    readonly silence: Silence | undefined;
}

/** What is said of one file. */
export interface Comparison {
    readonly file: string;
    /** Whether it was written for this comparison. */
    readonly isMistake: boolean;
    readonly said: readonly Said[];
    readonly findings: readonly Finding[];
    /** Checks of a peer that are not in the data, or are about an object that is not in the file. */
    readonly unmapped: readonly string[];
    /** The peers that cannot read it. */
    readonly unread: readonly PeerName[];
}

/** Writes each published configuration, and each file of ours, into a folder. */
export function writeFiles(folder: string): string[] {
    for (const line of readFileSync(MANIFESTS, "utf8").split("\n").filter(Boolean)) {
        const { id, manifest } = JSON.parse(line) as { id: string; manifest: readonly object[] };
        writeFileSync(
            path.join(folder, `${id}.yaml`),
            manifest.map((object) => stringify(object)).join("---\n"),
        );
    }
    for (const [kind, source] of Object.entries(OURS)) {
        for (const name of readdirSync(path.join(__dirname, source))) {
            copyFileSync(path.join(__dirname, source, name), path.join(folder, `${kind}-${name}`));
        }
    }
    return readdirSync(folder)
        .sort()
        .map((name) => path.join(folder, name));
}

/** Asks the peers and ourselves of a file. We ask for everything that we have: the profile `strict`. */
export async function compare(file: string): Promise<Comparison> {
    const { declared } = await readManifests([file]);
    const fleet = readFleet(declared);
    const findings = check(fleet, RULES, {
        guardrails: { profile: "strict", onUnknown: "advisory", rules: {} },
    });
    const name = path.basename(file);
    const answers = PEERS.map((peer) => ({ peer, fired: firedOn(peer, file) }));
    const said = answers.flatMap(({ peer, fired = [] }) =>
        fired
            .filter((each) => !OUTSIDE[peer.name].includes(each.check))
            .map((each) => ({ file: name, peer: peer.name, ...compared(fleet, findings, peer, each) })),
    );
    return {
        file: name,
        isMistake: name.startsWith("mistake-"),
        said: said.filter((each) => "claim" in each),
        findings,
        unmapped: said.flatMap((each) =>
            "claim" in each ? [] : `${each.peer}: ${each.check} of ${each.object}`,
        ),
        unread: answers.flatMap(({ peer, fired }) => (fired === undefined ? peer.name : [])),
    };
}

type Compared = Omit<Said, "file" | "peer">;

/** What we say of the object of which a check fires; without a claim where the data or the file do not have it. */
function compared(
    fleet: Fleet,
    findings: readonly Finding[],
    peer: Peer,
    { check: id, kind, name }: Fired,
): Compared | Pick<Compared, "check" | "object"> {
    const object = `${kind} ${name}`;
    const claim = CLAIMS.find(({ checks }) => checks[peer.name]?.includes(id));
    const declared = fleet.declared.find((each) => nameOf(each) === object);
    if (claim === undefined || declared === undefined) return { check: id, object };
    const pool = poolOf(fleet, declared);
    const scaler = fleet.scalers.find((each) => pool.includes(each.declared));
    const isSaidByUs = isSaid(findings, claim, pool);
    const silence = isSaidByUs ? undefined : silenceOf(claim, { fleet, declared, scaler });
    return { check: id, object, claim, isSaidByUs, silence };
}

/** No file has two objects of one kind and name. */
function nameOf({ object }: Declared): string {
    return `${object.kind} ${String(object.metadata.name)}`;
}

function isSaid(findings: readonly Finding[], { rules }: PeerClaim, pool: readonly Declared[]): boolean {
    const names = new Set(pool.map(nameOf));
    return findings.some(
        ({ id, resource }) =>
            rules.includes(id) &&
            resource !== undefined &&
            names.has(`${resource.kind} ${showLeaf(resource.name)}`),
    );
}

function silenceOf({ silences = [] }: PeerClaim, judged: Judged): Silence | undefined {
    return silences.find(({ of }) => of === undefined || of(judged));
}
