type Members = Readonly<Record<string, unknown>>;

const SELECTED: Readonly<Record<string, string>> = { Max: "the larger", Min: "the smaller" };

/**
 * A decided value on one line: plain values as they are, objects as `name value`, scaling rules the way they are
 * said.
 *
 * @example
 * showValue({ type: "Percent", value: 100, periodSeconds: 60 }) // "100 % in 60 s"
 */
export function showValue(value: unknown): string {
    if (Array.isArray(value)) return value.map(showValue).join(" or ");
    if (typeof value !== "object" || value === null) return String(value);
    const members = value as Members;
    if ("policies" in members) return showRules(members);
    if ("periodSeconds" in members && "value" in members) return showPolicy(members);
    return Object.entries(members)
        .map(([name, member]) => `${name} ${showValue(member)}`)
        .join(", ");
}

function showRules({ stabilizationWindowSeconds, selectPolicy, policies, ...rest }: Members): string {
    const rules = Array.isArray(policies) ? policies : [];
    const selected = rules.length > 1 ? SELECTED[String(selectPolicy)] : undefined;
    return [
        showValue(policies),
        ...(selected === undefined ? [] : [selected]),
        ...showWindow(stabilizationWindowSeconds),
        ...Object.entries(rest).map(([name, member]) => `${name} ${showValue(member)}`),
    ].join(", ");
}

function showWindow(seconds: unknown): string[] {
    if (typeof seconds !== "number") return [];
    return [seconds === 0 ? "at once" : `after ${seconds} s`];
}

function showPolicy({ type, value, periodSeconds }: Members): string {
    const unit = type === "Percent" ? "%" : value === 1 ? "pod" : "pods";
    return `${String(value)} ${unit} in ${String(periodSeconds)} s`;
}
