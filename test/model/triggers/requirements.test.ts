import { describe, expect, it } from "vitest";
import { Unknown } from "../../../model/declared";
import type { RequirementGap, TriggerFacts, TriggerLogin } from "../../../model/triggers";
import { requirementGaps, scalerByType } from "../../../model/triggers";

function gaps(
    type: string,
    metadata: Readonly<Record<string, unknown>>,
    more: Partial<TriggerFacts> = {},
): RequirementGap[] {
    const scaler = scalerByType(type);
    if (scaler === undefined) throw new Error(type);
    return [...requirementGaps(scaler, { metadata, login: undefined, ...more })];
}

function login(...parameters: string[]): TriggerLogin {
    return { parameters: new Set(parameters), identity: undefined, isComplete: true };
}

const POSTGRES = { query: "SELECT 1", targetQueryValue: "5" };
const HOST = { host: "db", port: "5432", userName: "u", dbName: "d" };

describe("what a scaler asks for", () => {
    it("is met by one of its alternatives, each whole", () => {
        expect(gaps("postgresql", { ...POSTGRES, ...HOST, sslmode: "disable" })).toEqual([]);
        expect(gaps("postgresql", { ...POSTGRES, ...HOST })).toEqual([
            {
                message: "postgresql needs connection, or host and port and userName and dbName and sslmode",
                fix: "give connection",
            },
        ]);
    });

    it("may come from the container's environment, where KEDA reads it there", () => {
        expect(gaps("postgresql", { ...POSTGRES, connectionFromEnv: "DB" })).toEqual([]);
        expect(
            gaps("postgresql", { queryFromEnv: "Q", targetQueryValue: "5", connectionFromEnv: "DB" }),
        ).toHaveLength(1);
    });

    it("may come from the login, which may bring anything where it is not seen whole", () => {
        expect(gaps("postgresql", POSTGRES, { login: login("connection") })).toEqual([]);
        expect(gaps("postgresql", POSTGRES, { login: login("password") })).toHaveLength(1);
        const unseen = { ...login(), isComplete: false };
        expect(gaps("postgresql", POSTGRES, { login: unseen })).toEqual([]);
        expect(gaps("postgresql", { targetQueryValue: "5" }, { login: unseen })).toMatchObject([
            { message: "postgresql needs query" },
        ]);
    });

    it("names the parameter where only a login can bring it", () => {
        expect(gaps("datadog", { query: "q", targetValue: "5" }, { login: login("apiKey") })).toEqual([
            {
                message:
                    "datadog with useClusterAgentProxy other than true needs appKey, which comes from an authentication",
                fix: "give appKey as a parameter of the trigger's authentication",
            },
        ]);
        expect(gaps("activemq", { restAPITemplate: "http://x" }).map(({ message }) => message)).toEqual([
            "activemq needs username",
            "activemq needs password, which comes from an authentication",
        ]);
    });

    it("may be an identity", () => {
        const blob = { blobContainerName: "c", accountName: "a" };
        expect(gaps("azure-blob", blob)).toMatchObject([
            { message: "azure-blob needs connection, or accountName and the identity azure-workload" },
        ]);
        expect(gaps("azure-blob", blob, { login: { ...login(), identity: "azure-workload" } })).toEqual([]);
    });

    it("leaves the target out where a formula takes its place, and KEDA lets it", () => {
        const { targetQueryValue, ...query } = { ...POSTGRES, connectionFromEnv: "DB" };
        expect(targetQueryValue).toBe("5");
        expect(gaps("postgresql", query)).toMatchObject([{ message: "postgresql needs targetQueryValue" }]);
        expect(gaps("postgresql", query, { hasFormula: true })).toEqual([]);
        const prometheus = { serverAddress: "http://p", query: "up" };
        expect(gaps("prometheus", prometheus, { hasFormula: true })).toHaveLength(1);
    });

    it("counts what is known only after apply as given", () => {
        const query = new Unknown("query", {});
        expect(gaps("postgresql", { ...POSTGRES, query, connectionFromEnv: "DB" })).toEqual([]);
        const influx = { serverURL: "u", query: "q", thresholdValue: "5" };
        expect(gaps("influxdb", { ...influx, influxVersion: new Unknown("version", {}) })).toEqual([]);
    });
});

describe("what depends on another value", () => {
    const INFLUX = { serverURL: "u", query: "q", thresholdValue: "5" };

    it("is asked for by KEDA's default too", () => {
        expect(gaps("influxdb", INFLUX)).toMatchObject([
            { message: "influxdb with influxVersion other than 3 needs organizationName" },
        ]);
        expect(gaps("influxdb", { ...INFLUX, influxVersion: "3" }).map(({ key }) => key)).toEqual([
            "influxVersion",
            "influxVersion",
            "influxVersion",
        ]);
    });

    const KAFKA = { bootstrapServers: "k:9092", consumerGroup: "g" };

    it("is refused together, whatever way true is written", () => {
        const both = { allowIdleConsumers: "True", limitToPartitionsWithLag: "1", topic: "t" };
        expect(gaps("kafka", { ...KAFKA, ...both })).toEqual([
            {
                key: "allowIdleConsumers",
                message:
                    "kafka cannot have allowIdleConsumers=true and limitToPartitionsWithLag=true together",
                fix: "keep one",
            },
        ]);
        expect(gaps("kafka", { ...KAFKA, ...both, allowIdleConsumers: "false" })).toEqual([]);
    });

    it("points at the key that asks", () => {
        expect(gaps("kafka", { ...KAFKA, limitToPartitionsWithLag: "true" })).toEqual([
            {
                key: "limitToPartitionsWithLag",
                message: "kafka with limitToPartitionsWithLag true needs topic",
                fix: "give topic",
            },
        ]);
    });
});
