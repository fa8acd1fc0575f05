import { spawnSync } from "node:child_process";
import path from "node:path";

/** A check of a peer that fires, and the object on which it does. */
export interface Fired {
    readonly check: string;
    readonly kind: string;
    readonly name: string;
}

/** A tool that also judges manifests before they are applied. */
export interface Peer {
    readonly name: PeerName;
    /** The version that the mappings are of, and the arguments that make it say so. */
    readonly version: string;
    readonly askVersion: readonly string[];
    /** The arguments that make it say as much as it can of files, in JSON. */
    readonly judging: (files: readonly string[]) => readonly string[];
    /** What it says in its JSON. */
    readonly read: (json: unknown) => readonly Fired[];
}

export const PEER_NAMES = ["kube-linter", "kube-score", "polaris"] as const;
export type PeerName = (typeof PEER_NAMES)[number];

/** The folder of their programs. */
const FOLDER = process.env["PEERS"] ?? "";

/** The three, in the versions that are compared. */
export const PEERS: readonly Peer[] = [
    {
        name: "kube-linter",
        version: "0.8.3",
        askVersion: ["version"],
        // Its check of schemas downloads them.
        judging: (files) => [
            ...["lint", "--format=json", "--add-all-built-in", "--exclude=schema-validation"],
            ...files,
        ],
        read: readKubeLinter,
    },
    {
        name: "kube-score",
        version: "1.20.0",
        askVersion: ["version"],
        judging: (files) => ["score", "--output-format=json", "--all-default-optional", ...files],
        read: readKubeScore,
    },
    {
        name: "polaris",
        version: "10.2.2",
        askVersion: ["version"],
        // It reads one file, or the files of one folder.
        judging: (files) => ["audit", "--format=json", `--audit-path=${commonPath(files)}`],
        read: readPolaris,
    },
];

/** The program of a peer. */
export function programOf({ name }: Peer): string {
    return path.join(FOLDER, name);
}

/** What a peer answers; it exits with 1 where it finds something. */
export function askPeer(peer: Peer, args: readonly string[]): { stdout: string; stderr: string } {
    const { error, stdout, stderr } = spawnSync(programOf(peer), args, {
        encoding: "utf8",
        maxBuffer: 2 ** 28,
        // No cluster: only the files are judged.
        env: { PATH: process.env["PATH"], HOME: "/nonexistent" },
    });
    if (error !== undefined) throw error;
    return { stdout, stderr };
}

/** The checks of a peer that fire on a file's objects, each once an object; nothing where it cannot read the file. */
export function firedOn(peer: Peer, file: string): readonly Fired[] | undefined {
    const { stdout, stderr } = askPeer(peer, peer.judging([file]));
    if (stdout === "") {
        if (!stderr.includes("no valid objects found")) throw new Error(`${peer.name}: ${stderr}`);
        return undefined;
    }
    const fired = peer.read(JSON.parse(stdout));
    return [...new Map(fired.map((each) => [JSON.stringify(each), each])).values()];
}

function commonPath(files: readonly string[]): string {
    const [only = ""] = files;
    return files.length === 1 ? only : path.dirname(only);
}

function readKubeLinter(json: unknown): Fired[] {
    const { Reports } = json as {
        Reports:
            | readonly {
                  readonly Check: string;
                  readonly Object: {
                      readonly K8sObject: {
                          readonly Name: string;
                          readonly GroupVersionKind: { readonly Kind: string };
                      };
                  };
              }[]
            | null;
    };
    return (Reports ?? []).map(({ Check, Object: { K8sObject } }) => ({
        check: Check,
        kind: K8sObject.GroupVersionKind.Kind,
        name: K8sObject.Name,
    }));
}

/** The grades of kube-score that are a finding: critical and warning. */
const WORST_ACCEPTED = 7;

function readKubeScore(json: unknown): Fired[] {
    const objects = json as
        | readonly {
              readonly type_meta: { readonly kind: string };
              readonly object_meta: { readonly name: string };
              readonly checks: readonly {
                  readonly check: { readonly id: string };
                  readonly grade: number;
                  readonly skipped: boolean;
              }[];
          }[]
        | null;
    return (objects ?? []).flatMap(({ type_meta, object_meta, checks }) =>
        checks
            .filter(({ grade, skipped }) => !skipped && grade < WORST_ACCEPTED)
            .map(({ check }) => ({ check: check.id, kind: type_meta.kind, name: object_meta.name })),
    );
}

/** Results of polaris by check. */
type PolarisResults = Readonly<Record<string, { readonly Success: boolean }>> | null;

function readPolaris(json: unknown): Fired[] {
    const { Results } = json as {
        Results:
            | readonly {
                  readonly Kind: string;
                  readonly Name: string;
                  readonly Results: PolarisResults;
                  readonly PodResult: {
                      readonly Results: PolarisResults;
                      readonly ContainerResults: readonly { readonly Results: PolarisResults }[] | null;
                  } | null;
              }[]
            | null;
    };
    return (Results ?? []).flatMap(({ Kind, Name, Results: own, PodResult }) =>
        [own, PodResult?.Results, ...(PodResult?.ContainerResults ?? []).map(({ Results: each }) => each)]
            .flatMap((results) => Object.entries(results ?? {}))
            .filter(([, { Success }]) => !Success)
            .map(([check]) => ({ check, kind: Kind, name: Name })),
    );
}
