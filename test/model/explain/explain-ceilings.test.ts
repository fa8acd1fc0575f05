import { describe, expect, it } from "vitest";
import { explain } from "../../../model/explain";
import { readFleet } from "../../../model/fleet";
import { manifests } from "../../../model/manifests";
import type { Declared } from "../../../model";
import { WORKER, changed, resolved } from "../pool/support/pools";

const NIGHT = {
    name: "night",
    start: "0 22 * * *",
    end: "0 6 * * *",
    timeZone: "Europe/Berlin",
    maxReplicas: 5,
};
const declared = manifests(resolved(changed(WORKER, ["scale", "schedules"], [NIGHT])));

function sentences(objects: readonly Declared[]): string[] {
    return explain(readFleet(objects))
        .flatMap(({ sentences: all }) => all.map(({ text }) => text))
        .filter((text) => text.startsWith("CronJobs"));
}

describe("the explanation of ceilings by the clock", () => {
    it("says when they are set, to what, and what holds until then", () => {
        expect(sentences(declared)).toEqual([
            'CronJobs set the ceiling: 5 replicas from "0 22 * * *" in Europe/Berlin, 40 replicas from "0 6 * * *" in Europe/Berlin. What is created between two of them holds its own number until the next one comes.',
        ]);
    });

    it("is silent about CronJobs of another scaler, other work and other patches", () => {
        const edit = (from: string, to: string) =>
            declared.map((each) =>
                each.object.kind === "CronJob"
                    ? {
                          ...each,
                          object: JSON.parse(
                              JSON.stringify(each.object).replaceAll(from, to),
                          ) as typeof each.object,
                      }
                    : each,
            );
        expect(sentences(edit('"research"', '"other"'))).toEqual([]);
        expect(sentences(edit('"agents"', '"elsewhere"'))).toEqual([]);
        expect(sentences(edit('"patch"', '"delete"'))).toEqual([]);
        expect(sentences(edit("--patch={", "--patch=["))).toEqual([]);
        expect(sentences(edit("maxReplicaCount", "minReplicaCount"))).toEqual([]);
        expect(sentences(manifests(resolved(WORKER)))).toEqual([]);
    });
});
