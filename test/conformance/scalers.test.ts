import { afterAll, describe, expect, it } from "vitest";
import type { MetricType, Scaler, TriggerArgs } from "../../model/triggers";
import { CATALOGUE, scalerOf } from "../../model/triggers";
import { judge, targetOf } from "../model/triggers/support/judge";
import type { Answer } from "../model/triggers/support/lab";
import { askKeda, questionOf } from "../model/triggers/support/lab";
import { SMALLEST } from "../model/triggers/support/smallest";
import type { ScalerCase } from "./scaler-cases";
import { casesOf } from "./scaler-cases";
import { RENEWS_TABLES, writeTable } from "./write-table";

const SEED = Number(process.env["SCALERS_SEED"] ?? Date.now() % 2 ** 31);
const RANDOM = 60;
/** For scalers whose constructor asks a server; each question takes its time. */
const RANDOM_DIALLING = 4;

/** What we and KEDA said of one case. */
interface Verdict {
    readonly asked: ScalerCase;
    readonly answer: Answer | undefined;
    readonly ours: string | undefined;
    /** What our rules alone say, of the same metadata written by hand. */
    readonly rules: string | undefined;
}

const isRefused = ({ answer }: Verdict): boolean =>
    answer?.outcome === "refused" || answer?.outcome === "crashed";
const shown = ({ asked, answer, ours }: Verdict): string =>
    `${asked.id}: KEDA ${answer?.error ?? "takes it"}; we: ${ours ?? "take it"}; ${JSON.stringify(asked.trigger)}`;

/** Why we refuse what KEDA's constructor takes, by the case. */
function reasonFor({ asked, ours = "" }: Verdict): string {
    const { trigger } = asked;
    const args = Object.values(trigger[scalerOf(trigger)?.member as keyof TriggerArgs] ?? {});
    if (ours.includes("has no effect")) return "it has no effect";
    if (ours.includes("signal")) return "what the number is must be said";
    if (asked.kind === "choice") return "KEDA takes any text for it";
    if (asked.kind === "number") {
        return args.includes(0) || args.includes(1e-5) || args.includes(-1)
            ? "0, less, or rounded to 0"
            : "beyond 32 bits";
    }
    if (asked.kind === "removed") return "KEDA has a default that the HPA refuses, or asks the server first";
    return "the arguments contradict each other";
}

function firstError(trigger: TriggerArgs): string | undefined {
    return judge(trigger).find(({ severity }) => severity === "error")?.message;
}

/** The same trigger in KEDA's own form, as somebody writes it by hand. */
function asRaw(trigger: TriggerArgs): TriggerArgs {
    const { type, metadata, metricType } = questionOf("", trigger);
    return {
        raw: {
            type,
            metadata,
            ...(metricType === undefined ? {} : { metricType: metricType as MetricType }),
        },
        ...(trigger.authentication === undefined ? {} : { authentication: trigger.authentication }),
    };
}

function ask(): Verdict[] {
    const first = askKeda(SMALLEST.map((trigger) => questionOf(scalerOf(trigger)?.type ?? "", trigger)));
    const cases = SMALLEST.flatMap((trigger) => {
        const isDialling = first.get(scalerOf(trigger)?.type ?? "")?.outcome === "unreachable";
        return casesOf(trigger, isDialling ? RANDOM_DIALLING : RANDOM, SEED);
    });
    const answers = askKeda(cases.map(({ id, trigger }) => questionOf(id, trigger)));
    return cases.map((asked) => ({
        asked,
        answer: answers.get(asked.id),
        ours: firstError(asked.trigger),
        rules: firstError(asRaw(asked.trigger)),
    }));
}

function comparesWithKeda(): void {
    const verdicts = ask();

    it("takes the smallest arguments of each scaler, as we do", () => {
        const smallest = verdicts.filter(({ asked }) => asked.kind === "smallest");
        expect(smallest).toHaveLength(CATALOGUE.size);
        expect(smallest.filter((each) => isRefused(each) || each.ours !== undefined).map(shown)).toEqual([]);
    });

    it("refuses nothing that we take", () => {
        expect(verdicts.filter((each) => isRefused(each) && each.ours === undefined).map(shown)).toEqual([]);
    });

    it("refuses nothing that our rules take where it is written by hand", () => {
        expect(verdicts.filter((each) => isRefused(each) && each.rules === undefined).map(shown)).toEqual([]);
    });

    it("takes every arbitrary trigger that we take, with the target that we read", () => {
        const random = verdicts.filter(({ asked, ours }) => asked.kind === "random" && ours === undefined);
        expect(random.length).toBeGreaterThan(CATALOGUE.size);
        const wrong = random.filter(({ asked, answer }) => {
            if (answer?.metric === undefined || asked.type === "cron") return false;
            const { type, value } = targetOf(asked.trigger) ?? {};
            const theirs = Number(answer.metric.target.replace("m", "e-3"));
            return (
                answer.metric.targetType !== type ||
                (value !== undefined && Math.abs(theirs - Number(value)) > 0.0006 * Math.max(1, theirs))
            );
        });
        expect(wrong.map((each) => `${shown(each)} ${JSON.stringify(each.answer?.metric)}`)).toEqual([]);
    });

    if (RENEWS_TABLES) afterAll(() => writeTable("scalers.md", table(verdicts)));
}

describe(`the arguments of all scalers against KEDA 2.20.2 (seed ${SEED})`, comparesWithKeda);

function table(verdicts: readonly Verdict[]): string {
    const rows = [...CATALOGUE.values()].map((scaler) => row(scaler, verdicts));
    return [
        "# All scalers against KEDA",
        "",
        `Run on ${new Date().toISOString().slice(0, 10)} against KEDA 2.20.2's own constructors, seed ${SEED}: ${verdicts.length} triggers.`,
        "Each scaler's smallest arguments, each of them removed, each number out of its type and range, each choice",
        "misspelt, and arbitrary arguments of the right form. *Strict* counts what KEDA's constructor takes and we refuse;",
        "*missed*, what it refuses and we take.",
        "",
        "| scaler | smallest | cases | agreed | strict | missed | why we are stricter |",
        "| --- | --- | --: | --: | --: | --: | --- |",
        ...rows,
        "",
    ].join("\n");
}

function row({ type }: Scaler, verdicts: readonly Verdict[]): string {
    const own = verdicts.filter(({ asked }) => asked.type === type);
    const missed = own.filter((each) => isRefused(each) && each.ours === undefined);
    const strict = own.filter((each) => !isRefused(each) && each.ours !== undefined);
    const smallest = own.find(({ asked }) => asked.kind === "smallest")?.answer?.outcome ?? "";
    const reasons = [...new Set(strict.map(reasonFor))].sort().join("; ");
    const agreed = own.length - missed.length - strict.length;
    return `| ${type} | ${smallest} | ${own.length} | ${agreed} | ${strict.length} | ${missed.length} | ${reasons} |`;
}
