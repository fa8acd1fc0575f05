import { costCard, costData, price, readFleet } from "../../model";
import { JSON_VERSION } from "../json-version";
import { readManifests } from "../manifests/read-manifests";
import { settingsOf } from "../settings-file";

/** What `price` can write. */
export const PRICE_FORMATS = ["text", "json"] as const;

export interface PriceOptions {
    readonly format: (typeof PRICE_FORMATS)[number];
    /** A file of settings, for the facts of the cluster. */
    readonly config?: string;
}

/** `agent-autoscaling price PATH...`: what the scalers in manifests cost. Returns the exit code. */
export async function priceCommand(
    files: readonly string[],
    { format, ...options }: PriceOptions,
    write: (text: string) => void,
): Promise<number> {
    const { platform } = await settingsOf(options);
    const { declared, skipped } = await readManifests(files);
    const report = price(readFleet(declared, platform));
    if (format === "json") {
        write(JSON.stringify({ version: JSON_VERSION, cost: costData(report), skipped }, null, 2));
        return 0;
    }
    const lines =
        report.pools.length === 0
            ? ["no ScaledObject, ScaledJob or HorizontalPodAutoscaler was found"]
            : costCard(report);
    write([...lines, ...skipped.map((reason) => `skipped: ${reason}`)].join("\n"));
    return 0;
}
