import type { Declared, Path } from "../declared";
import { CLOUD_TYPES, isHidden, valueAt } from "../declared";
import type { FleetNodePool } from "../fleet";

/** A provider's own budget, and how it is written there. */
export interface CloudBudgetKind {
    readonly type: string;
    /** What it is called in messages. */
    readonly name: string;
    /** Where its alerts stand. */
    readonly alerts: Path;
    /** What must be written for it to tell somebody in time. */
    readonly fix: string;
    readonly tells: (budget: Declared, alert: Path) => Answer;
}

/** Whether an alert reaches somebody before the money is spent; `unknown` where a value is known only after apply. */
type Answer = "in time" | "too late" | "unknown";

/** The budgets of the clouds that node pools are of. */
export const CLOUD_BUDGETS: Readonly<Record<FleetNodePool["cloud"], CloudBudgetKind>> = {
    eks: {
        type: CLOUD_TYPES.awsBudget,
        name: "AWS budget",
        alerts: ["notifications"],
        fix: "give it a notification at 100 % or less with an e-mail address or an SNS topic",
        tells: awsTells,
    },
    gke: {
        type: CLOUD_TYPES.gcpBudget,
        name: "budget of Google Cloud",
        alerts: ["thresholdRules"],
        fix: "give it a threshold rule at 1 or less, and somebody whom it tells",
        tells: gcpTells,
    },
};

/** Whether a budget tells somebody in time: by the best of its alerts. */
export function tellsInTime(budget: Declared, { alerts, tells }: CloudBudgetKind): Answer {
    const given = valueAt(budget.object, alerts);
    if (isHidden(given)) return "unknown";
    const items = Array.isArray(given) ? [...given.keys()] : [];
    const answers = items.map((index) => tells(budget, [...alerts, index]));
    return (
        answers.find((answer) => answer === "in time") ??
        answers.find((answer) => answer === "unknown") ??
        "too late"
    );
}

function awsTells({ object }: Declared, alert: Path): Answer {
    const at = (member: string): unknown => valueAt(object, [...alert, member]);
    const [threshold, type, comparison] = ["threshold", "thresholdType", "comparisonOperator"].map(at);
    const subscribers = [at("subscriberEmailAddresses"), at("subscriberSnsTopicArns")];
    // Whom it tells may be known only after apply; that it tells somebody is known then.
    const hasSubscriber = subscribers.some(
        (each) => isHidden(each) || (Array.isArray(each) && each.length > 0),
    );
    if (!hasSubscriber || comparison === "LESS_THAN") return "too late";
    const most = type === "ABSOLUTE_VALUE" ? valueAt(object, ["limitAmount"]) : 100;
    if ([threshold, type, comparison, most].some(isHidden)) return "unknown";
    return amount(threshold) <= amount(most) ? "in time" : "too late";
}

/** Where nobody says otherwise it tells the administrators of the billing account. */
function gcpTells({ object }: Declared, alert: Path): Answer {
    const rule = (member: string): unknown => valueAt(object, ["allUpdatesRule", member]);
    const [share, isSilenced] = [
        valueAt(object, [...alert, "thresholdPercent"]),
        rule("disableDefaultIamRecipients"),
    ];
    const channels = rule("monitoringNotificationChannels");
    const hasSubscriber =
        isSilenced !== true ||
        (rule("pubsubTopic") ?? undefined) !== undefined ||
        isHidden(channels) ||
        (Array.isArray(channels) && channels.length > 0);
    if (!hasSubscriber) return "too late";
    if ([share, isSilenced].some(isHidden)) return "unknown";
    return amount(share) <= 1 ? "in time" : "too late";
}

/** A number, also where it is written as text; of anything else nothing holds. */
function amount(value: unknown): number {
    return typeof value === "number" || (typeof value === "string" && value !== "") ? Number(value) : NaN;
}
