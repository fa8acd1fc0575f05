import type { Declared } from "../../../../model/declared";
import type { Topic } from "../../../../model/explain";
import { explain } from "../../../../model/explain";
import { readFleet } from "../../../../model/fleet";

/** What is said of the autoscalers among objects, of one topic or of all. */
export function sentences(declared: readonly Declared[], topic?: Topic): string[] {
    return explain(readFleet(declared)).flatMap((explanation) =>
        explanation.sentences
            .filter((each) => topic === undefined || each.topic === topic)
            .map(({ text }) => text),
    );
}
