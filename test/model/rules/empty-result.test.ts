import { describe, expect, it } from "vitest";
import { emptyResult } from "../../../model/rules/empty-result";
import { findings } from "./support/findings";
import { prometheus, redis, scaledJob, scaledObject, secret, unknown } from "./support/objects";

describe("empty-result", () => {
    const asks = (metadata: object) => scaledObject({ triggers: [prometheus(metadata)] });
    const path = "spec.triggers[0].metadata.ignoreNullValues";

    it("reports KEDA's default, and the same written out", () => {
        for (const value of [undefined, "", "true", "1"]) {
            expect(findings(emptyResult, asks({ ignoreNullValues: value }))).toMatchObject([
                {
                    severity: "warning",
                    message:
                        "an empty result of prometheus counts as 0, and an outage of it takes replicas away",
                    fix: 'set ignoreNullValues to "false", or write "or vector(0)" where nothing means 0',
                    path,
                },
            ]);
        }
    });

    it("is quiet where an empty result fails, and where its author says that it is 0", () => {
        for (const value of ["false", "F", " false "]) {
            expect(findings(emptyResult, asks({ ignoreNullValues: value }))).toEqual([]);
        }
        for (const query of [
            "sum(tasks) or vector(0)",
            "sum(tasks) OR on() vector( 0 )",
            "(sum(tasks)\n  or\n  vector(0))",
        ]) {
            expect(findings(emptyResult, asks({ query }))).toEqual([]);
        }
        for (const query of ["sum(tasks) or vector(1)", "sum(floor_vector0)", "sum(tasks) or sum(other)"]) {
            expect(findings(emptyResult, asks({ query }))).toHaveLength(1);
        }
    });

    it("knows the other scalers that do so, and those that do not", () => {
        const loki = { type: "loki", metadata: { serverAddress: "http://loki", query: "x", threshold: "1" } };
        expect(findings(emptyResult, scaledObject({ triggers: [loki] }))).toMatchObject([
            { message: expect.stringContaining("loki") as string },
        ]);
        const quiet = scaledObject({
            triggers: [redis(), { type: "elasticsearch", metadata: {} }, { type: "nonsense", metadata: {} }],
        });
        expect(findings(emptyResult, quiet)).toEqual([]);
    });

    it("notes a value that is not known; a query that is not may say anything, and does not count", () => {
        for (const value of [unknown(), secret()]) {
            expect(findings(emptyResult, asks({ ignoreNullValues: value }))).toMatchObject([
                { severity: "note", path },
            ]);
        }
        expect(findings(emptyResult, asks({ query: unknown() }))).toHaveLength(1);
        expect(
            findings(emptyResult, scaledObject({ triggers: [{ ...prometheus(), metadata: unknown() }] })),
        ).toEqual([]);
    });

    it("is quiet about jobs, of which none is taken away", () => {
        expect(findings(emptyResult, scaledJob({ triggers: [prometheus()] }))).toEqual([]);
    });
});
