import { spawnSync } from "node:child_process";
import path from "node:path";
import { PEERS, programOf } from "./peers";

const MAIN = path.join(__dirname, "../../dist/cli/main.js");
const RUNS = 5;

/** What one run over all files takes; the middle one of several. */
export interface Cost {
    readonly name: string;
    /** How it was called, with `FILES` for the files. */
    readonly command: string;
    /** Of the processors, which other programs change little. */
    readonly seconds: number;
    readonly megabytes: number;
}

/** What each program takes for so many files, ours first. */
export interface Costs {
    readonly files: number;
    readonly programs: readonly Cost[];
}

/** What the peers and our `check` take for the same files. */
export function peerCosts(files: readonly string[]): Costs {
    const ours = [MAIN, "check", "--format", "json", ...files];
    const programs = [
        costOf("check", process.execPath, ours, files),
        costOf("node", process.execPath, ["--print", "0"], files),
        ...PEERS.map((peer) => costOf(peer.name, programOf(peer), peer.judging(files), files)),
    ];
    return { files: files.length, programs };
}

function costOf(name: string, program: string, args: readonly string[], files: readonly string[]): Cost {
    const runs = Array.from({ length: RUNS }, () => measured(program, args));
    return {
        name,
        command: shownCommand(program, args, files),
        seconds: middle(runs.map(({ seconds }) => seconds)),
        megabytes: middle(runs.map(({ megabytes }) => megabytes)),
    };
}

/** GNU time says how long a program had a processor, for itself and in the kernel, and its memory at most. */
function measured(program: string, args: readonly string[]): { seconds: number; megabytes: number } {
    const { stdout, stderr } = spawnSync("/usr/bin/time", ["--format=%U %S %M", program, ...args], {
        encoding: "utf8",
        maxBuffer: 2 ** 28,
    });
    const figures = (stderr.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
    const [user = NaN, system = NaN, kilobytes = NaN] = figures;
    if (Number.isNaN(kilobytes) || !isJson(stdout)) throw new Error(`${program} was not measured: ${stderr}`);
    return { seconds: user + system, megabytes: kilobytes / 1024 };
}

/** All answer in JSON; what fails does not. */
function isJson(text: string): boolean {
    try {
        JSON.parse(text);
        return true;
    } catch {
        return false;
    }
}

function middle(numbers: readonly number[]): number {
    return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

function shownCommand(program: string, args: readonly string[], files: readonly string[]): string {
    const [first = ""] = files;
    const named = new Set(files);
    const shown = args.flatMap((arg) => {
        if (arg === first) return ["FILES"];
        if (named.has(arg)) return [];
        return [arg === MAIN ? "dist/cli/main.js" : arg.replace(path.dirname(first), "FOLDER")];
    });
    return [path.basename(program), ...shown].join(" ");
}
