import type { Path } from "../declared";
import { problem, quote } from "../arguments";
import type { Finding } from "../findings";
import type { Interval, LostFiring, Window } from "../schedule";
import { describeWindow, expandYear, formatLocalTime, readWindow } from "../schedule";
import { NodeGroupPart } from "./choices";
import type { EksSpotNodeGroupArgs, NodeScheduleArgs } from "./eks-spot-node-group-args";

/** Scheduled actions that an Auto Scaling group may have (Amazon EC2 Auto Scaling quotas), and those of a window. */
const MOST_ACTIONS = 125;
const ACTIONS_OF_WINDOW = 2;

/** A window that can be read. */
interface ReadSchedule {
    readonly index: number;
    readonly args: NodeScheduleArgs;
    readonly window: Window;
}

/**
 * Windows that two actions each cannot keep. A group has no windows: it has the floor of its last action, so windows may
 * neither overlap nor meet, and each start needs one end.
 */
export function nodeScheduleProblems(args: EksSpotNodeGroupArgs): Finding[] {
    const { schedules = [] } = args;
    const findings = [
        ...countProblems(schedules),
        ...schedules.flatMap((schedule, index) => [
            ...nameProblems(schedules, index),
            ...floorProblems(args, schedule, at(index)),
        ]),
    ];
    const read = schedules.flatMap((schedule, index): (ReadSchedule | Finding)[] => {
        const { name, start, end, timeZone } = schedule;
        const window = readWindow({ start, end, timeZone });
        return "start" in window
            ? [{ index, args: schedule, window }]
            : window.map(({ member, message, fix }) =>
                  problem([...at(index), member], `of ${quote(name)} is wrong: ${message}`, fix),
              );
    });
    const unreadable = read.filter((each): each is Finding => "severity" in each);
    const windows = read.filter((each): each is ReadSchedule => "window" in each);
    const unpaired = windows.flatMap(pairingProblems);
    const overlaps = unpaired.length === 0 ? overlapProblems(windows) : [];
    return [...findings, ...unreadable, ...unpaired, ...overlaps];
}

function at(index: number): Path {
    return ["schedules", index];
}

function countProblems(schedules: readonly NodeScheduleArgs[]): Finding[] {
    const most = Math.floor(MOST_ACTIONS / ACTIONS_OF_WINDOW);
    if (schedules.length <= most) return [];
    return [
        problem(
            ["schedules"],
            `has ${schedules.length} windows of two actions each, and a group may have ${MOST_ACTIONS}`,
            `give at most ${most}`,
        ),
    ];
}

function nameProblems(schedules: readonly NodeScheduleArgs[], index: number): Finding[] {
    const name = schedules[index]?.name ?? "";
    if (schedules.findIndex((other) => other.name === name) === index) return [];
    return [problem([...at(index), "name"], `is ${quote(name)}, which is taken`, "choose another")];
}

function floorProblems(
    { spot, onDemandBase }: EksSpotNodeGroupArgs,
    { minSize, part = NodeGroupPart.Spot }: NodeScheduleArgs,
    path: Path,
): Finding[] {
    const isBase = part === NodeGroupPart.OnDemandBase;
    const bounds = isBase ? onDemandBase : spot;
    const group = isBase ? "onDemandBase" : "spot";
    if (bounds === undefined) {
        return [problem([...path, "part"], "is OnDemandBase, and there is none", "give onDemandBase")];
    }
    if (minSize > bounds.maxSize) {
        return [
            problem(
                [...path, "minSize"],
                `is ${minSize}, above ${group}.maxSize ${bounds.maxSize}`,
                `use ${bounds.maxSize} or less, or a ${group}.maxSize of ${minSize} or more`,
            ),
        ];
    }
    if (minSize > bounds.minSize) return [];
    return [
        problem(
            [...path, "minSize"],
            `is ${minSize}, and outside of the window the floor is ${bounds.minSize} (${group}.minSize)`,
            `use ${bounds.minSize + 1} or more, or lower ${group}.minSize`,
        ),
    ];
}

/** Windows of which starts and ends do not take turns, in each year. */
function pairingProblems({ index, args, window }: ReadSchedule): Finding[] {
    const described = describeWindow(window);
    const { startNeverFires, endNeverFires, startIsEnd, lostStarts, lostEnds } = described;
    if (startNeverFires) return [problem([...at(index), "start"], "never comes", "give a time that comes")];
    if (endNeverFires) return [problem([...at(index), "end"], "never comes", "give a time that comes")];
    if (startIsEnd) {
        return [problem([...at(index), "end"], "comes with each start", "give the time at which it ends")];
    }
    const lost = [
        ...lostProblems([...at(index), "start"], args.timeZone, lostStarts),
        ...lostProblems([...at(index), "end"], args.timeZone, lostEnds),
    ];
    // Where one edge is lost, the other comes twice.
    return lost.length > 0 ? lost : repeatProblems(described, at(index));
}

function repeatProblems(
    { repeatedStarts, repeatedEnds }: ReturnType<typeof describeWindow>,
    path: Path,
): Finding[] {
    const fix = "name the same days in both, so that each start has one end";
    if (repeatedStarts.count > 0) {
        const count = `${repeatedStarts.count} times a year`;
        return [problem([...path, "start"], `comes again before an end, ${count}`, fix)];
    }
    if (repeatedEnds.count === 0) return [];
    return [
        problem(
            [...path, "end"],
            `comes again without a start before it, ${repeatedEnds.count} times a year`,
            fix,
        ),
    ];
}

function lostProblems(path: Path, timeZone: string, [lost]: readonly LostFiring[]): Finding[] {
    if (lost === undefined) return [];
    return [
        problem(
            path,
            `does not come on the day that the clock is put forward in ${timeZone} (${formatLocalTime(lost.localTime)})`,
            "move it out of that hour, or use UTC",
        ),
    ];
}

function overlapProblems(windows: readonly ReadSchedule[]): Finding[] {
    const open = new Map(windows.map(({ index, window }) => [index, expandYear(window)]));
    return windows.flatMap(({ index, args }) => {
        const other = windows.find(
            (each) =>
                each.index < index &&
                (each.args.part ?? NodeGroupPart.Spot) === (args.part ?? NodeGroupPart.Spot) &&
                meets(open.get(each.index) ?? [], open.get(index) ?? []),
        );
        if (other === undefined) return [];
        return [
            problem(
                at(index),
                `(${quote(args.name)}) overlaps with ${quote(other.args.name)}, or begins as it ends: the group keeps the floor of its last action alone`,
                "make windows of them that do not overlap, with a minute at least between the two",
            ),
        ];
    });
}

/** Whether two sorted lists of times have one in common, their ends included: two actions at once have no order. */
function meets(times: readonly Interval[], others: readonly Interval[]): boolean {
    let next = 0;
    return times.some(({ from, to }) => {
        while ((others[next]?.to ?? Infinity) < from) next++;
        return (others[next]?.from ?? Infinity) <= to;
    });
}
