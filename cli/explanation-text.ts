import type { Explanation } from "../model";
import { showName } from "../model";
import { section } from "./section";

/** What one scaler will do, under its name. */
export function explanationLines(explanation: Explanation): string[] {
    return section(
        `What ${explanation.kind} ${showName(explanation)} will do`,
        explanation.sentences.map(({ text }) => text),
    );
}
