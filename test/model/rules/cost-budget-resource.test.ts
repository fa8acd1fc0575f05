import { describe, expect, it } from "vitest";
import type { Declared } from "../../../model/declared";
import { CLOUD_TYPES, cloudObject, formatPath } from "../../../model/declared";
import { costBudgetResource } from "../../../model/rules/cost-budget-resource";
import { findings, strictFindings } from "./support/findings";
import { eksNodeGroup, gkeNodePool } from "./support/node-pools";
import { deployment, scaledObject, secret, unknown } from "./support/objects";

function budget(type: string, inputs: Readonly<Record<string, unknown>>, name = "month"): Declared {
    return {
        type,
        object: cloudObject(type, name, inputs),
        options: {},
        origin: (path) => ({ component: name, argument: formatPath(path) }),
    };
}

const PRICED = [deployment(), scaledObject()];
const found = (...objects: readonly Declared[]) => strictFindings(costBudgetResource, {}, ...objects);

describe("cost-budget-resource on AWS", () => {
    const notification = (members: object = {}) => ({
        comparisonOperator: "GREATER_THAN",
        notificationType: "ACTUAL",
        threshold: 80,
        thresholdType: "PERCENTAGE",
        subscriberEmailAddresses: ["platform@example.com"],
        ...members,
    });
    const aws = (notifications: unknown, inputs: object = {}, name?: string) =>
        budget(CLOUD_TYPES.awsBudget, { limitAmount: "3000", notifications, ...inputs }, name);
    const judged = (...objects: readonly Declared[]) => found(eksNodeGroup(), ...PRICED, ...objects);

    it("asks for a budget beside node pools of priced pools", () => {
        expect(judged()).toMatchObject([
            {
                severity: "error",
                message: expect.stringMatching(
                    /^no AWS budget is declared beside the node pool, and the pools may cost \$[\d,.]+ a month$/,
                ) as unknown,
                fix: "declare one, and give it a notification at 100 % or less with an e-mail address or an SNS topic",
                resource: { name: "spot" },
            },
        ]);
    });

    it("is quiet about one that tells somebody at the very limit, and not above it", () => {
        expect(judged(aws([notification({ threshold: 100 })]))).toEqual([]);
        expect(judged(aws([notification({ threshold: 100.1 })]))).toMatchObject([
            {
                message: expect.stringContaining(
                    "the AWS budget tells nobody before all of it is spent",
                ) as unknown,
                path: "notifications",
                resource: { name: "month" },
            },
        ]);
        const absolute = (threshold: number) =>
            aws([notification({ threshold, thresholdType: "ABSOLUTE_VALUE" })]);
        expect(judged(absolute(3000))).toEqual([]);
        expect(judged(absolute(3001))).toHaveLength(1);
    });

    it("counts no alert without a subscriber, or when less is spent", () => {
        for (const notifications of [
            undefined,
            [],
            "often",
            [notification({ subscriberEmailAddresses: [] })],
            [notification({ subscriberEmailAddresses: undefined })],
            [notification({ comparisonOperator: "LESS_THAN" })],
            [notification({ threshold: null })],
            [notification({ threshold: [] })],
            [notification({ threshold: "" })],
        ]) {
            expect(judged(aws(notifications))).toMatchObject([{ path: "notifications" }]);
        }
        const topic = { subscriberEmailAddresses: undefined, subscriberSnsTopicArns: [unknown()] };
        expect(judged(aws([notification(topic)]))).toEqual([]);
    });

    it("is quiet where one alert of one budget is enough", () => {
        const late = notification({ threshold: 120 });
        expect(judged(aws([late, notification()]))).toEqual([]);
        expect(judged(aws([late]), aws([notification()], {}, "second"))).toEqual([]);
        expect(judged(aws([late]), aws([late], {}, "second"))).toHaveLength(2);
    });

    it("notes what is known only after apply", () => {
        for (const hidden of [unknown(), secret()]) {
            for (const notifications of [
                hidden,
                [notification({ threshold: hidden })],
                [notification({ thresholdType: hidden })],
                [notification({ comparisonOperator: hidden })],
            ]) {
                expect(judged(aws(notifications))).toMatchObject([
                    { severity: "note", path: "notifications" },
                ]);
            }
            const absolute = [notification({ thresholdType: "ABSOLUTE_VALUE" })];
            expect(judged(aws(absolute, { limitAmount: hidden }))).toMatchObject([{ severity: "note" }]);
            expect(judged(aws([notification({ subscriberEmailAddresses: hidden })]))).toEqual([]);
        }
    });

    it("asks for nothing where a program has no node pools, or no pools with a price or a budget", () => {
        expect(found(...PRICED)).toEqual([]);
        expect(found(eksNodeGroup())).toEqual([]);
        expect(found(eksNodeGroup(), scaledObject())).toEqual([]);
        const intent = { "agent-autoscaling/intent": '{"version":1,"budget":{"usdPerMonth":10}}' };
        expect(found(eksNodeGroup(), scaledObject({}, { annotations: intent }))).toMatchObject([
            { message: "no AWS budget is declared beside the node pool" },
        ]);
    });

    it("asks for one of each cloud, once, and only in the strictest profile", () => {
        const named = (name: string) => ({
            ...eksNodeGroup(),
            object: { ...eksNodeGroup().object, metadata: { name } },
        });
        const two = [named("b"), named("a"), gkeNodePool(), ...PRICED];
        expect(
            found(...two).map(({ message, resource }) => [message.split(" is")[0], resource?.name]),
        ).toEqual([
            ["no AWS budget", "a"],
            ["no budget of Google Cloud", "spot"],
        ]);
        expect(found(...two.reverse())).toHaveLength(2);
        expect(findings(costBudgetResource, ...two)).toEqual([]);
    });
});

describe("cost-budget-resource on Google Cloud", () => {
    const gcp = (shares: readonly unknown[], allUpdatesRule?: object) =>
        budget(CLOUD_TYPES.gcpBudget, {
            thresholdRules: shares.map((thresholdPercent) => ({ thresholdPercent })),
            ...(allUpdatesRule === undefined ? {} : { allUpdatesRule }),
        });
    const judged = (...objects: readonly Declared[]) => found(gkeNodePool(), ...PRICED, ...objects);

    it("asks for a budget, and a threshold at all of it or less", () => {
        expect(judged()).toMatchObject([
            { message: expect.stringContaining("no budget of Google Cloud is declared") as unknown },
        ]);
        expect(judged(gcp([1]))).toEqual([]);
        expect(judged(gcp([1.01]))).toMatchObject([
            {
                path: "thresholdRules",
                fix: "give it a threshold rule at 1 or less, and somebody whom it tells",
            },
        ]);
        expect(judged(gcp([]))).toHaveLength(1);
        expect(judged(gcp([1.2, 0.9]))).toEqual([]);
    });

    it("counts the administrators of the account, unless they are not told", () => {
        const silent = { disableDefaultIamRecipients: true };
        expect(judged(gcp([0.9], silent))).toHaveLength(1);
        expect(judged(gcp([0.9], { disableDefaultIamRecipients: false }))).toEqual([]);
        expect(judged(gcp([0.9], { ...silent, pubsubTopic: unknown() }))).toEqual([]);
        expect(judged(gcp([0.9], { ...silent, monitoringNotificationChannels: [] }))).toHaveLength(1);
        expect(judged(gcp([0.9], { ...silent, monitoringNotificationChannels: ["a"] }))).toEqual([]);
    });

    it("notes what is known only after apply", () => {
        for (const hidden of [unknown(), secret()]) {
            expect(judged(gcp([hidden]))).toMatchObject([{ severity: "note", path: "thresholdRules" }]);
            expect(judged(gcp([0.9], { disableDefaultIamRecipients: hidden }))).toMatchObject([
                { severity: "note" },
            ]);
        }
    });
});
