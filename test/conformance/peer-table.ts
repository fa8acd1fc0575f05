import { RULES } from "../../model/rules";
import type { Concern } from "./peer-claim";
import { CONCERNS } from "./peer-claim";
import { CLAIMS } from "./peer-claims";
import type { Comparison, Said } from "./peer-comparison";
import type { Cost, Costs } from "./peer-cost";
import type { PeerName } from "./peers";
import { PEERS, PEER_NAMES } from "./peers";

/** What all say of all files, as a page. */
export function peersTable(comparisons: readonly Comparison[], costs: readonly Costs[]): string {
    const said = comparisons.flatMap((comparison) => comparison.said);
    const counted = comparisons.filter(({ isMistake }) => !isMistake);
    return [
        "# Peers",
        "",
        `Run on ${new Date().toISOString().slice(0, 10)} over ${comparisons.length} files, each by itself: ${counted.length} published configurations of autoscaling and examples of ours, and`,
        `${comparisons.length - counted.length} with mistakes that those do not have, so that each check that is compared fires somewhere.`,
        `${PEERS.map(({ name, version }) => `${name} ${version}`).join(", ")}, with all checks that need no network; ours with the profile \`strict\`.`,
        ...unreadLines(comparisons),
        "",
        "## What is found",
        "",
        `Of the ${counted.length} published files and examples, those of which each says something, by what it is about. _Only we_ counts`,
        "the files of which no peer says anything of it, _only peers_ those of which we do not, each for a reason that the",
        "next table has.",
        "",
        `| about | ${PEER_NAMES.join(" | ")} | ours | only we | only peers |`,
        "| --- | --: | --: | --: | --: | --: | --: |",
        ...CONCERNS.map((concern) => concernRow(concern, counted)),
        "",
        "## Where we are silent",
        "",
        "Of all files.",
        "",
        "| why | objects | checks |",
        "| --- | --: | --- |",
        ...silenceRows(said),
        "",
        "## What only we find",
        "",
        "Rules that no check of a peer is like, and the published files and examples in which they find something.",
        "",
        "| rule | files | what must hold |",
        "| --- | --: | --- |",
        ...ownRows(counted),
        "",
        "## Time and memory",
        "",
        "All files in one run, then copies of them in namespaces of their own; the middle of five runs by GNU time. Seconds",
        "are the processor's, memory is what was held at most, and the columns after them are theirs divided by ours. A run",
        "of Node that does nothing is the second line.",
        "",
        "| files | program | seconds | MiB | seconds / ours | MiB / ours | command |",
        "| --: | --- | --: | --: | --: | --: | --- |",
        ...costs.flatMap(({ files, programs }) =>
            programs.map((cost) => costRow(files, cost, programs[0] ?? cost)),
        ),
        "",
    ].join("\n");
}

function concernRow(concern: Concern, comparisons: readonly Comparison[]): string {
    const rules = new Set(CLAIMS.flatMap((claim) => (claim.concern === concern ? claim.rules : [])));
    const byUs = filesWhere(comparisons, ({ findings }) => findings.some(({ id }) => rules.has(id)));
    const byPeers = PEER_NAMES.map((name) =>
        filesWhere(comparisons, ({ said }) =>
            said.some(({ peer, claim }) => peer === name && claim.concern === concern),
        ),
    );
    const byAny = new Set(byPeers.flatMap((files) => [...files]));
    const counts = [
        ...byPeers.map(({ size }) => size),
        byUs.size,
        [...byUs].filter((file) => !byAny.has(file)).length,
        [...byAny].filter((file) => !byUs.has(file)).length,
    ];
    return `| ${concern} | ${counts.join(" | ")} |`;
}

function filesWhere(
    comparisons: readonly Comparison[],
    holds: (comparison: Comparison) => boolean,
): ReadonlySet<string> {
    return new Set(comparisons.filter(holds).map(({ file }) => file));
}

/** The reasons, those of most objects first. */
function silenceRows(said: readonly Said[]): string[] {
    const reasons = new Set(said.flatMap(({ silence }) => silence?.because ?? []));
    return [...reasons]
        .map((because) => {
            const silent = said.filter(({ silence }) => silence?.because === because);
            return {
                because,
                objects: new Set(silent.map(({ file, object }) => `${file} ${object}`)).size,
                checks: PEER_NAMES.flatMap((name) => checksOf(name, silent)).join("; "),
            };
        })
        .sort((a, b) => b.objects - a.objects || (a.because < b.because ? -1 : 1))
        .map(({ because, objects, checks }) => `| ${because} | ${objects} | ${checks} |`);
}

/** `polaris: cpuRequestsMissing, memoryRequestsMissing`; nothing where the peer says none of it. */
function checksOf(name: PeerName, silent: readonly Said[]): string[] {
    const checks = new Set(silent.flatMap(({ peer, check }) => (peer === name ? check : [])));
    return checks.size === 0 ? [] : [`${name}: ${[...checks].sort().join(", ")}`];
}

function unreadLines(comparisons: readonly Comparison[]): string[] {
    return comparisons.flatMap(({ file, unread }) =>
        unread.map((name) => `${name} reads nothing of \`${file}\`.`),
    );
}

function ownRows(comparisons: readonly Comparison[]): string[] {
    const shared = new Set(CLAIMS.flatMap(({ rules }) => rules));
    return RULES.filter(({ id }) => !shared.has(id)).flatMap(({ id, title }) => {
        const { size } = filesWhere(comparisons, ({ findings }) => findings.some((each) => each.id === id));
        return size === 0 ? [] : [`| ${id} | ${size} | ${title} |`];
    });
}

function costRow(files: number, { name, command, seconds, megabytes }: Cost, ours: Cost): string {
    const figures = [
        seconds.toFixed(2),
        megabytes.toFixed(0),
        (seconds / ours.seconds).toFixed(2),
        (megabytes / ours.megabytes).toFixed(2),
    ];
    return `| ${files} | ${name} | ${figures.join(" | ")} | \`${command}\` |`;
}
