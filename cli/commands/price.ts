import type { CostIncrease, CostReport, PlatformArgs } from "../../model";
import { costBasis, costCard, costData, costIncrease, price, readFleet, roundToCents } from "../../model";
import { costTable, increaseTable } from "../cost/cost-tables";
import type { Table } from "../cost/table";
import { escapeMarkdown, markdownTable, textTable } from "../cost/table";
import { InputError } from "../input-error";
import { JSON_VERSION } from "../json-version";
import { readManifests } from "../manifests/read-manifests";
import { settingsOf } from "../settings-file";

/** What `price` can write. */
export const PRICE_FORMATS = ["text", "json", "markdown"] as const;

export interface PriceOptions {
    readonly format: (typeof PRICE_FORMATS)[number];
    /** A file of settings, for the facts of the cluster. */
    readonly config?: string;
    /** Manifests of what is deployed, with which the others are compared. */
    readonly against?: readonly string[];
    /** The largest growth of all ceilings together, in percent, that does not fail. Default: none fails. */
    readonly mostIncrease?: number;
}

/** What was priced, and what it is compared with. */
interface Priced {
    readonly report: CostReport;
    readonly increase: CostIncrease | undefined;
    readonly skipped: readonly string[];
}

/**
 * `agent-autoscaling price PATH...`: what the scalers in manifests cost, and with `--against` how that differs from what
 * others cost. Returns the exit code: 1 where the ceilings grow by more than `--most-increase`.
 */
export async function priceCommand(
    files: readonly string[],
    { format, against, mostIncrease, ...options }: PriceOptions,
    write: (text: string) => void,
): Promise<number> {
    if (mostIncrease !== undefined && against === undefined) {
        throw new InputError("--most-increase compares: name what is deployed with --against");
    }
    const { platform } = await settingsOf(options);
    const proposed = await readPriced(files, platform);
    const deployed = against === undefined ? undefined : await readPriced(against, platform);
    const priced: Priced = {
        report: proposed.report,
        increase: deployed === undefined ? undefined : costIncrease(deployed.report, proposed.report),
        skipped: [...proposed.skipped, ...(deployed?.skipped ?? [])],
    };
    write(format === "json" ? json(priced) : lines(priced, format).join("\n"));
    return priced.increase !== undefined && exceeds(priced.increase, mostIncrease) ? 1 : 0;
}

/** Whether the ceilings grow by more than a percentage, to the cent; from nothing, any growth is more. */
function exceeds({ total }: CostIncrease, percent: number | undefined): boolean {
    if (percent === undefined) return false;
    const { beforeUsdPerMonth, changeUsdPerMonth } = total;
    return roundToCents(changeUsdPerMonth) > roundToCents((beforeUsdPerMonth * percent) / 100);
}

async function readPriced(
    files: readonly string[],
    platform: PlatformArgs,
): Promise<Omit<Priced, "increase">> {
    const { declared, skipped } = await readManifests(files);
    return { report: price(readFleet(declared, platform)), skipped };
}

function json({ report, increase, skipped }: Priced): string {
    const data = {
        version: JSON_VERSION,
        cost: costData(report),
        ...(increase === undefined ? {} : { increase }),
        skipped,
    };
    return JSON.stringify(data, null, 2);
}

function lines({ report, increase, skipped }: Priced, format: "text" | "markdown"): string[] {
    const left = skipped.map((reason) => `skipped: ${reason}`);
    const priced = increase?.pools ?? [...report.pools, ...report.warm];
    if (priced.length === 0) {
        return ["no ScaledObject, ScaledJob or HorizontalPodAutoscaler was found", ...left];
    }
    if (format === "text") {
        return increase === undefined
            ? [...costCard(report), ...left]
            : [...textTable(increaseTable(increase)), ...costBasis(report), ...left];
    }
    const [title, table]: [string, Table] =
        increase === undefined
            ? ["What pools cost, in US dollars a month", costTable(report)]
            : ["What ceilings cost, in US dollars a month", increaseTable(increase)];
    const notes = [...costBasis(report), ...left].map((line) => `- ${escapeMarkdown(line)}`);
    return [`**${title}**`, "", ...markdownTable(table), "", ...notes];
}
